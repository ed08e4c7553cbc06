package dev.chorus.app.gold;

import java.util.Locale;

/// A part of the analysis that learns from labelled posts, in the order in which they build on each
/// other.
public enum TrainingTask {
  SENTIMENT,
  ENTITIES,
  ABOUT,
  CLAIMS,
  ISSUES,
  STANCE,
  CAMPS;

  /// Its name in options and in output.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
