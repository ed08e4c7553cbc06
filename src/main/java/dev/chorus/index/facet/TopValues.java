package dev.chorus.index.facet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.util.BytesRef;

/// Which values of a facet a result names: the most frequent ones.
final class TopValues {
  /// How many values of a facet a result names.
  static final int MOST = 20;

  private TopValues() {}

  /// The most frequent values, most first, equals by the alphabet.
  static Map<String, Long> of(Map<String, Long> counts) {
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
  static int[] places(int[] counts) {
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
