package dev.chorus.app.gold;

/// A part of the analysis that learns from labelled posts, in the order in which they build on each
/// other.
public enum TrainingTask {
  SENTIMENT,
  ENTITIES,
  ABOUT,
  CLAIMS,
  ISSUES,
  STANCE,
  CAMPS
}
