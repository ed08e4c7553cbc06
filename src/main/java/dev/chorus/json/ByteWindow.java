package dev.chorus.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A stretch of a stream that can be looked at before it is taken. It starts at the mark, grows to
/// the right as far as a caller looks, and shrinks from the left as bytes are dropped. So a caller
/// that drops early holds little memory, and a caller that has to go back can.
final class ByteWindow {
  static final int END = -1;

  private static final int SIZE = 1 << 16;

  /// A buffer that one large record has blown up is given back once it is empty.
  private static final int KEPT = 1 << 20;

  private final InputStream in;
  private byte[] buffer;
  private int mark;
  private int end;
  private boolean ended;
  private IOException failure;
  private long line = 1;
  private int column;
  private int indent;
  private boolean lineBegins = true;
  private ByteArrayOutputStream kept;

  ByteWindow(InputStream in) {
    this(in, SIZE);
  }

  /// @param size of the buffer at first, in bytes
  ByteWindow(InputStream in, int size) {
    this.in = in;
    this.buffer = new byte[size];
  }

  /// Line of the mark, from 1.
  long line() {
    return line;
  }

  /// How many bytes of a byte order mark stand at the mark: 3, or 0 if there is none. Files that
  /// were put together of several have some in their middle.
  int byteOrderMark() {
    return at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF ? 3 : 0;
  }

  /// Bytes before the mark on its line.
  int column() {
    return column;
  }

  /// How far the mark is indented: its column if only blanks, brackets and commas stand before it
  /// on the line, else the column of the first other character there.
  int indent() {
    return lineBegins ? column : indent;
  }

  /// The byte at a distance from the mark, or [#END].
  int at(int distance) {
    int i = mark + distance;
    return i < end || fill(distance) ? buffer[mark + distance] & 0xFF : END;
  }

  /// Distance of the first byte from `distance` on that is not white space, or of the end. Looks
  /// 64 KB far, so that a file of blanks is not held in memory.
  int skipSpace(int distance) {
    int i = distance;
    while (isSpace(at(i)) && i - distance < SIZE) i++;
    return i;
  }

  /// Distance of the first byte from `distance` on that means something inside a string: a
  /// quotation mark, a backslash, a line end; or of the end, or `limit`.
  int skipPlain(int distance, int limit) {
    int i = distance;
    while (i < limit && at(i) != END) {
      // Without a call for each byte: most of a file is inside strings.
      for (int stop = Math.min(end, mark + limit); mark + i < stop; i++) {
        byte b = buffer[mark + i];
        if (b == '"' || b == '\\' || b == '\n') return i;
      }
    }
    return i;
  }

  static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /// Fails if the end is not that of the stream, but a place where it could not be read any
  /// further. Until somebody asks, that place is an end like any other, so that everything before
  /// it is read.
  void requireEnd() throws IOException {
    if (failure != null) throw failure;
  }

  private boolean fill(int distance) {
    while (mark + distance >= end) {
      if (ended) return false;
      if (mark == end && mark > 0) {
        mark = 0;
        end = 0;
        if (buffer.length > KEPT) buffer = new byte[SIZE];
      }
      if (end == buffer.length) makeRoom();
      try {
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) ended = true;
        else end += read;
      } catch (IOException e) {
        failure = e;
        ended = true;
      }
    }
    return true;
  }

  private void makeRoom() {
    int held = end - mark;
    byte[] room = buffer;
    if (held > buffer.length / 2) {
      // No more than the largest record takes, if that is enough.
      int enough = JsonRecords.LARGEST + SIZE;
      boolean nearly = buffer.length < enough && buffer.length * 2 > enough;
      room = new byte[nearly ? enough : buffer.length * 2];
    }
    System.arraycopy(buffer, mark, room, 0, held);
    buffer = room;
    mark = 0;
    end = held;
  }

  /// Keeps the bytes that are dropped from now on, for [#kept].
  void keep() {
    kept = new ByteArrayOutputStream();
  }

  /// The bytes that were dropped since [#keep], up to the mark.
  ///
  /// @param most more bytes than this are not kept; then the result is empty
  byte[] kept(int most) {
    byte[] bytes = kept.size() > most ? new byte[0] : kept.toByteArray();
    kept = null;
    return bytes;
  }

  /// Moves the mark over bytes that have been looked at.
  void drop(int count) {
    if (kept != null && kept.size() <= JsonRecords.KEPT) kept.write(buffer, mark, count);
    int stop = mark + count;
    while (mark < stop) {
      byte b = buffer[mark];
      if (b == '\n') {
        line++;
        column = 0;
        lineBegins = true;
        mark++;
        continue;
      }
      if (lineBegins && b != ' ' && b != '\t' && b != '\r' && b != '[' && b != ',') {
        lineBegins = false;
        indent = column;
      }
      int from = mark++;
      // The rest of the line in one go.
      if (!lineBegins) while (mark < stop && buffer[mark] != '\n') mark++;
      column += mark - from;
    }
  }

  /// The next bytes, not taken; fewer if the stream ends.
  byte[] peek(int count) {
    at(count - 1);
    byte[] bytes = new byte[Math.min(count, end - mark)];
    System.arraycopy(buffer, mark, bytes, 0, bytes.length);
    return bytes;
  }

  /// A copy of bytes that have been looked at.
  byte[] copy(int count) {
    return Arrays.copyOfRange(buffer, mark, mark + count);
  }

  /// Bytes that have been looked at, without a copy; good until the next call.
  ByteBuffer slice(int count) {
    return ByteBuffer.wrap(buffer, mark, count);
  }
}
