package dev.chorus.source;

import dev.chorus.json.Json;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import dev.chorus.source.format.Undecoded;
import dev.chorus.source.sheet.RowSource.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Posts as the rows of a table, under a row that names the columns. Tables are told from other
/// text by that row: some separator cuts it so that a column holds the text of posts.
final class Table {
  /// Bytes in which the header must end.
  static final int LOOKED_AT = 1 << 16;

  private static final String SEPARATORS = ",;\t|";

  /// How JSON and web pages begin, after white space.
  private static final Pattern OTHER = Pattern.compile("\\s*(?:[\\[{<]|window\\.YTD\\.|$)");

  /// Excel's way to say which separator comes.
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.)\\R", Pattern.DOTALL);

  /// Words that programs write into empty cells; in a text they are ordinary words.
  private static final Set<String> NOTHING = Set.of("nan", "null", "none", "n/a", "<na>");

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final char separator;
  private final boolean separatorLine;
  private final List<String> header;
  private final Columns columns;

  /// Reads the rows instead of the columns.
  private final Optional<PostFormat> format;

  private Table(
      char separator,
      boolean separatorLine,
      List<String> header,
      Columns columns,
      Optional<PostFormat> format) {
    this.separator = separator;
    this.separatorLine = separatorLine;
    this.header = header;
    this.columns = columns;
    this.format = format;
  }

  /// The table that begins like this, if it is one.
  ///
  /// @param start the first bytes, in UTF-8
  /// @param settings whether somebody said that it is one
  /// @param given columns by field, as somebody said
  /// @throws FieldException if it is a table, but not one of these columns
  static Optional<Table> of(byte[] start, ReadSettings settings, Map<String, String> given)
      throws FieldException {
    String text = new String(start, StandardCharsets.UTF_8);
    if (!settings.isTable() && OTHER.matcher(text).lookingAt()) return Optional.empty();
    Matcher line = SEPARATOR_LINE.matcher(text);
    boolean separatorLine = line.lookingAt();
    String separators = separatorLine ? line.group(1) : SEPARATORS;
    if (settings.format().filter(ReadSettings.TSV::equals).isPresent()) separators = "\t";
    String first = separatorLine ? text.substring(line.end()) : text;
    List<String> widest = List.of();
    Optional<Table> found = Optional.empty();
    for (char separator : separators.toCharArray()) {
      List<String> header = header(first, separator);
      if (header.size() > widest.size()) {
        widest = header;
        Optional<PostFormat> format = given.isEmpty() ? Formats.ofRows(header) : Optional.empty();
        found =
            (format.isPresent() ? Optional.of(Columns.none()) : Columns.of(header, given))
                .map(columns -> new Table(separator, separatorLine, header, columns, format));
      }
    }
    if (!given.isEmpty()) {
      for (Map.Entry<String, String> column : given.entrySet()) {
        if (widest.contains(column.getValue())) continue;
        throw new FieldException(
            "has no column \"%s\" (--map %s=…); the first line has %s"
                .formatted(column.getValue(), column.getKey(), quoted(widest)));
      }
    }
    if (found.isPresent()) {
      found.get().refuseDoubles();
    } else if (settings.isTable()) {
      throw new FieldException("is no table whose text is known" + hint(start));
    }
    return found;
  }

  /// Advice on a text that may be a table, for the end of a message; empty for other texts.
  static String hint(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return SEPARATORS
        .chars()
        .mapToObj(separator -> header(text, (char) separator))
        .filter(names -> names.size() > 1)
        .max(Comparator.comparingInt(List::size))
        .map(
            names ->
                "; if it is a table, say which column holds the text (--map text=COLUMN), its"
                    + " first line has "
                    + quoted(names))
        .orElse("");
  }

  private static List<String> header(String start, char separator) {
    try {
      return new Rows(new StringReader(start), separator)
          .next()
          .filter(row -> row.problem().isEmpty())
          .map(Row::fields)
          .orElse(List.of());
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
  }

  private static String quoted(List<String> names) {
    List<String> shown =
        names.stream().limit(30).map(n -> "\"" + Json.excerpt(n, 40) + "\"").toList();
    return String.join(", ", shown) + (names.size() > shown.size() ? " …" : "");
  }

  private void refuseDoubles() throws FieldException {
    for (String name : columns.byField().values()) {
      if (header.indexOf(name) != header.lastIndexOf(name)) {
        throw new FieldException("has two columns called \"" + name + "\"; rename one of them");
      }
    }
  }

  /// The columns by field, and the columns that are not read.
  String explained() {
    if (format.isPresent()) {
      return "the columns are those of the format \"" + format.get().id() + "\".";
    }
    List<String> left =
        header.stream().filter(name -> !columns.byField().containsValue(name)).toList();
    return "columns read: "
        + columns
        + (left.isEmpty() ? "" : "; not read: " + quoted(left))
        + ". Another way: --map text=COLUMN,author.handle=COLUMN";
  }

  /// Takes the content of rows.
  interface Sink {
    /// @param line on which the row begins
    /// @param row for rejections
    Results results(long line, Supplier<Original> row);
  }

  /// Gives the content of each row to `sink`.
  void read(InputStream utf8, Sink sink) throws IOException {
    Rows rows = new Rows(new Utf8Reader(utf8), separator);
    if (separatorLine) rows.next();
    rows.next();
    long number = 1;
    for (Optional<Row> row; (row = rows.next()).isPresent(); ) {
      number++;
      String start = String.format(Locale.ENGLISH, "row %,d: ", number);
      Row found = row.get();
      Results at = sink.results(found.line(), () -> original(found));
      try {
        read(fields(found), at);
      } catch (FieldException e) {
        at.reject(start + e.getMessage());
      }
    }
  }

  private void read(RecordFields row, Results results) throws FieldException {
    if (format.isPresent()) format.get().read(row, results);
    else results.add(columns.post(row));
  }

  private Original original(Row row) {
    return new Original.Row(header, row.fields(), columns.byField(), row.text(), separator);
  }

  /// Reads a row that was left out once, and may have been mended.
  ///
  /// @throws FieldException if it cannot be read as a post
  static void again(Original.Row row, Results results) throws FieldException {
    Optional<PostFormat> format =
        row.columns().isEmpty() ? Formats.ofRows(row.header()) : Optional.empty();
    Columns columns =
        (format.isPresent() ? Optional.of(Columns.none()) : Columns.of(row.header(), row.columns()))
            .orElseThrow(
                () ->
                    new FieldException(
                        "no column holds the text (\"table.columns.text\"); the columns are "
                            + quoted(row.header())
                            + "."));
    Table table = new Table(row.separator(), false, row.header(), columns, format);
    Row cells = new Row(1, row.cells(), "");
    if (!row.text().isEmpty()) cells = parsed(row.text(), row.separator());
    table.read(table.fields(cells), results);
  }

  private static Row parsed(String text, char separator) throws FieldException {
    try {
      Rows rows = new Rows(new StringReader(text), separator);
      Row first = rows.next().orElseThrow(() -> new FieldException("the row is empty."));
      if (first.problem().isEmpty() && rows.next().isPresent()) {
        throw new FieldException("\"record\" holds more than one row.");
      }
      return first;
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
  }

  private RecordFields fields(Row row) throws FieldException {
    if (!row.problem().isEmpty()) throw new FieldException(row.problem() + ".");
    List<String> cells = row.fields();
    while (cells.size() > header.size() && cells.getLast().isBlank()) {
      cells = cells.subList(0, cells.size() - 1);
    }
    if (cells.size() != header.size()) {
      throw new FieldException(
          String.format(
              Locale.ENGLISH,
              "it has %,d columns, and the header %,d; is a separator or a quotation mark one too"
                  + " many or missing?",
              cells.size(),
              header.size()));
    }
    Map<String, Object> record = new LinkedHashMap<>();
    if (format.isPresent()) {
      // Empty cells stay, so that each row is recognised by its columns.
      for (int i = 0; i < header.size(); i++) {
        refuseStrayBytes(header.get(i), cells.get(i));
        record.put(header.get(i), cells.get(i));
      }
      return new RecordFields(record);
    }
    for (Map.Entry<String, String> column : columns.byField().entrySet()) {
      String cell = cells.get(header.indexOf(column.getValue()));
      refuseStrayBytes(column.getValue(), cell);
      boolean nothing =
          !column.getKey().equals("text") && NOTHING.contains(cell.toLowerCase(Locale.ROOT));
      if (!nothing) record.put(column.getValue(), cell);
    }
    return new RecordFields(record);
  }

  private static void refuseStrayBytes(String column, String cell) throws FieldException {
    if (Json.wellFormed(cell) == cell) return;
    StringBuilder guess = new StringBuilder();
    int bad = 0;
    for (char c : cell.toCharArray()) {
      int stray = Undecoded.strayByte(c);
      if (stray >= 0 && bad == 0) {
        bad = stray;
        guess.delete(0, Math.max(0, guess.length() - 12));
      }
      guess.append(stray < 0 ? c : new String(new byte[] {(byte) stray}, WESTERN).charAt(0));
    }
    throw new FieldException(
        String.format(
            "\"%s\" is not valid UTF-8: byte 0x%02x; if '%s' is right, the file is in %s"
                + " (--encoding %4$s).",
            Json.excerpt(column, 40), bad, Json.excerpt(guess.toString(), 24), WESTERN.name()));
  }
}
