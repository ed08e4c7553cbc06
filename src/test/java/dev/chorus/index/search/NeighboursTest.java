package dev.chorus.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.index.VectorCodec;
import dev.chorus.index.text.IndexFields;
import dev.chorus.language.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
  private static final int POSTS = 5_000;
  private static final int NUMBERS = 32;
  private static final int WANTED = 20;

  private static float[] direction(Random random) {
    float[] numbers = new float[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) numbers[i] = (float) random.nextGaussian();
    return Vector.ofDirection(numbers).toArray();
  }

  /// The graph and the quantised vectors are for corpora too large to compare every post; what they
  /// find must be what comparing every post finds, but for a few.
  @ParameterizedTest
  @ValueSource(ints = {0, POSTS})
  void findsWhatAScanFinds(int quantised) throws Exception {
    Random random = new Random(1);
    IndexWriterConfig config = new IndexWriterConfig().setCodec(new VectorCodec());
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < POSTS; i++) {
          Document doc = new Document();
          doc.add(new SortedDocValuesField(IndexFields.ID, new BytesRef("p" + i)));
          doc.add(new StringField(IndexFields.CAMP, i % 3 == 0 ? "a" : "b", Field.Store.NO));
          doc.add(
              new KnnFloatVectorField(
                  IndexFields.VECTOR, direction(random), VectorSimilarityFunction.DOT_PRODUCT));
          writer.addDocument(doc);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Query camp = new TermQuery(new Term(IndexFields.CAMP, "a"));
        for (Query filter : List.of(MatchAllDocsQuery.INSTANCE, camp)) {
          int found = 0;
          for (int i = 0; i < 50; i++) {
            float[] vector = direction(random);
            var scanned = new Neighbours(searcher, vector).nearest(filter, WANTED);
            var proposed = new Neighbours(searcher, vector, 0, quantised).nearest(filter, WANTED);
            assertThat(proposed).hasSize(WANTED);
            List<Neighbours.Neighbour> both = new ArrayList<>(scanned);
            both.retainAll(proposed);
            found += both.size();
          }
          assertThat(found / (50.0 * WANTED)).isGreaterThan(0.97);
        }
      }
    }
  }
}
