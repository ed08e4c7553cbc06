package dev.chorus.source.format;

import dev.chorus.json.Json;
import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.json.JsonSyntaxException;
import dev.chorus.json.NotJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A record that was rejected once, as [RejectedRecord] describes it. What is in `record` is read
/// as if it stood alone, or in its table.
///
/// Where `bytes` stand beside it, and `record` still shows just these bytes, they are decoded in
/// the encoding that the user names; without one, the record is rejected again. A `record` that
/// somebody has mended wins over its bytes.
public final class RejectsFormat implements PostFormat {
  /// Reads a row as its table would have been read.
  public interface Rows {
    void read(Original.Row row, Results results) throws FieldException;
  }

  private final Rows rows;

  public RejectsFormat(Rows rows) {
    this.rows = rows;
  }

  @Override
  public String id() {
    return "rejects";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.holds("reasons", List.class) && record.has("line") && record.has("record");
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Optional<RecordFields> table = record.peek("table");
    if (table.isPresent()) {
      rows.read(row(record, table.get(), results), results);
    } else if (record.holds("record", String.class)) {
      text(record, results);
    } else {
      results.read(record.nested("record", "the record that was rejected"));
    }
  }

  private static void text(RecordFields record, Results results) throws FieldException {
    String text = now(record.raw("record"), record.raw("bytes"), results);
    if (Undecoded.isIn(text) && results.encoding().isEmpty()) {
      again(Undecoded.bytes(text), results);
      return;
    }
    record.required("record", "the record, mended");
    try {
      if (Json.parse(text) instanceof Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put((String) key, value));
        results.read(new RecordFields(fields));
        return;
      }
      throw new FieldException("\"record\" holds no object in braces.");
    } catch (JsonSyntaxException e) {
      throw new FieldException("\"record\" is still no JSON: " + e.getMessage() + ".");
    }
  }

  /// Says what is wrong with bytes that nobody has mended, as when they were read first.
  private static void again(byte[] bytes, Results results) throws FieldException {
    List<String> reasons = new ArrayList<>();
    try {
      JsonRecords.read(
          new ByteArrayInputStream(bytes),
          found -> {
            if (found instanceof JsonRecord.Broken broken) reasons.add(broken.reason() + ".");
          });
    } catch (NotJsonException e) {
      reasons.add(e.getMessage() + ".");
    } catch (IOException e) {
      throw new IllegalStateException("an array can be read", e);
    }
    if (reasons.isEmpty()) throw new FieldException("\"bytes\" are not valid UTF-8.");
    reasons.forEach(results::reject);
  }

  private static Original.Row row(RecordFields record, RecordFields table, Results results)
      throws FieldException {
    List<String> header = new ArrayList<>();
    if (table.raw("header") instanceof List<?> names) {
      names.forEach(name -> header.add(String.valueOf(name)));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    if (table.raw("columns") instanceof Map<?, ?> map) {
      map.forEach((field, column) -> columns.put((String) field, String.valueOf(column)));
    }
    char separator = table.text("separator").orElse(",").charAt(0);
    if (table.raw("separator") instanceof String s && !s.isEmpty()) separator = s.charAt(0);
    Map<?, ?> bytes = record.raw("bytes") instanceof Map<?, ?> map ? map : Map.of();
    List<String> cells = new ArrayList<>();
    switch (record.raw("record")) {
      case Map<?, ?> byName -> {
        // Its own names: somebody may have added a column.
        header.clear();
        for (Map.Entry<?, ?> cell : byName.entrySet()) {
          header.add((String) cell.getKey());
          cells.add(now(cell.getValue(), bytes.get(cell.getKey()), results));
        }
      }
      case List<?> inOrder -> {
        for (int i = 0; i < inOrder.size(); i++) {
          cells.add(now(inOrder.get(i), bytes.get(Integer.toString(i)), results));
        }
      }
      case Object text -> {
        String row = now(text, record.raw("bytes"), results);
        if (row.isBlank()) throw new FieldException("\"record\" is empty; wanted the row, mended.");
        return new Original.Row(header, List.of(), columns, row, separator);
      }
    }
    return new Original.Row(header, cells, columns, "", separator);
  }

  /// What a text means now: the bytes behind it if nobody has changed it.
  ///
  /// @param bytes in base64, or null
  private static String now(Object value, Object bytes, Results results) throws FieldException {
    String shown = value == null ? "" : value.toString();
    if (!(bytes instanceof String base64)) return shown;
    try {
      byte[] exact = Base64.getDecoder().decode(base64);
      String undecoded = Undecoded.of(exact);
      if (!Undecoded.shown(undecoded).equals(shown)) return shown;
      Optional<Charset> encoding = results.encoding();
      return encoding.isEmpty() ? undecoded : Undecoded.decoded(exact, encoding.get());
    } catch (CharacterCodingException e) {
      throw new FieldException(
          "\"bytes\" are not "
              + results.encoding().orElseThrow().name()
              + " either; name another encoding, or mend \"record\".");
    } catch (IllegalArgumentException e) {
      throw new FieldException("\"bytes\" are not base64; mend \"record\" and delete \"bytes\".");
    }
  }
}
