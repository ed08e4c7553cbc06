package dev.chorus.report.estimate;

/// 95% and 50% intervals for shares.
public final class Intervals {
  private static final double Z95 = 1.959964;
  private static final double Z50 = 0.674490;

  private Intervals() {}

  /// The share that was counted, for the mean of values between 0 and 1, one an author.
  ///
  /// Split voices vary less than whole ones, and the interval is narrower by it. It covers the
  /// chance of which authors were sampled, not the classifier's mistakes.
  public static Share share(double[] voices) {
    int n = voices.length;
    double sum = 0;
    for (double v : voices) sum += v;
    double p = sum / n;
    double squares = 0;
    for (double v : voices) squares += (v - p) * (v - p);
    double variance = squares / n;
    return wilson(p, variance > 0 ? variance / n : p * (1 - p) / n, n, p);
  }

  /// Wilson's score interval (Wilson 1927) for a share whose estimate has this variance, at the
  /// number of voices that would give a counted share the same (Kish's effective sample size).
  ///
  /// @param counted the share by labels alone
  public static Share wilson(double p, double variance, double counted) {
    return wilson(p, variance, 1, counted);
  }

  /// @param least effective number where the variance tells none
  private static Share wilson(double p, double variance, double least, double counted) {
    double effective = variance > 0 ? p * (1 - p) / variance : least;
    double[] wide = ends(p, effective, Z95);
    double[] narrow = ends(p, effective, Z50);
    return new Share(p, wide[0], wide[1], narrow[0], narrow[1], counted);
  }

  /// @param z how many standard deviations the interval reaches
  private static double[] ends(double p, double effective, double z) {
    double z2 = z * z / effective;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = z / (1 + z2) * Math.sqrt(p * (1 - p) / effective + z2 / (4 * effective));
    return new double[] {
      Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half))
    };
  }
}
