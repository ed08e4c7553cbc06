package dev.chorus.source;

import dev.chorus.source.format.FieldException;
import dev.chorus.source.layout.LayoutNames;
import dev.chorus.source.sheet.RowSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Tells tables from other text, and finds their separator and the row that names the columns. That
/// row need not be the first: reports put lines of their own before it. A table without such a row
/// is known by its rows, which are alike.
final class TableFinder {
  /// Bytes that are looked at.
  static final int LOOKED_AT = 1 << 16;

  /// Rows before a header.
  private static final int HIGHEST_HEADER = 20;

  private static final int ROWS = 60;

  private static final String SEPARATORS = ",;\t|";

  /// How JSON and web pages begin, after white space.
  private static final Pattern OTHER =
      Pattern.compile(
          "\\s*(?:[\\[{<]|window\\.YTD\\.|-- |/\\*|(?:CREATE|DROP) TABLE|INSERT INTO|$)");

  /// Excel's way to say which separator comes.
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\R", Pattern.DOTALL);

  private final ReadSettings settings;
  private final Map<String, String> given;

  private TableFinder(ReadSettings settings, Map<String, String> given) {
    this.settings = settings;
    this.given = given;
  }

  /// A way to read the start as a table.
  /// @param rows how many rows of posts are seen
  private record Guess(Table table, boolean named, int knownNames, int rows) {
    int width() {
      return table.header().size();
    }
  }

  /// The table that begins like this, if it is one.
  ///
  /// @param start the first bytes, in UTF-8
  /// @param settings whether somebody said that it is one
  /// @param given columns by field, as somebody said
  /// @throws FieldException if somebody said that it is a table, and it is none
  static Optional<Table> find(byte[] start, ReadSettings settings, Map<String, String> given)
      throws FieldException {
    return new TableFinder(settings, given).find(new String(start, StandardCharsets.UTF_8), start);
  }

  private Optional<Table> find(String text, byte[] bytes) throws FieldException {
    boolean forced = settings.isTable();
    if (!forced && OTHER.matcher(text).lookingAt()) return Optional.empty();
    Matcher line = SEPARATOR_LINE.matcher(text);
    boolean separatorLine = line.lookingAt();
    String separators = separatorLine ? line.group(1) : SEPARATORS;
    if (settings.format().filter(ReadSettings.TSV::equals).isPresent()) separators = "\t";
    String body = separatorLine ? text.substring(line.end()) : text;
    boolean whole = bytes.length < LOOKED_AT;
    List<Guess> guesses = new ArrayList<>();
    for (char separator : separators.toCharArray()) {
      List<RowSource.Row> rows = rows(body, separator, whole);
      if (rows.isEmpty()) continue;
      guess(rows, separator, separatorLine ? 1 : 0, forced || !given.isEmpty())
          .ifPresent(guesses::add);
    }
    // A header that is understood; then more columns.
    Optional<Guess> best =
        guesses.stream()
            .max(
                Comparator.comparing(Guess::named)
                    .thenComparing(g -> Math.min(g.width(), 2))
                    .thenComparing(Guess::knownNames)
                    .thenComparing(Guess::width));
    if (best.isEmpty() && forced
        || best.isPresent() && !best.get().named() && best.get().rows() == 0) {
      if (!forced && given.isEmpty()) return Optional.empty();
      if (best.isPresent()) refuseMissing(best.get().table().header());
      throw new FieldException("is no table whose text is known" + hint(bytes));
    }
    if (best.isPresent()) refuseMissing(best.get().table().header());
    return best.map(Guess::table);
  }

  /// @throws FieldException if a column that somebody named is not there
  private void refuseMissing(List<String> header) throws FieldException {
    for (Map.Entry<String, String> column : given.entrySet()) {
      String name = column.getValue();
      boolean there =
          header.stream().anyMatch(h -> h.equalsIgnoreCase(name) || h.equals("column " + name));
      if (there) continue;
      throw new FieldException(
          "has no column \"%s\" (--map %s=…); the first line has %s"
              .formatted(name, column.getKey(), LayoutNames.quoted(header)));
    }
  }

