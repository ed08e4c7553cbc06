package dev.chorus.source.format;

/// Which number comes first in a day written as `03/02/2025`.
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST,
  /// Not known; then a day that may be either is not guessed.
  UNKNOWN
}
