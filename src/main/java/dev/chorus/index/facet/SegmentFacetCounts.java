package dev.chorus.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/// The values of a facet in one segment, with how many of the matching posts have each.
///
/// There may be hundreds of thousands of authors, and to look up all their names would take longer
/// than the search. So totals over segments are found as by TPUT (Cao & Wang 2004): each segment
/// gets a limit, such that what is not above the limit of any segment cannot be among the most
/// frequent values. Only what is above one is looked up.
final class SegmentFacetCounts {
  /// So few values are looked up without further thought.
  private static final int FEW = 1_000;

  private final SortedSetDocValues values;

  /// Of each value of the segment.
  private final int[] all;

  /// The values that some matching post has, and how many have each.
  private final int[] ords;

  private final int[] counts;
  private final int most;

  private SegmentFacetCounts(SortedSetDocValues values, int[] all, int[] ords) {
    this.values = values;
    this.all = all;
    this.ords = ords;
    this.counts = new int[ords.length];
    int most = 0;
    for (int i = 0; i < ords.length; i++) {
      counts[i] = all[ords[i]];
      most = Math.max(most, counts[i]);
    }
    this.most = most;
  }

  /// Counts the values of posts. Few of hundreds of thousands of values may be met, so those are
  /// noted.
  static final class Counter {
    private final SortedSetDocValues values;
    private final SortedDocValues single;
    private final int[] counts;
    private int[] met = new int[64];
    private int size;

    Counter(SortedSetDocValues values) {
      this.values = values;
      this.single = DocValues.unwrapSingleton(values);
      this.counts = new int[Math.toIntExact(values.getValueCount())];
    }

    /// A method for 64 posts is called so often that it is soon compiled; one loop over all posts
    /// would have ended before.
    ///
    /// @param first number of the first post
    /// @param posts one bit each
    void count(int first, long posts) throws IOException {
      for (long bits = posts; bits != 0; bits &= bits - 1) {
        int post = first + Long.numberOfTrailingZeros(bits);
        if (single != null) {
          if (single.advanceExact(post)) add(single.ordValue());
        } else if (values.advanceExact(post)) {
          for (int i = values.docValueCount(); i > 0; i--) add((int) values.nextOrd());
        }
      }
    }

    void add(int ord) {
      if (counts[ord]++ > 0) return;
      if (size == met.length) met = Arrays.copyOf(met, 2 * size);
      met[size++] = ord;
    }

    SegmentFacetCounts values() {
      return new SegmentFacetCounts(values, counts, Arrays.copyOf(met, size));
    }
  }

  /// Totals over all segments of the values that can be among the most frequent ones.
  static Map<String, Long> totals(List<SegmentFacetCounts> segments) throws IOException {
    return totals(segments, FEW);
  }

  /// @param few so many values are looked up without further thought
  static Map<String, Long> totals(List<SegmentFacetCounts> segments, int few) throws IOException {
    int used = 0;
    for (SegmentFacetCounts segment : segments) used += segment.ords.length;
    int[] limits = new int[segments.size()];
    long least = used <= few ? 1 : least(segments);
    if (least > 1) limits = limits(segments, least - 1);
    long open = 0;
    for (int limit : limits) open += limit;

    // What a value has above the limits of the segments where it is above them.
    Map<BytesRef, Long> above = new HashMap<>();
    for (int i = 0; i < limits.length; i++) segments.get(i).above(limits[i], above);
    Map<String, Long> totals = new HashMap<>();
    for (Map.Entry<BytesRef, Long> entry : above.entrySet()) {
      if (entry.getValue() + open < least) continue;
      long total = open == 0 ? entry.getValue() : total(entry.getKey(), segments);
      if (total >= least) totals.put(entry.getKey().utf8ToString(), total);
    }
    return totals;
  }

  /// A number that the most frequent values reach: what the best ones of one segment have in all.
  private static long least(List<SegmentFacetCounts> segments) throws IOException {
    SegmentFacetCounts widest = segments.getFirst();
    for (SegmentFacetCounts segment : segments) {
      if (segment.ords.length > widest.ords.length) widest = segment;
    }
    int[] best = TopValues.places(widest.counts);
    if (best.length < TopValues.MOST) return 1;
    long least = Long.MAX_VALUE;
    for (int at : best) least = Math.min(least, total(widest.value(at), segments));
    return least;
  }

  /// Shares a sum out among the segments so that few values are above the limit of theirs: each
  /// step goes where it spares most names for what it takes of the sum.
  private static int[] limits(List<SegmentFacetCounts> segments, long sum) {
    List<int[]> levels = new ArrayList<>();
    for (SegmentFacetCounts segment : segments) levels.add(segment.levels(sum));
    int[] limits = new int[segments.size()];
    for (long rest = sum; rest > 0; ) {
      int best = -1;
      int to = 0;
      double gain = 0;
      for (int i = 0; i < limits.length; i++) {
        int[] values = levels.get(i);
        int next = limits[i] + 1;
        while (next < values.length && values[next] == 0) next++;
        if (next == values.length || next - limits[i] > rest) continue;
        double here = (double) values[next] / (next - limits[i]);
        if (here > gain) {
          best = i;
          to = next;
          gain = here;
        }
      }
      if (best < 0) break;
      rest -= to - limits[best];
      limits[best] = to;
    }
    return limits;
  }

  /// How many values have just so many posts, for each number up to an end.
  private int[] levels(long end) {
    int[] levels = new int[(int) Math.min(most, end) + 1];
    for (int count : counts) if (count < levels.length) levels[count]++;
    return levels;
  }

  private void above(int limit, Map<BytesRef, Long> above) throws IOException {
    if (most <= limit) return;
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > limit) above.merge(value(at), (long) counts[at] - limit, Long::sum);
    }
  }

  private static long total(BytesRef value, List<SegmentFacetCounts> segments) throws IOException {
    long total = 0;
    for (SegmentFacetCounts segment : segments) total += segment.count(value);
    return total;
  }

  private BytesRef value(int at) throws IOException {
    return BytesRef.deepCopyOf(values.lookupOrd(ords[at]));
  }

  private long count(BytesRef value) throws IOException {
    long ord = values.lookupTerm(value);
    return ord < 0 ? 0 : all[(int) ord];
  }
}
