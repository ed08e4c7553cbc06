package dev.chorus.report;

/// 95% intervals for shares.
final class Intervals {
  private static final double Z = 1.959964;

  private Intervals() {}

  /// Wilson's score interval (Wilson 1927) for the mean of values between 0 and 1, one an author.
  ///
  /// Where authors have whole voices this is the plain interval for a proportion. Split voices vary
  /// less, so the number of authors is scaled by how much less (Kish's effective sample size). It
  /// covers the chance of which authors were sampled, not the classifier's mistakes.
  static CampsReport.Share share(double[] voices) {
    int n = voices.length;
    double sum = 0;
    for (double v : voices) sum += v;
    double p = sum / n;
    double squares = 0;
    for (double v : voices) squares += (v - p) * (v - p);
    double variance = squares / n;
    double effective = variance > 0 ? n * p * (1 - p) / variance : n;
    double z2 = Z * Z / effective;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / effective + z2 / (4 * effective));
    return new CampsReport.Share(
        p, Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half)));
  }
}
