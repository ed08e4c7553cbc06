package dev.chorus.report.map;

/// There is no map.
///
/// @param why the reason
/// @param posts that have a meaning and could have been on it
/// @param trustworthiness of the map that was thrown away, from 0 to 1; 0 where none was made
public record NoMap(Why why, int posts, double trustworthiness) implements MapResult {
  /// Reasons.
  public enum Why {
    /// Fewer than [PostMap#LEAST_POSTS] posts with a meaning.
    FEW_POSTS,
    /// Posts that all mean the same.
    ALIKE,
    /// Neighbours on the map were too seldom neighbours in meaning, see
    /// [PostMap#LEAST_TRUSTWORTHINESS].
    POOR;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
