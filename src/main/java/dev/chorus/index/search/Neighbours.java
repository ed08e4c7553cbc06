package dev.chorus.index.search;

import dev.chorus.index.column.DocIds;
import dev.chorus.index.facet.MatchingPosts;
import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
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
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.VectorUtil;

/// Posts by their nearness in meaning to a vector.
///
/// Up to [#EXACT] candidates every one is compared, so the result is exact and does not depend on
/// the order of ingestion. Beyond that three times as many as are asked for are proposed by their
/// quantised vectors, and the exact ones choose: those of all candidates that pass a narrow filter,
/// or those that Lucene's graph leads to (HNSW; Malkov & Yashunin 2020).
public final class Neighbours {
  /// So many vectors of 384 numbers are compared in some milliseconds.
  private static final int EXACT = 20_000;

  /// So many quantised vectors are compared in the time of a walk through a filtered graph
  /// (measured with a million posts).
  private static final int QUANTISED = 80_000;

  private static final int PROPOSED = 3;

  private final IndexSearcher searcher;
  private final float[] vector;
  private final int exact;
  private final int quantised;

  public Neighbours(IndexSearcher searcher, float[] vector) {
    this(searcher, vector, EXACT, QUANTISED);
  }

  /// @param exact most candidates that are compared one by one
  /// @param quantised most candidates whose quantised vectors are compared one by one
  public Neighbours(IndexSearcher searcher, float[] vector, int exact, int quantised) {
    this.searcher = searcher;
    this.vector = vector;
    this.exact = exact;
    this.quantised = quantised;
  }

  /// @param cosine with the vector, from -1 to 1
  public record Neighbour(int doc, double cosine) {}

  /// The nearest posts among those that pass a filter, nearest first, ties by id.
  public List<Neighbour> nearest(Query filter, int count) throws IOException {
    boolean all = searcher.rewrite(filter) instanceof MatchAllDocsQuery;
    Query withVector = new FieldExistsQuery(IndexFields.VECTOR);
    if (all && searcher.count(withVector) > exact) return proposed(null, count);
    Query candidates =
        new BooleanQuery.Builder().add(filter, Occur.FILTER).add(withVector, Occur.FILTER).build();
    // Looked up once: to be counted, and to be scanned or walked through.
    MatchingPosts posts = searcher.search(candidates, MatchingPosts.manager(searcher));
    if (posts.total() <= exact) return best(scan(posts), count);
    return posts.total() <= quantised
        ? best(compared(glanced(posts, PROPOSED * count)), count)
        : proposed(new MarkedPostsQuery(posts), count);
  }

  /// The posts whose quantised vectors are nearest.
  private List<Integer> glanced(MatchingPosts posts, int wide) throws IOException {
    PriorityQueue<ScoreDoc> best =
        new PriorityQueue<>(Comparator.comparingDouble((ScoreDoc d) -> d.score));
    float least = Float.NEGATIVE_INFINITY;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
      VectorScorer scorer = values == null ? null : values.scorer(vector);
      if (scorer == null) continue;
      DocIdSetIterator at = scorer.iterator();
      DocIdSetIterator docs = new BitSetIterator(posts.in(leaf), 0);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (at.advance(doc) != doc) throw new IllegalStateException("a candidate has no vector");
        float score = scorer.score();
        if (score <= least) continue;
        best.add(new ScoreDoc(leaf.docBase + doc, score));
        if (best.size() > wide) best.poll();
        if (best.size() == wide) least = best.peek().score;
      }
    }
    return best.stream().map(d -> d.doc).toList();
  }

  private List<Neighbour> compared(List<Integer> docs) throws IOException {
    List<Neighbour> found = new ArrayList<>();
    cosines(docs).forEach((doc, cosine) -> found.add(new Neighbour(doc, cosine)));
    return found;
  }

  /// @param filter null for none
  private List<Neighbour> proposed(Query filter, int count) throws IOException {
    List<Integer> proposed = new ArrayList<>();
    int wide = PROPOSED * count;
    Query graph = new KnnFloatVectorQuery(IndexFields.VECTOR, vector, wide, filter);
    for (ScoreDoc doc : searcher.search(graph, wide).scoreDocs) proposed.add(doc.doc);
    return best(compared(proposed), count);
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
        values = leaves.get(leaf).reader().getFloatVectorValues(IndexFields.VECTOR);
        at = values == null ? null : values.iterator();
      }
      if (at == null) continue;
      int wanted = doc - leaves.get(leaf).docBase;
      if (at.docID() < wanted) at.advance(wanted);
      if (at.docID() == wanted) cosines.put(doc, cosine(values.vectorValue(at.index())));
    }
    return cosines;
  }

  private List<Neighbour> scan(MatchingPosts posts) throws IOException {
    List<Neighbour> all = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
      if (values == null) continue;
      KnnVectorValues.DocIndexIterator at = values.iterator();
      DocIdSetIterator docs = new BitSetIterator(posts.in(leaf), 0);
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (at.advance(doc) != doc) throw new IllegalStateException("a candidate has no vector");
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
  public static Optional<float[]> vector(IndexSearcher searcher, int doc) throws IOException {
    LeafReaderContext leaf =
        searcher
            .getIndexReader()
            .leaves()
            .get(ReaderUtil.subIndex(doc, searcher.getIndexReader().leaves()));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(IndexFields.VECTOR);
    if (values == null) return Optional.empty();
    KnnVectorValues.DocIndexIterator at = values.iterator();
    int wanted = doc - leaf.docBase;
    if (at.advance(wanted) != wanted) return Optional.empty();
    float[] vector = values.vectorValue(at.index());
    return Optional.of(Arrays.copyOf(vector, vector.length));
  }
}
