package dev.chorus.render.html;

import dev.chorus.render.Outline;
import java.util.ArrayList;
import java.util.List;

/// Where the marks of a time line stand.
///
/// @param most posts of a tick
record TimeChart(List<Column> columns, List<Label> labels, List<Flag> flags, int most) {
  /// Ticks that are named below the columns.
  private static final int LABELS = 4;

  /// Part of its place that a column fills.
  private static final double FILLED = 0.8;

  record Column(String x, String y, String width, String height) {}

  /// @param anchor of the name at x: `start`, `middle` or `end`
  record Label(String x, String anchor, String name) {}

  record Flag(String x, int number) {}

  static TimeChart of(Outline.Timeline timeline) {
    int n = timeline.ticks().size();
    int most = timeline.ticks().stream().mapToInt(Outline.Tick::posts).max().orElse(0);
    List<Column> columns = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    int every = Math.max(1, Math.ceilDiv(n - 1, LABELS - 1));
    for (int i = 0; i < n; i++) {
      Outline.Tick tick = timeline.ticks().get(i);
      double high = most == 0 ? 0 : (double) tick.posts() / most;
      columns.add(
          new Column(
              Axis.percent((i + (1 - FILLED) / 2) / n),
              Axis.percent(1 - high),
              Axis.percent(FILLED / n),
              Axis.percent(high)));
      boolean last = i == n - 1;
      if (last || (i % every == 0 && i + every / 2 < n)) {
        labels.add(
            new Label(
                i == 0 ? "0" : last ? "100%" : middle(i, n),
                i == 0 ? "start" : last ? "end" : "middle",
                tick.name()));
      }
    }
    List<Flag> flags = new ArrayList<>();
    for (Outline.Mark mark : timeline.marks()) {
      flags.add(new Flag(middle(mark.tick(), n), flags.size() + 1));
    }
    return new TimeChart(columns, labels, flags, most);
  }

  private static String middle(int tick, int of) {
    return Axis.percent((tick + 0.5) / of);
  }
}
