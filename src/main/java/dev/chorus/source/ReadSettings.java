package dev.chorus.source;

import dev.chorus.source.format.DayOrder;
import dev.chorus.source.layout.Field;
import dev.chorus.source.layout.LayoutSettings;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts on an input that its content does not tell and the user does.
///
/// @param encoding of texts that are not UTF-8 and do not begin with a byte order mark
/// @param format one of [#formats]; empty recognises each record
/// @param columns the name of a column, or the path of a field of JSON, for each field that is not
///     obvious, by the field's path in Chorus's own shape, such as `author.handle`
/// @param days which number comes first in a day such as `03/02/2025`
/// @param ids whether ids are taken as they are
/// @param sheet of workbooks: the name of the sheet, or its number from 1; empty takes the first
public record ReadSettings(
    Optional<Charset> encoding,
    Optional<String> format,
    Map<String, String> columns,
    DayOrder days,
    LayoutSettings.Ids ids,
    Optional<String> sheet) {

  /// The content decides everything.
  public static final ReadSettings AUTO =
      new ReadSettings(Optional.empty(), Optional.empty(), Map.of());

  /// Records of no known format, read by the names of their fields.
  static final String FLAT = "flat";

  static final String CSV = "csv";
  static final String TSV = "tsv";

  /// Days and ids as the content shows them, and the first sheet of workbooks.
  public ReadSettings(
      Optional<Charset> encoding, Optional<String> format, Map<String, String> columns) {
    this(encoding, format, columns, DayOrder.UNKNOWN, LayoutSettings.Ids.AUTO, Optional.empty());
  }

  /// @throws IllegalArgumentException if there is no such format or field; the message says which
  ///     there are
  public ReadSettings {
    columns = Map.copyOf(columns);
    format.ifPresent(name -> check("format", name, formats()));
    columns.keySet().forEach(field -> check("field", field, Field.paths()));
  }

  private static void check(String what, String name, List<String> known) {
    if (known.contains(name)) return;
    throw new IllegalArgumentException(
        "there is no " + what + " '" + name + "'; there are " + String.join(", ", known));
  }

  /// The formats by name.
  public static List<String> formats() {
    return Stream.concat(Formats.ALL.stream().map(format -> format.id()), Stream.of(FLAT, CSV, TSV))
        .toList();
  }

  /// Whether the input is said to be a table.
  boolean isTable() {
    return format.filter(name -> name.equals(CSV) || name.equals(TSV)).isPresent();
  }
}
