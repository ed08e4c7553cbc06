package dev.chorus.source.layout;

import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Times;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a column of times shows of the order of day and month.
///
/// @param words for people; empty if nothing is proved
record DayEvidence(DayOrder order, String words) {
  /// The order of day and month that the column of times proves.
  ///
  /// @throws FieldException if most days could be either, and nothing shows which
  static DayEvidence of(Column times) throws FieldException {
    Map<DayOrder, Integer> shown = new EnumMap<>(DayOrder.class);
    String example = "";
    boolean dotted = false;
    for (String value : times.values()) {
      Optional<DayOrder> order = Times.order(value);
      if (order.isEmpty()) continue;
      shown.merge(order.get(), 1, Integer::sum);
      if (order.get() == DayOrder.UNKNOWN) {
        if (example.isEmpty()) example = value;
        dotted |= Times.isDotted(value);
      }
    }
    int dayFirst = shown.getOrDefault(DayOrder.DAY_FIRST, 0);
    int monthFirst = shown.getOrDefault(DayOrder.MONTH_FIRST, 0);
    int open = shown.getOrDefault(DayOrder.UNKNOWN, 0);
    if (open == 0 && (dayFirst == 0) == (monthFirst == 0))
      return new DayEvidence(DayOrder.UNKNOWN, "");
    if (dayFirst > 0 && monthFirst == 0) return proved(DayOrder.DAY_FIRST, "day first", dayFirst);
    if (monthFirst > 0 && dayFirst == 0) {
      return proved(DayOrder.MONTH_FIRST, "month first", monthFirst);
    }
    if (dotted && monthFirst == 0) return new DayEvidence(DayOrder.DAY_FIRST, "");
    if (open * 2 >= times.size()) {
      throw new FieldException(
          "has days in \"%s\" such as \"%s\", and %s whether the day or the month comes first; say which: --dates day-first or --dates month-first"
              .formatted(
                  times.path(),
                  example,
                  dayFirst > 0 ? "rows contradict each other on" : "no row shows"));
    }
    return new DayEvidence(DayOrder.UNKNOWN, "");
  }

  private static DayEvidence proved(DayOrder order, String words, int rows) {
    return new DayEvidence(
        order,
        String.format(
            Locale.ENGLISH, "%s, as %,d %s", words, rows, rows == 1 ? "row shows" : "rows show"));
  }
}
