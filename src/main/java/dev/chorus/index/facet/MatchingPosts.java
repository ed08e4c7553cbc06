package dev.chorus.index.facet;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// The posts that match a query, one bit each, in each segment of the index.
public final class MatchingPosts {
  private final FixedBitSet[] leaves;

  private MatchingPosts(FixedBitSet[] leaves) {
    this.leaves = leaves;
  }

  /// Empty where no post of the segment matches.
  public FixedBitSet in(LeafReaderContext leaf) {
    FixedBitSet bits = leaves[leaf.ord];
    return bits == null ? new FixedBitSet(0) : bits;
  }

  public long total() {
    long total = 0;
    for (FixedBitSet posts : leaves) if (posts != null) total += posts.cardinality();
    return total;
  }

  /// Collects them during a search.
  public static CollectorManager<Collector, MatchingPosts> manager(IndexSearcher searcher) {
    List<LeafReaderContext> all = searcher.getIndexReader().leaves();
    FixedBitSet[] leaves = new FixedBitSet[all.size()];
    return new CollectorManager<>() {
      @Override
      public Collector newCollector() {
        return new Marking(leaves);
      }

      @Override
      public MatchingPosts reduce(Collection<Collector> collectors) {
        return new MatchingPosts(leaves);
      }
    };
  }

  private record Marking(FixedBitSet[] leaves) implements Collector {
    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
      FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
      leaves[leaf.ord] = bits;
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {
          // Bits have no score.
        }

        @Override
        public void collect(int doc) throws IOException {
          bits.set(doc);
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
