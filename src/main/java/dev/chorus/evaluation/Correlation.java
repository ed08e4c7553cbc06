package dev.chorus.evaluation;

import java.util.List;

/// How well scores follow human ratings.
public final class Correlation {
  private Correlation() {}

  /// @param given the score that was given
  /// @param gold the mean human rating
  public record Pair(double given, double gold) {}

  /// Pearson's r, with its 95% interval.
  public static Figure pearson(List<Pair> pairs, long seed) {
    return Bootstrap.figure("Pearson's r", pairs, seed, Correlation::r);
  }

  static double r(List<Pair> pairs) {
    double meanGiven = pairs.stream().mapToDouble(Pair::given).average().orElse(0);
    double meanGold = pairs.stream().mapToDouble(Pair::gold).average().orElse(0);
    double both = 0;
    double given = 0;
    double gold = 0;
    for (Pair pair : pairs) {
      double x = pair.given() - meanGiven;
      double y = pair.gold() - meanGold;
      both += x * y;
      given += x * x;
      gold += y * y;
    }
    return given == 0 || gold == 0 ? 0 : both / Math.sqrt(given * gold);
  }
}