  private static List<RowSource.Row> rows(String text, char separator, boolean whole) {
    List<RowSource.Row> rows = new ArrayList<>();
    try {
      Rows reader = new Rows(new StringReader(text), separator);
      while (rows.size() < ROWS) {
        Optional<RowSource.Row> row = reader.next();
        if (row.isEmpty()) {
          // The last row may be cut off here.
          if (!whole && rows.size() > 1) rows.removeLast();
          break;
        }
        rows.add(row.get());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
    return rows;
  }

  private Optional<Guess> guess(
      List<RowSource.Row> rows, char separator, int before, boolean certain) {
    int width = commonWidth(rows);
    int header = header(rows, width);
    if (header >= 0) {
      List<String> names = rows.get(header).fields();
      // R writes the names of rows without a name for their column.
      if (width == names.size() + 1 && header == 0) {
        names = new ArrayList<>(names);
        names.addFirst("");
      }
      int further = surveyRows(rows, header);
      return Optional.of(
          new Guess(
              Table.of(separator, before + header + 1 + further, names),
              true,
              known(names),
              rows.size() - header - 1));
    }
    if (width < 2 && !certain) return Optional.empty();
    List<RowSource.Row> alike = rows.stream().filter(r -> r.fields().size() == width).toList();
    boolean even = alike.size() >= 3 && alike.size() * 10 >= rows.size() * 9;
    if (!even && !certain) return Optional.empty();
    List<String> first = rows.getFirst().fields();
    if (certain && !given.isEmpty() && names(rows).isPresent()) {
      int at = names(rows).get();
      return Optional.of(
          new Guess(
              Table.of(separator, before + at + 1, rows.get(at).fields()), true, 0, rows.size()));
    }
    // Whoever counts columns says that they have no names.
    boolean counted =
        !given.isEmpty() && given.values().stream().allMatch(g -> g.matches("(?:column )?[0-9]+"));
    if (!counted && isNames(first, rows)) {
      return Optional.of(
          new Guess(
              Table.of(separator, before + 1 + surveyRows(rows, 0), first),
              false,
              0,
              rows.size() - 1));
    }
    if (!even && !counted) {
      return certain
          ? Optional.of(
              new Guess(Table.of(separator, before + 1, first), false, 0, rows.size() - 1))
          : Optional.empty();
    }
    List<String> numbers = IntStream.rangeClosed(1, width).mapToObj(i -> "column " + i).toList();
    return Optional.of(new Guess(Table.of(separator, before, numbers), false, 0, rows.size()));
  }

  /// The row that holds the names that somebody gave.
  private Optional<Integer> names(List<RowSource.Row> rows) {
    for (int i = 0; i < Math.min(rows.size(), HIGHEST_HEADER); i++) {
      List<String> stripped = rows.get(i).fields().stream().map(String::strip).toList();
      if (stripped.containsAll(given.values())) return Optional.of(i);
    }
    return Optional.empty();
  }

  /// How many cells most rows have.
  private static int commonWidth(List<RowSource.Row> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (RowSource.Row row : rows) {
      if (row.problem().isEmpty()) counts.merge(row.fields().size(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /// The row that names the columns, one of them the text; -1 if there is none.
  private int header(List<RowSource.Row> rows, int width) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < Math.min(rows.size(), HIGHEST_HEADER); i++) {
      RowSource.Row row = rows.get(i);
      List<String> names = row.fields();
      if (!row.problem().isEmpty()) continue;
      boolean wide = names.size() >= width || names.size() == width - 1;
      if (i > 0 && !wide) continue;
      if (!given.isEmpty()) {
        List<String> stripped = names.stream().map(String::strip).toList();
        if (stripped.containsAll(given.values())) return i;
        continue;
      }
      if (Formats.ofRows(names).isPresent()) return i;
      if (!LayoutNames.holdText(names)) continue;
      // A row of posts may begin with a word such as "text", too, but not with several.
      int known = known(names);
      if (i > 0 && (names.size() < 2 || known < 2)) continue;
      if (known > most) {
        most = known;
        best = i;
      }
    }
    return best;
  }

  private static int known(List<String> names) {
    return (int) names.stream().filter(LayoutNames::isKnown).count();
  }

  /// Rows below the header in which survey tools explain the columns.
  private static int surveyRows(List<RowSource.Row> rows, int header) {
    for (int i = header + 1; i < Math.min(rows.size(), header + 3); i++) {
      if (rows.get(i).fields().stream().anyMatch(c -> c.startsWith("{\"ImportId\""))) {
        return i - header;
      }
    }
    if (header + 1 < rows.size()
        && rows.get(header + 1).fields().stream().anyMatch(c -> c.equals("Open-Ended Response"))) {
      return 1;
    }
    return 0;
  }

  /// Whether the first row looks like names: short words without digits at their start, each
  /// different and none of them a value further down.
  private static boolean isNames(List<String> first, List<RowSource.Row> rows) {
    if (first.stream().distinct().count() < first.size()) return false;
    for (int i = 0; i < first.size(); i++) {
      String name = first.get(i).strip();
      if (name.isEmpty() && i > 0) return false;
      // Surveys ask in their headers.
      boolean asks = LayoutNames.isKnown(first.getFirst());
      if (asks ? name.length() > 300 : name.split("\\s+").length > 6) return false;
      if (name.length() > (asks ? 300 : 60)
          || name.matches("[-+]?[0-9.,:/ ]+")
          || name.matches("https?://.*")) {
        return false;
      }
      int column = i;
      if (!name.isEmpty()
          && rows.stream()
              .skip(1)
              .anyMatch(
                  r -> r.fields().size() > column && r.fields().get(column).strip().equals(name))) {
        return false;
      }
    }
    return true;
  }

  /// Advice on a text that may be a table, for the end of a message; empty for other texts.
  static String hint(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return SEPARATORS
        .chars()
        .mapToObj(separator -> rows(text, (char) separator, true))
        .filter(rows -> !rows.isEmpty())
        .map(rows -> rows.getFirst().fields())
        .filter(names -> names.size() > 1)
        .max(Comparator.comparingInt(List::size))
        .map(
            names ->
                "; if it is a table, say which column holds the text (--map text=COLUMN), its"
                    + " first line has "
                    + LayoutNames.quoted(names))
        .orElse("");
  }
}
