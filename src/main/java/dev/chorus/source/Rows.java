package dev.chorus.source;

import dev.chorus.source.sheet.RowSource;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rows of a table of comma-, semicolon- or tab-separated values (RFC 4180), a row at a time.
/// Blank lines do not count.
///
/// Written here because the libraries either give up at the first quotation mark out of place or
/// take it away, and a quote must be exact. Here such a mistake costs its row only. That row ends
/// with the line of the mistake; if a quotation mark is never closed, it ends with its own first
/// line.
final class Rows implements RowSource {
  /// The longest row, in UTF-16 units.
  static final int LONGEST = 16 << 20;

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int SIZE = 1 << 16;
  private static final String BROKEN_OFF = "the file breaks off inside this row";

  private final Reader in;
  private final char separator;
  private char[] buffer;
  private int mark;
  private int end;
  private long line = 1;
  private IOException failure;

  Rows(Reader in, char separator) {
    this(in, separator, SIZE);
  }

  /// @param size of the buffer at first, in UTF-16 units
  Rows(Reader in, char separator, int size) {
    this.in = in;
    this.separator = separator;
    this.buffer = new char[size];
  }

  private int at(int distance) {
    while (mark + distance >= end) {
      if (end == buffer.length) makeRoom();
      if (failure != null) return END;
      try {
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) return END;
        end += read;
      } catch (IOException e) {
        // What was read before comes first.
        failure = e;
      }
    }
    return buffer[mark + distance];
  }

  private void makeRoom() {
    int held = end - mark;
    char[] room = held > buffer.length / 2 ? new char[buffer.length * 2] : buffer;
    System.arraycopy(buffer, mark, room, 0, held);
    buffer = room;
    mark = 0;
    end = held;
  }

  private static boolean endsLine(int c) {
    return c == '\n' || c == '\r';
  }

  /// The length of the line end at a distance: 1 or 2.
  private int lineEnd(int distance) {
    return at(distance) == '\r' && at(distance + 1) == '\n' ? 2 : 1;
  }

  private void dropLineEnds() {
    // The mark at the start of a file stands within one that was put together of several.
    while (endsLine(at(0)) || at(0) == BYTE_ORDER_MARK) {
      if (at(0) == BYTE_ORDER_MARK) {
        mark++;
        continue;
      }
      // In two steps: looking at the second character of a line end may move the mark.
      int length = lineEnd(0);
      mark += length;
      line++;
    }
  }

  /// Drops characters that have been looked at, and the rest of the line behind them.
  ///
  /// @return what it dropped, but for the end of a line that is far too long
  private String dropLine(int looked) {
    StringBuilder dropped = new StringBuilder().append(buffer, mark, looked);
    mark += looked;
    for (int c; (c = at(0)) != END && !endsLine(c); mark++) {
      if (dropped.length() < 2 * LONGEST) dropped.append((char) c);
    }
    return dropped.toString();
  }

  /// The next row, if there is one; its fields are without quotation marks.
  @Override
  public Optional<Row> next() throws IOException {
    dropLineEnds();
    if (at(0) == END) {
      if (failure != null) throw failure;
      return Optional.empty();
    }
    long first = line;
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    int i = 0;
    int lines = 0;
    while (true) {
      field.setLength(0);
      if (at(i) == '"') {
        for (i++; ; i++) {
          int c = at(i);
          if (c == END || i >= LONGEST) {
            String problem = failure == null ? "a quotation mark is never closed" : BROKEN_OFF;
            return Optional.of(new Row(first, fields, problem, dropLine(0)));
          }
          if (c == '"' && at(++i) != '"') break;
          if (endsLine(c)) {
            lines++;
            if (lineEnd(i) == 2) field.append((char) at(i++));
          }
          field.append((char) at(i));
        }
        if (at(i) != separator && !endsLine(at(i)) && at(i) != END) {
          line += lines;
          return Optional.of(new Row(first, fields, misplaced(first), dropLine(i)));
        }
      } else {
        for (; at(i) != separator && !endsLine(at(i)) && at(i) != END; i++) {
          if (i >= LONGEST) {
            String problem = "it has more than 16 million characters";
            return Optional.of(new Row(first, fields, problem, dropLine(i)));
          }
          field.append((char) at(i));
        }
      }
      fields.add(field.toString());
      if (at(i) != separator) break;
      i++;
    }
    line += lines;
    if (at(i) == END && failure != null) {
      return Optional.of(new Row(first, fields, BROKEN_OFF, dropLine(i)));
    }
    mark += i;
    return Optional.of(new Row(first, fields, ""));
  }

  private String misplaced(long first) {
    String what = "a quotation mark is missing, or one inside a field is not doubled";
    return line == first
        ? what
        : String.format(
            Locale.ENGLISH, "%s; the row takes lines %,d to %,d with it", what, first, line);
  }
}
