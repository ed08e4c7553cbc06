package dev.chorus.json;

import java.io.IOException;
import java.io.InputStream;

/// Bytes of a stream one by one, with line and column, and a way back.
final class ByteScanner {
  static final int END = -1;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long line = 1;
  private int column;

  ByteScanner(InputStream in) {
    this.in = in;
  }

  /// Line of the next byte, from 1.
  long line() {
    return line;
  }

  /// Bytes before the next one on its line.
  int column() {
    return column;
  }

  int peek() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return at < filled ? buffer[at] & 0xFF : END;
  }

  int next() throws IOException {
    int b = peek();
    if (b == END) return END;
    at++;
    if (b == '\n') {
      line++;
      column = 0;
    } else {
      column++;
    }
    return b;
  }

  void skipSpace() throws IOException {
    int b = peek();
    while (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
      next();
      b = peek();
    }
  }

  /// The next bytes without taking them: as many as asked for, unless the input ends.
  byte[] lookAhead(int count) throws IOException {
    if (filled - at < count) {
      byte[] moved = new byte[Math.max(buffer.length, count)];
      System.arraycopy(buffer, at, moved, 0, filled - at);
      filled -= at;
      at = 0;
      buffer = moved;
      while (filled < count) {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) break;
        filled += read;
      }
    }
    return java.util.Arrays.copyOfRange(buffer, at, Math.min(filled, at + count));
  }

  /// Puts bytes back in front of the input.
  ///
  /// @param line where the first of them stands
  /// @param column bytes before it on its line
  void unread(byte[] bytes, int from, int to, long line, int column) {
    int rest = filled - at;
    byte[] joined = new byte[Math.max(1 << 16, to - from + rest)];
    System.arraycopy(bytes, from, joined, 0, to - from);
    System.arraycopy(buffer, at, joined, to - from, rest);
    buffer = joined;
    at = 0;
    filled = to - from + rest;
    this.line = line;
    this.column = column;
  }
}
