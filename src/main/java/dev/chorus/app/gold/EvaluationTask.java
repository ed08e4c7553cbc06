package dev.chorus.app.gold;

import java.util.Locale;

/// A part of the analysis that labelled posts can measure.
public enum EvaluationTask {
  SENTIMENT,
  ENTITIES,
  STANCE,
  CAMPS,
  ABOUT,
  CLAIMS,
  ISSUES,

  /// The shares of camps in a report.
  SHARES,

  /// The groups of posts from which camps emerge.
  CLUSTERS;

  /// The name on the command line and in messages, such as `sentiment`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
