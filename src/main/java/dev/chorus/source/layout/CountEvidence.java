package dev.chorus.source.layout;

import dev.chorus.source.format.Counts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a column of counts shows of how they are written.
final class CountEvidence {
  private CountEvidence() {}

  /// Nothing if no value shows it.
  static Optional<Counts.Style> of(Column column) {
    Map<Counts.Style, Integer> shown = new EnumMap<>(Counts.Style.class);
    for (String value : column.values()) {
      Counts.style(value).ifPresent(style -> shown.merge(style, 1, Integer::sum));
    }
    Optional<Counts.Style> most =
        shown.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    if (most.isPresent()) return most;
    // If every value ends in .000, nothing is in thousands but all have three decimals.
    boolean all =
        column.size() > 1
            && column.values().stream().allMatch(v -> v.strip().matches("[0-9]+[.,]000"));
    if (!all) return Optional.empty();
    boolean comma = column.values().getFirst().indexOf(',') >= 0;
    return Optional.of(comma ? Counts.Style.DOT_GROUPS : Counts.Style.COMMA_GROUPS);
  }
}
