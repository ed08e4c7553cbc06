package dev.chorus.report.estimate;

import java.util.ArrayList;
import java.util.List;

/// When a rate changed: the partition of a series of counts into stretches of one rate each that
/// explains it best (Poisson likelihood), found exactly by optimal partitioning (Jackson et al.
/// 2005).
///
/// Each change costs three times the logarithm of the length of the series (the modified BIC of
/// Zhang and Siegmund 2007 charges about that), so that noise alone seldom makes one.
public final class ChangePoints {
  private static final double PRICE = 3;

  private ChangePoints() {}

  /// A change of rate.
  ///
  /// @param at the first place of the new rate
  /// @param before mean count up to there, from the change before
  /// @param after mean count from there to the next change
  public record Change(int at, double before, double after) {}

  /// @param counts of equal stretches of time
  public static List<Change> of(int[] counts) {
    int n = counts.length;
    if (n < 2) return List.of();
    double price = PRICE * Math.log(n);
    long[] sums = new long[n + 1];
    for (int i = 0; i < n; i++) sums[i + 1] = sums[i] + counts[i];
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      for (int start = 0; start < end; start++) {
        double cost = best[start] + cost(sums[end] - sums[start], end - start) + price;
        if (cost < best[end]) {
          best[end] = cost;
          from[end] = start;
        }
      }
    }
    List<Change> changes = new ArrayList<>();
    int end = n;
    int middle = from[n];
    while (middle > 0) {
      int start = from[middle];
      changes.addFirst(
          new Change(
              middle,
              (double) (sums[middle] - sums[start]) / (middle - start),
              (double) (sums[end] - sums[middle]) / (end - middle)));
      end = middle;
      middle = start;
    }
    return changes;
  }

  /// Minus twice the log-likelihood of a stretch at its own rate, up to what all partitions share.
  private static double cost(long sum, int length) {
    return sum == 0 ? 0 : -2 * sum * Math.log((double) sum / length);
  }
}
