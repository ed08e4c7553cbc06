package dev.chorus.source.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Times in the styles that tables have them: nobody's program writes them all alike, and
/// spreadsheets rewrite them. UTC where no zone is given. A day whose number may be its month's
/// (`03/02/2025`) is not guessed.
final class Times {
  /// Examples of times, for messages.
  static final String WANTED =
      "a time such as 2025-01-27T09:30:00Z, 2025-01-27 09:30 or 1737970200";

  private static final Pattern EPOCH = Pattern.compile("([0-9]{9,16})(?:\\.0*)?");

  private static final Pattern NUMERIC =
      Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})(?:,? +(.+))?");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(.*)");

  /// X writes a dot between time and day on its pages.
  private static final Pattern X_PAGE = Pattern.compile("(.+[AaPp][Mm]) · (.+)");

  private static final List<DateTimeFormatter> CLOCKS =
      List.of(clock("H:mm", "[ ][XXX][XX][X]"), clock("H:mm", " z"), clock("h:mm", "[ ]a"));

  private static DateTimeFormatter clock(String start, String end) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(start)
        .optionalStart()
        .appendPattern(":ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
        .optionalEnd()
        .appendPattern(end)
        .toFormatter(Locale.ENGLISH);
  }

  /// With the month in letters, so that nothing is ambiguous.
  private static final List<DateTimeFormatter> NAMED =
      Stream.of(
              "EEE MMM d HH:mm:ss [xx][z] yyyy",
              "[EEE, ]d MMM yyyy HH:mm[:ss][ xx][ z]",
              "[EEE, ]d MMM yyyy",
              "MMM d, yyyy[,][ h:mm[:ss] a][ H:mm[:ss]]",
              "MMMM d, yyyy[,][ h:mm[:ss] a][ H:mm[:ss]]",
              "d MMMM yyyy[,][ H:mm[:ss]]",
              "d-MMM-yyyy[ H:mm[:ss]]")
          .map(Times::formatter)
          .toList();

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  private Times() {}

  /// A day that could be two; the message says which, in words that go behind "wanted".
  static final class Ambiguous extends DateTimeException {
    private static final long serialVersionUID = 1L;

    Ambiguous(LocalDate one, LocalDate other) {
      super("the year first, as this may be " + one + " or " + other);
    }
  }

  /// @throws Ambiguous if it could be two days
  /// @throws DateTimeException if no style fits
  static Instant parse(String text) {
    String s = text.strip().replaceAll("\\s+", " ");
    Matcher m;
    if ((m = EPOCH.matcher(s)).matches()) return epoch(m.group(1));
    if ((m = X_PAGE.matcher(s)).matches()) s = m.group(2) + ", " + m.group(1);
    if ((m = YEAR_FIRST.matcher(s)).matches()) {
      s =
          String.format("%s-%2s-%2s", m.group(1), m.group(2), m.group(3)).replaceAll("- ", "-0")
              + m.group(4);
    }
    if ((m = NUMERIC.matcher(s)).matches()) {
      return at(day(m, s), m.group(5) == null ? "0:00" : m.group(5));
    }
    if (s.matches("[0-9]{4}-.*")) {
      return s.length() <= 10
          ? at(LocalDate.parse(s), "0:00")
          : at(LocalDate.parse(s.substring(0, 10)), s.substring(11));
    }
    for (DateTimeFormatter style : NAMED) {
      try {
        return instant(style.parse(s));
      } catch (DateTimeException e) {
        // Perhaps the next one.
      }
    }
    throw new DateTimeException(WANTED);
  }

  /// Seconds, milliseconds or microseconds, by the number of digits.
  private static Instant epoch(String digits) {
    long number = Long.parseLong(digits);
    return switch ((digits.length() - 9) / 3) {
      case 0 -> Instant.ofEpochSecond(number);
      case 1 -> Instant.ofEpochMilli(number);
      default -> Instant.ofEpochMilli(number / 1_000).plusNanos(number % 1_000 * 1_000);
    };
  }

  private static LocalDate day(Matcher m, String s) {
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    int year = Integer.parseInt(m.group(4));
    // With dots the day comes first wherever dots are used.
    if (first > 12 || m.group(2).equals(".") || first == second) {
      return LocalDate.of(year, second, first);
    }
    if (second > 12) return LocalDate.of(year, first, second);
    throw new Ambiguous(LocalDate.of(year, second, first), LocalDate.of(year, first, second));
  }

  private static Instant at(LocalDate day, String clock) {
    for (DateTimeFormatter style : CLOCKS) {
      try {
        return instant(day, style.parse(clock.strip()));
      } catch (DateTimeException e) {
        // Perhaps the next one.
      }
    }
    throw new DateTimeException(WANTED);
  }

  private static Instant instant(TemporalAccessor parsed) {
    return instant(LocalDate.from(parsed), parsed);
  }

  private static Instant instant(LocalDate day, TemporalAccessor clock) {
    LocalTime time = clock.query(TemporalQueries.localTime());
    LocalDateTime local = day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    var zone = clock.query(TemporalQueries.zone());
    return local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
  }
}
