package dev.chorus.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;

/// Lucene's own codec, with quantised vectors in the graph that finds neighbours: a quarter of the
/// memory to walk through. The exact vectors stay beside them and decide in the end.
public final class VectorCodec extends Lucene104Codec {
  private final KnnVectorsFormat quantised = new Lucene104HnswScalarQuantizedVectorsFormat();

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return quantised;
  }
}
