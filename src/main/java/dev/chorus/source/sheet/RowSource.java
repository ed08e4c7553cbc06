package dev.chorus.source.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The rows of a table, one at a time, from whatever kind of file.
public interface RowSource {
  /// A row of a table.
  ///
  /// @param line where it begins, from 1: a line of a text, or a row as a spreadsheet numbers it
  /// @param fields its cells as text; those before the mistake if there is one
  /// @param problem the mistake; empty without one
  /// @param text the row as it stands in a text, only where there is a mistake; else empty
  record Row(long line, List<String> fields, String problem, String text) {
    public Row(long line, List<String> fields, String problem) {
      this(line, fields, problem, "");
    }
  }

  /// The next row that is not blank, if there is one.
  ///
  /// @throws IOException if the file cannot be read any further; the rows before are right
  Optional<Row> next() throws IOException;
}
