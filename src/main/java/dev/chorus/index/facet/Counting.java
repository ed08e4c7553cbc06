package dev.chorus.index.facet;

import dev.chorus.index.query.SearchResult;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.util.BytesRef;

/// Counts the values of matching posts.
public interface Counting {
  /// How many values of a facet a result names.
  int MOST = 20;

  long DAY = 86_400_000;

  /// Counts, or lets another thread begin to.
  Begun begin(MatchingPosts posts) throws IOException;

  /// Counts that may still be under way.
  @FunctionalInterface
  interface Begun {
    /// Waits for the counts, or makes them.
    SearchResult.Counts finish() throws IOException;
  }

  /// The day of a time, both since 1970.
  static long day(long millis) {
    return Math.floorDiv(millis, DAY);
  }

  /// The greatest power of ten that a number reaches; 0 for 0.
  static long band(long number) {
    if (number == 0) return 0;
    long band = 1;
    while (number / 10 >= band) band *= 10;
    return band;
  }

  /// The most frequent values, most first, equals by the alphabet.
  static Map<String, Long> top(Map<String, Long> counts) {
    Map<String, Long> top = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> new BytesRef(e.getKey())))
        .limit(MOST)
        .forEach(e -> top.put(e.getKey(), e.getValue()));
    return top;
  }

  /// Which places have the highest counts, of equals the first ones; the highest first.
  static int[] best(int[] counts) {
    Comparator<Integer> order =
        Comparator.comparingInt((Integer at) -> counts[at])
            .thenComparing(Comparator.<Integer>reverseOrder());
    PriorityQueue<Integer> best = new PriorityQueue<>(order);
    int least = 0;
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] <= least) continue;
      best.add(at);
      if (best.size() > MOST) best.poll();
      if (best.size() == MOST) least = counts[best.peek()];
    }
    return best.stream().sorted(order.reversed()).mapToInt(at -> at).toArray();
  }
}
