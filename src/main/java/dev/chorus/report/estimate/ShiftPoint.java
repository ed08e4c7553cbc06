package dev.chorus.report.estimate;

import java.util.Optional;

/// When a group's part of a whole changed: the one place that parts a series of counts best into
/// two stretches with a part of their own (binomial likelihood).
///
/// Posts come in conversations, and vary more than coins do. So the gain in likelihood is divided
/// by how much more they vary about the two parts (quasi-likelihood, Wedderburn 1974), and it must
/// exceed three times the logarithm of the length of the series: noise alone seldom does that.
///
/// @param at the first place of the new part
/// @param before the part up to there, from 0 to 1
/// @param after the part from there on
public record ShiftPoint(int at, double before, double after) {
  private static final double PRICE = 3;

  /// Places on either side: fewer may be one conversation.
  private static final int LEAST = 2;

  /// @param group counts of the group in equal stretches of time
  /// @param whole counts of all, nowhere less than the group's
  public static Optional<ShiftPoint> of(int[] group, int[] whole) {
    int n = whole.length;
    long[] some = sums(group);
    long[] all = sums(whole);
    double none = likelihood(some[n], all[n]);
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int at = LEAST; at <= n - LEAST; at++) {
      double both =
          likelihood(some[at], all[at]) + likelihood(some[n] - some[at], all[n] - all[at]);
      if (both > most) {
        most = both;
        best = at;
      }
    }
    if (best < 0 || all[best] == 0 || all[n] == all[best]) return Optional.empty();
    double before = (double) some[best] / all[best];
    double after = (double) (some[n] - some[best]) / (all[n] - all[best]);
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double p = i < best ? before : after;
      double variance = whole[i] * p * (1 - p);
      if (variance > 0) spread += Math.pow(group[i] - whole[i] * p, 2) / variance;
    }
    double dispersion = Math.max(1, spread / Math.max(1, n - 2));
    return (most - none) / dispersion > PRICE * Math.log(n)
        ? Optional.of(new ShiftPoint(best, before, after))
        : Optional.empty();
  }

  private static long[] sums(int[] counts) {
    long[] sums = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) sums[i + 1] = sums[i] + counts[i];
    return sums;
  }

  private static double likelihood(long some, long all) {
    return term(some, all) + term(all - some, all);
  }

  private static double term(long some, long all) {
    return some == 0 ? 0 : some * Math.log((double) some / all);
  }
}
