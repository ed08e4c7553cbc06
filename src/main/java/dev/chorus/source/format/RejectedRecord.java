package dev.chorus.source.format;

import dev.chorus.json.Json;
import dev.chorus.json.RawJson;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A record that was left out, as one line of JSON in UTF-8 that [RejectsFormat] reads again:
///
/// - `reasons`, `file` and `line`.
/// - `record`: JSON as it stood in the input, but for line ends between its parts; a string where
///   it was no JSON that any program can read; for a row of a table its cells by column, or a list
///   of them where they do not fit the header, or its text where they could not be told apart.
/// - `bytes`, only if some bytes of the record are not UTF-8: exactly what was read, in base64. For
///   cells an object by column, or by number from 0.
/// - `table`, only for rows: its `separator`, its `header`, and `columns`, the column of each
///   field.
public final class RejectedRecord {
  private RejectedRecord() {}

  /// @return one line in UTF-8, without its end
  public static byte[] line(List<String> reasons, Place at, Original original) {
    Map<String, byte[]> line = new LinkedHashMap<>();
    line.put("reasons", Json.utf8(reasons));
    line.put("file", Json.utf8(at.file()));
    line.put("line", Json.utf8(at.line()));
    switch (original) {
      case Original.Json json when isOne(json.bytes()) -> {
        // It comes out of such a file, and is not wrapped another time.
        Map<String, byte[]> before = RawJson.members(json.bytes());
        for (String member : List.of("record", "bytes", "table")) {
          if (before.containsKey(member)) {
            line.put(member, RawJson.onOneLine(before.get(member)));
          }
        }
      }
      case Original.Json json when RawJson.isStrict(json.bytes()) ->
          line.put("record", RawJson.onOneLine(json.bytes()));
      case Original.Json json -> text(line, Undecoded.of(json.bytes()));
      case Original.Text text -> text(line, Undecoded.of(text.bytes()));
      case Original.Row row -> row(line, row);
    }
    return RawJson.object(line);
  }

  private static boolean isOne(byte[] json) {
    String start = new String(json, 0, Math.min(json.length, 200)).strip();
    if (!start.startsWith("{") || !start.substring(1).strip().startsWith("\"reasons\"")) {
      return false;
    }
    Map<String, byte[]> members = RawJson.members(json);
    return members.containsKey("line") && members.containsKey("record");
  }

  private static void text(Map<String, byte[]> line, String text) {
    line.put("record", Json.utf8(Undecoded.shown(text)));
    if (Undecoded.isIn(text)) line.put("bytes", Json.utf8(base64(text)));
  }

  private static void row(Map<String, byte[]> line, Original.Row row) {
    List<String> header = row.header();
    if (!row.text().isEmpty()) {
      text(line, row.text());
    } else if (row.cells().size() == header.size()
        && header.stream().distinct().count() == header.size()) {
      Map<String, String> cells = new LinkedHashMap<>();
      Map<String, String> bytes = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) cell(header.get(i), row.cells().get(i), cells, bytes);
      line.put("record", Json.utf8(cells));
      if (!bytes.isEmpty()) line.put("bytes", Json.utf8(bytes));
    } else {
      Map<String, String> cells = new LinkedHashMap<>();
      Map<String, String> bytes = new LinkedHashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cell(Integer.toString(i), row.cells().get(i), cells, bytes);
      }
      line.put("record", Json.utf8(List.copyOf(cells.values())));
      if (!bytes.isEmpty()) line.put("bytes", Json.utf8(bytes));
    }
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("separator", String.valueOf(row.separator()));
    table.put("header", header.stream().map(Undecoded::shown).toList());
    table.put("columns", row.columns());
    line.put("table", Json.utf8(table));
  }

  private static void cell(
      String name, String cell, Map<String, String> cells, Map<String, String> bytes) {
    cells.put(name, Undecoded.shown(cell));
    if (Undecoded.isIn(cell)) bytes.put(name, base64(cell));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(Undecoded.bytes(text));
  }
}
