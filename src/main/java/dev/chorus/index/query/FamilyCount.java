package dev.chorus.index.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What was found when the families of an index were brought up to date.
///
/// @param families of near-identical posts
/// @param posts in all of them
/// @param coordinated families with that mark, see [dev.chorus.flood.Family]
public record FamilyCount(int families, int posts, int coordinated) {
  private static final String KEY = "chorus.families";

  /// Says in a commit that its families are up to date.
  public void toCommit(Map<String, String> data) {
    data.put(KEY, families + " " + posts + " " + coordinated);
  }

  /// @return empty if posts have come since the families were found
  public static Optional<FamilyCount> ofCommit(Map<String, String> data) {
    return Optional.ofNullable(data.get(KEY))
        .map(text -> Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray())
        .map(n -> new FamilyCount(n[0], n[1], n[2]));
  }
}
