package dev.chorus.report.map;

import java.util.List;
import java.util.Map;

/// A map of posts: posts near each other use similar words. Nearness is not agreement, and neither
/// the axes nor far distances mean anything.
///
/// @param points the posts, earliest first
/// @param posts how many posts with a meaning count; more than there are points where points were
///     drawn from them by chance
/// @param landmarks of the points, how many were laid out themselves; the others stand between the
///     landmarks that they are nearest to
/// @param trustworthiness how far neighbours on the map are neighbours in meaning, among 15 of each
///     landmark (Venna and Kaski 2001): 1 if all are, about 0.5 if the map shows nothing
/// @param regions the densest ones, the densest first; no post is in two
public record PostMap(
    Points points, int posts, int landmarks, double trustworthiness, List<Region> regions)
    implements MapResult {
  /// With fewer posts there is no map.
  public static final int LEAST_POSTS = Projection.LEAST;

  /// A map that shows less is not shown.
  public static final double LEAST_TRUSTWORTHINESS = 0.80;

  /// Places are from 0 to this, along both axes; y grows downward.
  public static final int WIDTH = Projection.WIDTH;

  public PostMap {
    regions = List.copyOf(regions);
  }

  /// A dense part of the map.
  ///
  /// @param x its densest place
  /// @param y its densest place
  /// @param posts points in it
  /// @param words that set it apart from the rest of the map, most telling first; none where
  ///     nothing does
  /// @param camps its points by camp, most first
  /// @param example the number of a point in it, typical of what is said there
  public record Region(
      int x, int y, int posts, List<String> words, Map<String, Integer> camps, int example) {
    public Region {
      words = List.copyOf(words);
    }
  }
}
