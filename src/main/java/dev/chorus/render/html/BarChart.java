package dev.chorus.render.html;

import dev.chorus.render.Outline;

/// Where the marks of a chart of shares stand.
record BarChart(Axis axis) {
  static BarChart of(Outline.Bars bars) {
    double most =
        bars.bars().stream()
            .mapToDouble(bar -> Math.max(bar.share().high(), bar.withCopies().orElse(0)))
            .max()
            .orElse(1);
    return new BarChart(Axis.upTo(most));
  }
}
