package dev.chorus.report.estimate;

/// A share with its 95% interval and, inside that, its 50% interval, each from 0 to 1.
///
/// @param estimate corrected for the classifier's known mistakes, where labelled posts tell them;
///     else the same as `counted`
/// @param low of the 95% interval
/// @param low50 of the 50% interval
/// @param counted the share by the labels of the posts alone
public record Share(
    double estimate, double low, double high, double low50, double high50, double counted) {

  /// Above this width a share is hardly known.
  private static final double WIDEST = 0.3;

  /// Whether the interval is too wide for the share to be given as a number.
  public boolean vague() {
    return high - low > WIDEST;
  }
}
