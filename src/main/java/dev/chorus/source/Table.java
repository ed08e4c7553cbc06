package dev.chorus.source;

import dev.chorus.json.Json;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import dev.chorus.source.format.Undecoded;
import dev.chorus.source.sheet.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Posts as the rows of a table.
///
/// @param separator between cells
/// @param before rows that stand before the first row of posts: a report's own lines, and the
///     header
/// @param header the names of the columns, each different
/// @param doubles names that several columns have
record Table(char separator, int before, List<String> header, Set<String> doubles) {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// @param names as they stand in the file
  static Table of(char separator, int before, List<String> names) {
    List<String> header = new ArrayList<>();
    Set<String> doubles = new HashSet<>();
    for (String name : names) {
      String bare = name.strip();
      if (bare.isEmpty()) bare = "column " + (header.size() + 1);
      if (header.contains(bare)) {
        doubles.add(bare);
        int count = 2;
        while (header.contains(bare + " #" + count)) count++;
        bare = bare + " #" + count;
      }
      header.add(bare);
    }
    return new Table(separator, before, List.copyOf(header), Set.copyOf(doubles));
  }

  /// Reads the rows of a text.
  void read(InputStream utf8, FileRecords records) throws IOException {
    read(new Rows(new Utf8Reader(utf8), separator), records);
  }

  /// Reads the rows of any source.
  void read(RowSource rows, FileRecords records) throws IOException {
    for (int i = 0; i < before; i++) rows.next();
    records.header(header);
    long number = before;
    long repeated = 0;
    long repeatedFirst = 0;
    for (Optional<RowSource.Row> next; (next = rows.next()).isPresent(); ) {
      number++;
      RowSource.Row row = next.get();
      if (isHeader(row)) {
        if (repeated++ == 0) repeatedFirst = row.line();
        continue;
      }
      Results at = records.results(row.line(), () -> original(row, records.columns()));
      String start = String.format(Locale.ENGLISH, "row %,d: ", number);
      try {
        records.takeRow(cells(row), at.starting(start));
      } catch (FieldException e) {
        records.reject(at, start + e.getMessage());
      }
    }
    if (repeated > 0) {
      records
          .results(repeatedFirst, () -> new Original.Text(new byte[0]))
          .remark(
              repeated == 1
                  ? "the row of names stands there again; it was left out."
                  : String.format(
                      Locale.ENGLISH,
                      "the row of names stands there again, and %,d times in all; left out.",
                      repeated));
    }
  }

  private boolean isHeader(RowSource.Row row) {
    if (row.fields().size() != header.size() || !row.problem().isEmpty()) return false;
    for (int i = 0; i < header.size(); i++) {
      if (!row.fields().get(i).strip().equals(header.get(i))) return false;
    }
    return true;
  }

  private Original original(RowSource.Row row, Map<String, String> given) {
    return new Original.Row(header, row.fields(), given, row.text(), separator);
  }

  /// Reads a row that was left out once, and may have been mended: by the names of its columns.
  ///
  /// @throws FieldException if it cannot be read as a post
  static void again(Original.Row row, Results results) throws FieldException {
    Table table = of(row.separator(), 0, row.header());
    RowSource.Row cells =
        row.text().isEmpty()
            ? new RowSource.Row(1, row.cells(), "")
            : parsed(row.text(), row.separator());
    Map<String, Object> record = new LinkedHashMap<>(table.cells(cells));
    // What somebody said of a column is told by the name of the field.
    for (Map.Entry<String, String> given : row.columns().entrySet()) {
      Object cell = record.remove(given.getValue());
      if (cell != null) record.put(given.getKey(), cell);
    }
    results.read(new RecordFields(record, results::remark));
  }

  private static RowSource.Row parsed(String text, char separator) throws FieldException {
    try {
      Rows rows = new Rows(new StringReader(text), separator);
      RowSource.Row first = rows.next().orElseThrow(() -> new FieldException("the row is empty."));
      if (first.problem().isEmpty() && rows.next().isPresent()) {
        throw new FieldException("\"record\" holds more than one row.");
      }
      return first;
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
  }

  private Map<String, Object> cells(RowSource.Row row) throws FieldException {
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
    for (int i = 0; i < header.size(); i++) {
      refuseStrayBytes(header.get(i), cells.get(i));
      record.put(header.get(i), cells.get(i));
    }
    return record;
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
