package dev.chorus.index.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.index.Zipf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SegmentFacetCountsTest {
  /// The names of a segment, of which nothing but looking up is asked.
  private static final class Names extends SortedSetDocValues {
    private final List<String> names;
    private int asked;

    Names(List<String> names) {
      this.names = names;
    }

    @Override
    public BytesRef lookupOrd(long ord) {
      asked++;
      return new BytesRef(names.get((int) ord));
    }

    @Override
    public long getValueCount() {
      return names.size();
    }

    @Override
    public long nextOrd() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docValueCount() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean advanceExact(int target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int docID() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int nextDoc() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int advance(int target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long cost() {
      throw new UnsupportedOperationException();
    }
  }

  private record Corpus(
      List<SegmentFacetCounts> segments, List<Names> names, Map<String, Long> totals) {
    /// Posts, each with one value by Zipf's law, in segments of very unequal size.
    static Corpus random(Random random, int values, int posts, double exponent) {
      Zipf zipf = new Zipf(values, exponent);
      List<SegmentFacetCounts> segments = new ArrayList<>();
      List<Names> names = new ArrayList<>();
      Map<String, Long> totals = new HashMap<>();
      for (int segment = 1 + random.nextInt(9); segment > 0; segment--) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int post = posts / segment / segment; post > 0; post--) {
          String value = "value" + zipf.next(random);
          counts.merge(value, 1, Integer::sum);
          totals.merge(value, 1L, Long::sum);
        }
        // The dictionary of a segment has values that no matching post has.
        for (int i = random.nextInt(values); i > 0; i--) counts.putIfAbsent("other" + i, 0);
        Names all = new Names(List.copyOf(counts.keySet()));
        names.add(all);
        SegmentFacetCounts.Counter counter = new SegmentFacetCounts.Counter(all);
        int ord = 0;
        for (int count : counts.values()) {
          for (int i = 0; i < count; i++) counter.add(ord);
          ord++;
        }
        segments.add(counter.values());
      }
      return new Corpus(segments, names, totals);
    }
  }

  @Test
  void theMostFrequentValuesOfAllSegmentsAreExact() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Corpus corpus =
          Corpus.random(
              random, 1 + random.nextInt(500), random.nextInt(3_000), random.nextDouble() * 1.5);
      for (int few : new int[] {0, 50, 1_000_000}) {
        assertThat(TopValues.of(SegmentFacetCounts.totals(corpus.segments(), few)))
            .as("seed %d, few %d", seed, few)
            .containsExactlyEntriesOf(TopValues.of(corpus.totals()));
      }
    }
  }

  @Test
  void fewNamesAreLookedUp() throws Exception {
    Corpus corpus = Corpus.random(new Random(3), 20_000, 50_000, 1);
    SegmentFacetCounts.totals(corpus.segments(), 0);
    int asked = corpus.names().stream().mapToInt(names -> names.asked).sum();
    assertThat(asked).isLessThan(corpus.totals().size());
  }
}
