package dev.chorus.source;

import dev.chorus.source.format.PostFormat;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts on an input that its content does not tell and the user does.
///
/// @param encoding of texts that are not UTF-8 and do not begin with a byte order mark
/// @param format one of [#formats]; empty recognises each record
/// @param columns of tables: the name of a column for each field that is not obvious, by the
///     field's path in Chorus's own shape, such as `author.handle`
/// @param sheet of workbooks: the name of the sheet, or its number from 1; empty takes the first
public record ReadSettings(
    Optional<Charset> encoding,
    Optional<String> format,
    Map<String, String> columns,
    Optional<String> sheet) {

  /// The content decides everything.
  public static final ReadSettings AUTO =
      new ReadSettings(Optional.empty(), Optional.empty(), Map.of());

  static final String CSV = "csv";
  static final String TSV = "tsv";

  /// Of inputs whose workbooks are read by their first sheet.
  public ReadSettings(
      Optional<Charset> encoding, Optional<String> format, Map<String, String> columns) {
    this(encoding, format, columns, Optional.empty());
  }

  /// @throws IllegalArgumentException if there is no such format or field; the message says which
  ///     there are
  public ReadSettings {
    columns = Map.copyOf(columns);
    format.ifPresent(name -> check("format", name, formats()));
    columns.keySet().forEach(field -> check("field", field, Columns.fields()));
  }

  private static void check(String what, String name, List<String> known) {
    if (known.contains(name)) return;
    throw new IllegalArgumentException(
        "there is no " + what + " '" + name + "'; there are " + String.join(", ", known));
  }

  /// The formats by name.
  public static List<String> formats() {
    return Stream.concat(Formats.ALL.stream().map(PostFormat::id), Stream.of(CSV, TSV)).toList();
  }

  /// Whether the input is said to be a table.
  boolean isTable() {
    return format.filter(name -> name.equals(CSV) || name.equals(TSV)).isPresent();
  }
}
