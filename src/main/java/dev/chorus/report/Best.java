package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The few best of many posts.
final class Best {
  private Best() {}

  /// @param rows to choose from
  /// @param worth of a row; what is not a number is never chosen
  /// @return at most so many rows, the best first; the earlier one on a tie
  static List<Integer> of(PostColumns posts, int[] rows, IntToDoubleFunction worth, int limit) {
    record Candidate(int row, double worth) {}
    Comparator<Candidate> order =
        Comparator.comparingDouble(Candidate::worth)
            .reversed()
            .thenComparing(Candidate::row, posts::compare);
    List<Candidate> best = new ArrayList<>();
    for (int row : rows) {
      Candidate candidate = new Candidate(row, worth.applyAsDouble(row));
      if (Double.isNaN(candidate.worth())) continue;
      if (best.size() == limit) {
        if (order.compare(candidate, best.getLast()) >= 0) continue;
        best.removeLast();
      }
      best.add(candidate);
      best.sort(order);
    }
    return best.stream().map(Candidate::row).toList();
  }
}
