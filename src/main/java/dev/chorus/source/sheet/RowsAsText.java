package dev.chorus.source.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows of a table as comma-separated values in UTF-8 (RFC 4180), row by row.
public final class RowsAsText extends InputStream {
  private final RowSource rows;
  private byte[] row = new byte[0];
  private int at;

  public RowsAsText(RowSource rows) {
    this.rows = rows;
  }

  private boolean fill() throws IOException {
    while (at == row.length) {
      Optional<RowSource.Row> next = rows.next();
      if (next.isEmpty()) return false;
      row =
          next.get().fields().stream()
              .map(field -> '"' + field.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining(",", "", "\n"))
              .getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? row[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) return 0;
    if (!fill()) return -1;
    int count = Math.min(length, row.length - at);
    System.arraycopy(row, at, into, from, count);
    at += count;
    return count;
  }
}
