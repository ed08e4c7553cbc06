package dev.chorus.report.map;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Made-up maps.
public final class MadeMaps {
  private MadeMaps() {}

  /// @param points x, y and camp of each post; the posts are called p0, p1 and so on
  /// @param regions x and y of the densest place of each
  public static PostMap of(int[][] points, int[][] regions) {
    int size = points.length;
    char[] x = new char[size];
    char[] y = new char[size];
    for (int i = 0; i < size; i++) {
      x[i] = (char) points[i][0];
      y[i] = (char) points[i][1];
    }
    int[] camps = IntStream.range(0, size).map(i -> points[i][2]).toArray();
    List<String> ids = IntStream.range(0, size).mapToObj(i -> "p" + i).toList();
    return new PostMap(
        new Points(ids, IntStream.range(0, size).toArray(), x, y, camps),
        size,
        size,
        0.9,
        IntStream.range(0, regions.length)
            .mapToObj(
                r ->
                    new PostMap.Region(
                        regions[r][0], regions[r][1], 1, List.of("word" + r), Map.of(), r))
            .toList());
  }
}
