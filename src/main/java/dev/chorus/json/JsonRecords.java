package dev.chorus.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Streams the objects of a JSON input, whichever of three shapes it has: an array, an object with
/// a `posts` array, or JSON Lines.
///
/// Records are first cut out by counting brackets, then parsed one by one, so that one broken
/// record does not take the rest of the file with it. Memory holds one record at a time.
public final class JsonRecords {
  /// The largest record, in bytes. More is not a post but a file gone wrong.
  public static final int LARGEST = 16 << 20;

  private static final int SHOWN = 40;

  private final ByteScanner in;
  private final Consumer<JsonRecord> sink;

  private JsonRecords(InputStream in, Consumer<JsonRecord> sink) {
    this.in = new ByteScanner(in);
    this.sink = sink;
  }

  /// Gives each record to `sink`, in the order of the input.
  ///
  /// @throws NotJsonException if the input holds no JSON at all
  /// @throws IOException if it cannot be read
  public static void read(InputStream in, Consumer<JsonRecord> sink)
      throws IOException, NotJsonException {
    new JsonRecords(in, sink).read();
  }

  private void read() throws IOException, NotJsonException {
    Signature.refuseForeign(in.lookAhead(512));
    byte[] mark = in.lookAhead(3);
    if (mark.length == 3
        && mark[0] == (byte) 0xEF
        && mark[1] == (byte) 0xBB
        && mark[2] == (byte) 0xBF) {
      for (int i = 0; i < 3; i++) in.next();
    }
    in.skipSpace();
    switch (in.peek()) {
      case ByteScanner.END -> throw new NotJsonException("is empty");
      case '[' -> {
        in.next();
        array();
        afterEnd();
      }
      case '{' -> {
        if (enterPosts()) {
          array();
        } else {
          lines();
        }
      }
      default ->
          throw new NotJsonException(
              "starts with "
                  + shown(in.lookAhead(SHOWN))
                  + ", which is no JSON; wanted a JSON array, an object with \"posts\", or JSON"
                  + " Lines");
    }
  }

