package dev.chorus.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;

/// Posts by their nearness in meaning to a vector.
///
/// Up to [#EXACT] candidates every one is compared, so the result is exact and does not depend on
/// the order of ingestion. Beyond that Lucene's graph over quantised vectors proposes (HNSW; Malkov
/// & Yashunin 2020), some times as many as are asked for, and the exact vectors choose.
final class Neighbours {
  /// So many vectors of 384 numbers are compared in some milliseconds.
  private static final int EXACT = 20_000;

  private static final int PROPOSED = 4;

  private final IndexSearcher searcher;
  private final float[] vector;
  private final int exact;

  Neighbours(IndexSearcher searcher, float[] vector) {
    this(searcher, vector, EXACT);
  }

  /// @param exact most candidates that are compared one by one
  Neighbours(IndexSearcher searcher, float[] vector, int exact) {
    this.searcher = searcher;
    this.vector = vector;
    this.exact = exact;
  }

  /// @param cosine with the vector, from -1 to 1
  record Neighbour(int doc, double cosine) {}

  /// The nearest posts among those that pass a filter, nearest first, ties by id.
  List<Neighbour> nearest(Query filter, int count) throws IOException {
    Query candidates =
        new BooleanQuery.Builder()
            .add(filter, Occur.FILTER)
            .add(new FieldExistsQuery(Fields.VECTOR), Occur.FILTER)
            .build();
    if (searcher.count(candidates) <= exact) return best(scan(candidates), count);
    List<Integer> proposed = new ArrayList<>();
    int wide = PROPOSED * count;
    Query graph = new KnnFloatVectorQuery(Fields.VECTOR, vector, wide, filter);
    for (ScoreDoc doc : searcher.search(graph, wide).scoreDocs) proposed.add(doc.doc);
    List<Neighbour> found = new ArrayList<>();
    cosines(proposed).forEach((doc, cosine) -> found.add(new Neighbour(doc, cosine)));
    return best(found, count);
  }

  /// The cosine of each post that has a vector.
  Map<Integer, Double> cosines(Collection<Integer> docs) throws IOException {
    Map<Integer, Double> cosines = new HashMap<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FloatVectorValues values = null;
    KnnVectorValues.DocIndexIterator at = null;
    int open = -1;
    for (int doc : docs.stream().mapToInt(d -> d).sorted().toArray()) {
      int leaf = ReaderUtil.subIndex(doc, leaves);
      if (leaf != open) {
        open = leaf;
        values = leaves.get(leaf).reader().getFloatVectorValues(Fields.VECTOR);
        at = values == null ? null : values.iterator();
      }
      if (at == null) continue;
      int wanted = doc - leaves.get(leaf).docBase;
      if (at.docID() < wanted) at.advance(wanted);
      if (at.docID() == wanted) cosines.put(doc, cosine(values.vectorValue(at.index())));
    }
    return cosines;
  }

  private List<Neighbour> scan(Query candidates) throws IOException {
    List<Neighbour> all = new ArrayList<>();
    Weight weight =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
      if (scorer == null || values == null) continue;
      Bits live = leaf.reader().getLiveDocs();
      KnnVectorValues.DocIndexIterator at = values.iterator();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live != null && !live.get(doc)) continue;
        if (at.docID() < doc) at.advance(doc);
        if (at.docID() != doc) continue;
        all.add(new Neighbour(leaf.docBase + doc, cosine(values.vectorValue(at.index()))));
      }
    }
    return all;
  }

  private double cosine(float[] other) {
    return VectorUtil.dotProduct(vector, other);
  }

  /// Ids are looked up for those alone that are near enough to count: the same text has the same
  /// vector, and which copy is the last to be let in must not depend on the order of ingestion.
  private List<Neighbour> best(List<Neighbour> all, int count) throws IOException {
    double[] cosines = all.stream().mapToDouble(Neighbour::cosine).sorted().toArray();
    if (cosines.length == 0 || count == 0) return List.of();
    double least = cosines[Math.max(0, cosines.length - count)];
    List<Neighbour> near = all.stream().filter(n -> n.cosine() >= least).toList();
    Map<Integer, String> ids = new DocIds(searcher).of(near.stream().map(Neighbour::doc).toList());
    return near.stream()
        .sorted(
            Comparator.comparingDouble((Neighbour n) -> -n.cosine())
                .thenComparing(n -> ids.get(n.doc())))
        .limit(count)
        .toList();
  }

  /// The vector of a post, if it has one.
  static Optional<float[]> vector(IndexSearcher searcher, int doc) throws IOException {
    LeafReaderContext leaf =
        searcher
            .getIndexReader()
            .leaves()
            .get(ReaderUtil.subIndex(doc, searcher.getIndexReader().leaves()));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    if (values == null) return Optional.empty();
    KnnVectorValues.DocIndexIterator at = values.iterator();
    int wanted = doc - leaf.docBase;
    if (at.advance(wanted) != wanted) return Optional.empty();
    float[] vector = values.vectorValue(at.index());
    return Optional.of(Arrays.copyOf(vector, vector.length));
  }
}
