package dev.chorus.index.search;

import dev.chorus.index.facet.MatchingPosts;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Just the posts that were found before, so that no filter is evaluated twice.
final class MarkedPostsQuery extends Query {
  private final MatchingPosts posts;

  MarkedPostsQuery(MatchingPosts posts) {
    this.posts = posts;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        FixedBitSet bits = posts.in(leaf);
        if (bits.length() == 0) return null;
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(bits, bits.cardinality()), score(), mode, leaf.reader().maxDoc());
      }

      /// Bits of one search are of no use to another.
      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "marked posts";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MarkedPostsQuery q && posts == q.posts;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(posts);
  }
}
