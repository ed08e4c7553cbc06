package dev.chorus.source.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a spreadsheet shows a number, as far as it makes a time of it. A duration is a number.
///
/// @param showsDay whether a day, month or year is shown
/// @param showsClock whether hours, minutes or seconds are
/// @param showsFractions whether parts of a second are
record NumberFormat(boolean showsDay, boolean showsClock, boolean showsFractions) {
  private static final NumberFormat NUMBER = new NumberFormat(false, false, false);

  /// Formats of their own in languages of East Asia, of which files hold the number alone.
  private static final int ASIAN_FIRST = 27;

  private static final int ASIAN_LAST = 36;
  private static final int MORE_ASIAN_FIRST = 50;
  private static final int MORE_ASIAN_LAST = 58;

  /// The part for positive numbers.
  private static final Pattern FIRST_PART = Pattern.compile("^((?:\"[^\"]*\"|\\\\.|[^;\"])*)");

  /// What is shown as it is, colours, conditions and languages, and the exponent of a number.
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*]|[eE][+-]|(?i:general)");

  /// Hours, minutes or seconds that go on beyond a day: a duration.
  private static final Pattern DURATION = Pattern.compile("(?i)\\[(?:h+|m+|s+)]");

  private static final Pattern DAY = Pattern.compile("(?i)[dy]|mmm");
  private static final Pattern CLOCK = Pattern.compile("(?i)[hs]|am/pm");
  private static final Pattern MONTH_OR_MINUTE = Pattern.compile("(?i)m");
  private static final Pattern FRACTION = Pattern.compile("(?i)s\\.0");

  /// @param id of the format; null for none
  /// @param code such as `yyyy-mm-dd hh:mm`; null if the file does not say
  static NumberFormat of(Integer id, String code) {
    if (id == null) return NUMBER;
    if (code == null) {
      boolean asian =
          id >= ASIAN_FIRST && id <= ASIAN_LAST || id >= MORE_ASIAN_FIRST && id <= MORE_ASIAN_LAST;
      return asian ? new NumberFormat(true, false, false) : NUMBER;
    }
    Matcher part = FIRST_PART.matcher(code);
    String first = part.find() ? part.group(1) : code;
    if (DURATION.matcher(first).find()) return NUMBER;
    String bare = LITERAL.matcher(first).replaceAll("");
    boolean clock = CLOCK.matcher(bare).find();
    boolean month = !clock && MONTH_OR_MINUTE.matcher(bare).find();
    return new NumberFormat(
        DAY.matcher(bare).find() || month, clock, FRACTION.matcher(bare).find());
  }

  boolean isTime() {
    return showsDay || showsClock;
  }
}
