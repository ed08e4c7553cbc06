package dev.chorus.source.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/// The text of a cell: what a program that knows the column would write into a CSV file.
final class CellText {
  /// What Excel shows where a formula fails.
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NULL!",
          "#NUM!",
          "#GETTING_DATA",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#BLOCKED!",
          "#CONNECT!",
          "#UNKNOWN!");

  /// A character that XML does not allow, and a literal `_x`, as workbooks write them.
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /// Digits before or behind the point, at most; the largest number of a spreadsheet has 309.
  private static final int DIGITS = 400;

  /// Days from the beginning of the calendar to the end of the year 9999.
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private CellText() {}

  /// @param cell null for one that is not there
  static String of(Cell cell) {
    if (cell == null || cell.getValue() == null || cell.getType() == CellType.ERROR) return "";
    return switch (cell.getValue()) {
      case BigDecimal number -> number(cell, number);
      case String text when cell.getType() == CellType.FORMULA -> cached(cell, text);
      case String text -> unescaped(text);
      case Object other -> other.toString();
    };
  }

  /// The value of a formula, whose kind the library does not tell.
  private static String cached(Cell cell, String text) {
    return ERRORS.contains(text) ? "" : unescaped(text);
  }

  private static String unescaped(String text) {
    if (text.indexOf("_x") < 0) return text;
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  private static String number(Cell cell, BigDecimal number) {
    NumberFormat format = NumberFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
    boolean isDate = format.isTime() && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
    if (isDate) {
      try {
        return time(cell.asDate(), format, number);
      } catch (DateTimeException | ExcelReaderException e) {
        return plain(number);
      }
    }
    return plain(number);
  }

  private static String time(LocalDateTime time, NumberFormat format, BigDecimal number) {
    LocalDateTime shown =
        format.showsFractions()
            ? time
            : time.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
    boolean isTimeAlone = !format.showsDay() && number.compareTo(BigDecimal.ONE) < 0;
    if (isTimeAlone) return TIME.format(shown);
    if (!format.showsClock() && shown.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return shown.toLocalDate().toString();
    }
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(shown);
  }

  /// All digits, without an exponent. Whole numbers as they stand in the file, so that an id that
  /// was never rounded is whole; others as a spreadsheet shows them, 1.1 and not
  /// 1.1000000000000001.
  private static String plain(BigDecimal number) {
    if (Math.abs((long) number.scale()) + number.precision() > DIGITS) return number.toString();
    BigDecimal bare = number.stripTrailingZeros();
    if (bare.scale() <= 0) return bare.toPlainString();
    return new BigDecimal(Double.toString(bare.doubleValue())).stripTrailingZeros().toPlainString();
  }
}
