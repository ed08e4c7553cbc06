package dev.chorus.index.search;

import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.SmallFloat;

/// Matches every post and scores it by its length in words alone, as Lucene's norms have it: exact
/// for short posts, to four binary digits for long ones.
final class LengthQuery extends Query {
  private static final int NORMS = 256;

  /// Score of each norm.
  private final float[] scores = new float[NORMS];

  private float most;

  /// @param score of a length in words, not negative
  LengthQuery(IntToDoubleFunction score) {
    for (int norm = 0; norm < NORMS; norm++) {
      scores[norm] = (float) score.applyAsDouble(SmallFloat.byte4ToInt((byte) norm));
      most = Math.max(most, scores[norm]);
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        return new DefaultScorerSupplier(new Lengths(leaf, boost));
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
        Lengths lengths = new Lengths(leaf, boost);
        lengths.iterator().advance(doc);
        return Explanation.match(lengths.score(), "length of the post");
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private final class Lengths extends Scorer {
    private final DocIdSetIterator docs;
    private final NumericDocValues norms;
    private final float boost;

    Lengths(LeafReaderContext leaf, float boost) throws IOException {
      this.docs = DocIdSetIterator.all(leaf.reader().maxDoc());
      this.norms = leaf.reader().getNormValues(IndexFields.TEXT);
      this.boost = boost;
    }

    @Override
    public float score() throws IOException {
      boolean known = norms != null && norms.advanceExact(docs.docID());
      return boost * scores[known ? (byte) norms.longValue() & 0xFF : 0];
    }

    @Override
    public float getMaxScore(int upTo) {
      return boost * most;
    }

    @Override
    public DocIdSetIterator iterator() {
      return docs;
    }

    @Override
    public int docID() {
      return docs.docID();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "length";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LengthQuery q && java.util.Arrays.equals(scores, q.scores);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(scores);
  }
}
