package dev.chorus.render.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The axis of a chart of shares: it starts at 0.
///
/// @param end the share at its end, from 0 to 1
/// @param step between the ticks
record Axis(double end, double step) {
  private static final List<Axis> AXES =
      List.of(
          new Axis(0.05, 0.01),
          new Axis(0.1, 0.05),
          new Axis(0.2, 0.05),
          new Axis(0.3, 0.1),
          new Axis(0.4, 0.1),
          new Axis(0.5, 0.1),
          new Axis(0.6, 0.2),
          new Axis(0.8, 0.2),
          new Axis(1, 0.25));

  /// The shortest that holds a share.
  static Axis upTo(double share) {
    return AXES.stream().filter(axis -> share <= axis.end).findFirst().orElse(AXES.getLast());
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= end + step / 2; i++) ticks.add(i * step);
    return ticks;
  }

  /// Where a share is, such as `12.34%`, of the width of the chart.
  String at(double share) {
    return percent(share / end);
  }

  /// How wide a stretch is.
  String wide(double from, double to) {
    return percent(Math.max(0, to - from) / end);
  }

  static String percent(double part) {
    return BigDecimal.valueOf(Math.clamp(part, 0, 1) * 100)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  static String whole(double part) {
    return Math.round(part * 100) + "%";
  }
}
