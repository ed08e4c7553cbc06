package dev.chorus.source.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whole numbers as people and spreadsheets write them: `1,234`, `1.234`, `1 234`, `12.4K`, `5,0`.
/// Whether a comma or a dot parts thousands or decimals is what the other values of the column
/// show.
public final class Counts {
  /// What stands for thousands and what for decimals.
  public enum Style {
    /// `1,234.5`
    COMMA_GROUPS,
    /// `1.234,5`
    DOT_GROUPS
  }

  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern SHORT =
      Pattern.compile(
          "(-?[0-9][0-9.,' \\u00A0\\u202F]*)\\s*"
              + "(k|m|b|bn|mio|mrd|tsd|mil|million|millions|thousand|billion|tys|万|萬|千|億|亿)?\\.?\\+?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern GROUPS =
      Pattern.compile("-?[0-9]{1,3}([.,' \\u00A0\\u202F])[0-9]{3}(\\1[0-9]{3})*");

  private Counts() {}

  /// What a value shows of the style of its column; nothing if it fits both.
  public static Optional<Style> style(String text) {
    String s = digits(text);
    int comma = s.lastIndexOf(',');
    int dot = s.lastIndexOf('.');
    if (comma >= 0 && dot >= 0)
      return Optional.of(comma > dot ? Style.DOT_GROUPS : Style.COMMA_GROUPS);
    char mark = comma >= 0 ? ',' : '.';
    int at = Math.max(comma, dot);
    if (at < 0) return Optional.empty();
    Style asGroups = mark == ',' ? Style.COMMA_GROUPS : Style.DOT_GROUPS;
    Style asDecimals = mark == ',' ? Style.DOT_GROUPS : Style.COMMA_GROUPS;
    if (s.indexOf(mark) != at) return Optional.of(asGroups);
    // Three digits behind it may be either.
    boolean group = GROUPS.matcher(s).matches() && !s.replace("-", "").startsWith("0");
    if (!group) return Optional.of(asDecimals);
    // A count is whole: 1.234 of them are 1,234, but 1.000 may be one.
    return s.endsWith("000") ? Optional.empty() : Optional.of(asGroups);
  }

  private static String digits(String text) {
    Matcher m = SHORT.matcher(text.strip());
    if (!m.matches() || m.group(2) != null) return "";
    return m.group(1).strip();
  }

  /// The number.
  ///
  /// @param style of the column; empty if nothing shows it, then a mark before three digits parts
  ///     thousands
  /// @return nothing if it is no number, or not a whole one
  public static Optional<Long> parse(String text, Optional<Style> style) {
    String s = text.strip();
    if (PLAIN.matcher(s).matches()) return Optional.of(Long.parseLong(s));
    Matcher m = SHORT.matcher(s);
    if (!m.matches() || s.length() > 40) return Optional.empty();
    String number = m.group(1).strip().replaceAll("[' \\u00A0\\u202F](?=[0-9]{3}(?![0-9]))", "");
    if (number.matches(".*[' \\u00A0\\u202F].*")) return Optional.empty();
    try {
      BigDecimal factor = factor(m.group(2));
      boolean shortened = factor.compareTo(BigDecimal.ONE) > 0;
      BigDecimal value = decimal(number, style, shortened).multiply(factor);
      // 12.4K is no exact number, and neither is 1.23456789M.
      return Optional.of(
          (shortened ? value.setScale(0, RoundingMode.HALF_EVEN) : value).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(String number, Optional<Style> style, boolean shortened) {
    boolean comma = number.indexOf(',') >= 0;
    boolean dot = number.indexOf('.') >= 0;
    Style found =
        comma && dot
            ? (number.lastIndexOf(',') > number.lastIndexOf('.')
                ? Style.DOT_GROUPS
                : Style.COMMA_GROUPS)
            : style.orElseGet(
                () -> {
                  // 12.345K has decimals.
                  boolean groups = !shortened && GROUPS.matcher(number).matches();
                  return groups == comma ? Style.COMMA_GROUPS : Style.DOT_GROUPS;
                });
    char group = found == Style.COMMA_GROUPS ? ',' : '.';
    char decimal = found == Style.COMMA_GROUPS ? '.' : ',';
    String whole = number;
    int at = number.indexOf(decimal);
    String fraction = "";
    if (at >= 0) {
      whole = number.substring(0, at);
      fraction = number.substring(at + 1);
    }
    if (whole.indexOf(group) >= 0 && !GROUPS.matcher(whole).matches()) {
      throw new NumberFormatException(number);
    }
    whole = whole.replace(String.valueOf(group), "");
    return new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction);
  }

  private static BigDecimal factor(String unit) {
    if (unit == null) return BigDecimal.ONE;
    return BigDecimal.valueOf(
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "k", "tsd", "thousand", "tys", "千", "mil" -> 1_000L;
          case "万", "萬" -> 10_000L;
          case "m", "mio", "million", "millions" -> 1_000_000L;
          case "億", "亿" -> 100_000_000L;
          default -> 1_000_000_000L;
        });
  }
}
