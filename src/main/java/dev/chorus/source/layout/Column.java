package dev.chorus.source.layout;

import dev.chorus.source.format.Counts;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Times;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The values of one path in the first records of a file, and what they can be.
final class Column {
  /// The share of values that must fit: real columns hold a few that do not.
  private static final double MOSTLY = 0.6;

  /// Words that programs write into empty cells; in a text they are ordinary words.
  private static final Set<String> NOTHING =
      Set.of(
          "nan", "null", "none", "n/a", "<na>", "#n/a", "undefined", "nil", "-", "–", "—", "nat");

  /// The share of values that must fit where no other column is called so.
  private static final double PARTLY = 0.3;

  private static final Pattern LETTERS = Pattern.compile(".*\\p{L}.*", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final Pattern CLOCK =
      Pattern.compile("[0-2]?[0-9][:.h][0-5][0-9]\\b.*|[01]?[0-9] ?[AaPp]\\.?[Mm]\\.?");
  private static final Pattern CODE = Pattern.compile("\\S{1,500}");

  private final String path;
  private final List<String> values = new ArrayList<>();

  Column(String path) {
    this.path = path;
  }

  void add(Object value) {
    Optional<String> text = text(value);
    if (text.isPresent() && !isNothing(text.get())) values.add(text.get());
  }

  /// A value as text; nothing for lists, objects and blanks. Numbers without an exponent.
  static Optional<String> text(Object value) {
    return switch (value) {
      case null -> Optional.empty();
      case String s -> s.isBlank() ? Optional.empty() : Optional.of(s);
      case Double d when d.isNaN() || d.isInfinite() -> Optional.empty();
      case Double d -> Optional.of(plain(new BigDecimal(d.toString())));
      case Number n -> Optional.of(n.toString());
      case Boolean b -> Optional.of(b.toString());
      default -> Optional.empty();
    };
  }

  private static String plain(BigDecimal number) {
    if (number.scale() > 400 || number.precision() - number.scale() > 400) return number.toString();
    String s = number.toPlainString();
    return s.endsWith(".0") ? s.substring(0, s.length() - 2) : s;
  }

  static boolean isNothing(String text) {
    return text.length() <= 9 && NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  String path() {
    return path;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  int size() {
    return values.size();
  }

  List<String> values() {
    return values;
  }

  private boolean mostly(Predicate<String> fits) {
    return holds(MOSTLY, fits);
  }

  private boolean holds(double share, Predicate<String> fits) {
    if (values.isEmpty()) return false;
    long count = values.stream().filter(fits).count();
    return count >= Math.max(1, share * values.size());
  }

  boolean any(Predicate<String> fits) {
    return values.stream().anyMatch(fits);
  }

  /// The share of values that differ from all before them, from 0 to 1.
  double distinct() {
    return values.isEmpty() ? 0 : (double) new HashSet<>(values).size() / values.size();
  }

  /// Whether it may hold what people write.
  boolean isProse() {
    return mostly(
        v ->
            LETTERS.matcher(v).matches() && !LINK.matcher(v).matches() && !isJson(v) && !isFlag(v));
  }

  private static boolean isFlag(String v) {
    return v.equals("true") || v.equals("false");
  }

  private static boolean isJson(String v) {
    String s = v.strip();
    return s.startsWith("{\"") && s.endsWith("}") || s.startsWith("[{") && s.endsWith("}]");
  }

  /// Words in a value, on average.
  double words() {
    return values.stream().mapToInt(v -> v.strip().split("\\s+").length).average().orElse(0);
  }

  boolean isTime() {
    return mostly(Column::readsAsTime);
  }

  boolean holdsSomeTimes() {
    return holds(PARTLY, Column::readsAsTime);
  }

  static boolean readsAsTime(String v) {
    try {
      int year = Times.parse(v, DayOrder.DAY_FIRST).atZone(java.time.ZoneOffset.UTC).getYear();
      return year >= 1970 && year < 2200;
    } catch (DateTimeException e) {
      return false;
    }
  }

  boolean isSerialTime() {
    return mostly(v -> Times.serial(v).isPresent());
  }

  boolean isClock() {
    return mostly(v -> CLOCK.matcher(v.strip()).matches());
  }

  boolean isLanguage() {
    return mostly(v -> Languages.code(v).isPresent() || v.matches("[a-z]{2,3}([-_].*)?"));
  }

  boolean isUrl() {
    return mostly(v -> LINK.matcher(v.strip()).matches() || v.startsWith("/"));
  }

  boolean isCount() {
    return mostly(Column::readsAsCount);
  }

  boolean holdsSomeCounts() {
    return holds(PARTLY, Column::readsAsCount);
  }

  private static boolean readsAsCount(String v) {
    return Counts.parse(v, Optional.empty()).isPresent();
  }

  boolean isRating() {
    return mostly(v -> Ratings.parse(v).isPresent());
  }

  /// Whether its values may be ids: one word each, but no truth values.
  boolean isCode() {
    return mostly(v -> CODE.matcher(v.strip()).matches() && !isFlag(v));
  }

  boolean isName() {
    return mostly(
        v -> v.length() <= 200 && v.indexOf('\n') < 0 && !v.matches("t2_\\w+") && !isFlag(v));
  }

  /// Whether some values are several words, as names are and handles never.
  boolean isSpaced() {
    long spaced = values.stream().filter(v -> v.strip().indexOf(' ') > 0).count();
    return spaced > 0 && spaced * 10 >= values.size();
  }

  /// An example for messages.
  Optional<String> example() {
    return values.stream().findFirst();
  }

  @Override
  public String toString() {
    return path;
  }

  /// The language of a code or an English name.
  static Optional<String> language(String v) {
    return Languages.code(v).or(() -> RecordFields.languageOf(v));
  }
}
