package dev.chorus.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// The posts of one family: a look at the family of every post that has one.
final class FamilyQuery extends Query {
  /// Compared with a look at a number.
  private static final float COST = 20;

  private final String family;

  FamilyQuery(String family) {
    this.family = family;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        BinaryDocValues families = leaf.reader().getBinaryDocValues(Fields.FAMILY);
        if (families == null) return null;
        TwoPhaseIterator members =
            new TwoPhaseIterator(families) {
              @Override
              public boolean matches() throws IOException {
                return FamilyField.id(families.binaryValue()).equals(family);
              }

              @Override
              public float matchCost() {
                return COST;
              }
            };
        return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, members));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return DocValues.isCacheable(leaf, Fields.FAMILY);
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(Fields.FAMILY)) visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return Fields.FAMILY + ":" + family;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FamilyQuery q && q.family.equals(family);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + family.hashCode();
  }
}