  /// Looks into the first object for `"posts": [` among its own keys. If it is there, the next byte
  /// is the first of that array; if not, nothing has been taken.
  private boolean enterPosts() throws IOException {
    long line = in.line();
    int column = in.column();
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    StringBuilder string = new StringBuilder();
    String key = "";
    int depth = 0;
    boolean inString = false;
    boolean escaped = false;
    while (taken.size() < LARGEST) {
      int b = in.next();
      if (b == ByteScanner.END) break;
      taken.write(b);
      if (inString) {
        if (escaped) escaped = false;
        else if (b == '\\') escaped = true;
        else if (b == '"') inString = false;
        if (inString && depth == 1 && string.length() < SHOWN) string.append((char) b);
        continue;
      }
      if (b == '"') {
        inString = true;
        string.setLength(0);
      } else if (b == ':' && depth == 1) {
        key = string.toString();
      } else if (b == ',' && depth == 1) {
        key = "";
      } else if (b == '[' && depth == 1 && key.equals("posts")) {
        return true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth == 0) break;
      }
    }
    in.unread(taken.toByteArray(), 0, taken.size(), line, column);
    return false;
  }

  /// The elements of an array whose opening bracket has been taken.
  private void array() throws IOException {
    boolean lastWasCut = false;
    while (true) {
      in.skipSpace();
      int b = in.peek();
      if (b == ']') {
        in.next();
        return;
      }
      if (b == ByteScanner.END) {
        if (!lastWasCut) {
          broken(in.line(), "the file ends before the array is closed; it may have been cut off");
        }
        return;
      }
      if (b == ',') {
        in.next();
      } else if (b == '{' || b == '[') {
        lastWasCut = !record(false);
      } else {
        scalar();
      }
    }
  }

  private void lines() throws IOException {
    while (true) {
      in.skipSpace();
      int b = in.peek();
      if (b == ByteScanner.END) return;
      if (b == '{') {
        record(true);
      } else {
        long line = in.line();
        byte[] start = in.lookAhead(SHOWN);
        skipLine();
        broken(line, "the line starts with " + shown(start) + "; wanted an object in braces");
      }
    }
  }

  private void afterEnd() throws IOException {
    in.skipSpace();
    if (in.peek() != ByteScanner.END) {
      broken(
          in.line(),
          "the array ends, but the file goes on with "
              + shown(in.lookAhead(SHOWN))
              + "; the rest was not read");
    }
  }

  private void skipLine() throws IOException {
    int b = in.next();
    while (b != '\n' && b != ByteScanner.END) b = in.next();
  }

  /// An element of an array that is neither object nor array: one rejection, up to the next comma.
  private void scalar() throws IOException {
    long line = in.line();
    byte[] start = in.lookAhead(SHOWN);
    boolean inString = false;
    boolean escaped = false;
    while (true) {
      int b = in.peek();
      if (b == ByteScanner.END || b == '\n') break;
      if (!inString && (b == ',' || b == ']' || b == '{')) break;
      in.next();
      if (escaped) escaped = false;
      else if (b == '\\') escaped = true;
      else if (b == '"') inString = !inString;
    }
    broken(line, "found " + shown(start) + "; wanted an object in braces");
  }

  /// Cuts out one bracketed value and parses it.
  ///
  /// @param perLine whether a line that begins with a brace at the very left starts another record,
  ///     whatever is still open: so it is in JSON Lines
  /// @return whether the record was closed
  private boolean record(boolean perLine) throws IOException {
    long line = in.line();
    int column = in.column();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    BitSet braces = new BitSet();
    int depth = 0;
    boolean inString = false;
    boolean escaped = false;
    while (true) {
      int b = in.peek();
      if (b == ByteScanner.END) return cut(bytes, line, column, "the file ends inside this record");
      if (bytes.size() >= LARGEST) {
        return cut(bytes, line, column, "the record is larger than 16 MB, or it is never closed");
      }
      if (perLine && b == '{' && depth > 0 && in.column() == 0) {
        broken(line, "the record is not closed before the next one begins");
        return true;
      }
      if (inString && b == '\n') {
        return cut(bytes, line, column, "a string is not closed at the end of line " + in.line());
      }
      boolean closes = !inString && (b == '}' || b == ']');
      if (closes && braces.get(depth - 1) != (b == '}')) {
        return cut(bytes, line, column, "line " + in.line() + " closes a bracket that is not open");
      }
      in.next();
      bytes.write(b);
      if (inString) {
        if (escaped) escaped = false;
        else if (b == '\\') escaped = true;
        else if (b == '"') inString = false;
      } else if (b == '"') {
        inString = true;
      } else if (b == '{' || b == '[') {
        braces.set(depth++, b == '{');
      } else if (closes && --depth == 0) {
        parse(bytes.toByteArray(), line);
        return true;
      }
    }
  }

  /// Reports a record that is never closed, and goes on at the next line that looks like the start
  /// of another one: with a brace no further to the right than this one's.
  private boolean cut(ByteArrayOutputStream taken, long line, int column, String reason)
      throws IOException {
    broken(line, reason);
    byte[] bytes = taken.toByteArray();
    long at = line;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') continue;
      at++;
      int brace = i + 1;
      while (brace < bytes.length && (bytes[brace] == ' ' || bytes[brace] == '\t')) brace++;
      if (brace < bytes.length && bytes[brace] == '{' && brace - i - 1 <= column) {
        in.unread(bytes, brace, bytes.length, at, brace - i - 1);
        return true;
      }
    }
    while (in.peek() != ByteScanner.END) {
      if (in.next() != '\n') continue;
      while (in.peek() == ' ' || in.peek() == '\t') in.next();
      if ((in.peek() == '{' && in.column() <= column) || in.peek() == ']') return true;
    }
    return false;
  }

  private void parse(byte[] bytes, long line) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      broken(
          line, "the record is not valid UTF-8" + firstBadByte(bytes) + "; save the file as UTF-8");
      return;
    }
    try {
      if (Json.parse(text) instanceof Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put((String) key, value));
        sink.accept(new JsonRecord.Good(line, fields));
      } else {
        broken(line, "found an array; wanted an object in braces");
      }
    } catch (JsonSyntaxException e) {
      String where = e.line() == 1 ? "" : " (line " + (line + e.line() - 1) + ")";
      broken(line, "this is no JSON: " + e.getMessage() + where);
    }
  }

  private static String firstBadByte(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
    return in.hasRemaining() ? String.format(" (byte %#04x)", in.get(in.position()) & 0xFF) : "";
  }

  private void broken(long line, String reason) {
    sink.accept(new JsonRecord.Broken(line, reason));
  }

  /// The first bytes of something unexpected, in quotation marks, fit for a message.
  static String shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    String visible = text.replaceAll("\\p{Cntrl}", "\uFFFD").strip();
    return "'" + (visible.length() > 30 ? visible.substring(0, 30) + "…" : visible) + "'";
  }
}
