package dev.chorus.render.html;

import dev.chorus.render.Outline;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of a split bar stand.
record SplitChart(List<Stretch> stretches) {
  /// Width of the axis of a mean in pixels, from -1 to 1.
  private static final double MEAN_AXIS = 120;

  /// @param key of the figure; null if it has none
  record Stretch(String leaning, String key, String x, String width) {}

  static SplitChart of(Outline.Split split) {
    long all = Math.max(1, split.parts().stream().mapToLong(Outline.Part::posts).sum());
    List<Stretch> stretches = new ArrayList<>();
    long before = 0;
    for (Outline.Part part : split.parts()) {
      stretches.add(
          new Stretch(
              leaning(part),
              Blocks.key(part.figure()),
              Axis.percent((double) before / all),
              Axis.percent((double) part.posts() / all)));
      before += part.posts();
    }
    return new SplitChart(stretches);
  }

  static String leaning(Outline.Part part) {
    return part.leaning() < 0 ? "adverse" : part.leaning() > 0 ? "favour" : "neither";
  }

  static String at(double mean) {
    return Long.toString(Math.round((Math.clamp(mean, -1, 1) + 1) / 2 * MEAN_AXIS));
  }
}
