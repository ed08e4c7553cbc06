package dev.chorus.json;

import java.util.BitSet;

/// Finds where a record ends by its brackets and quotation marks, and where the next one begins
/// when it does not end as it should.
///
/// A record whose quotation marks are out of step would swallow its neighbours, strings taken for
/// structure and structure for strings. So the scanner also knows what may stand beside a string
/// and an opening bracket, and gives up at the first character that may not, which is close to the
/// mistake. The parser finds all other mistakes.
final class RecordScanner {
  /// Where a record ends, or why it does not. Distances count from the mark of the window.
  ///
  /// @param length bytes of the record, or up to the mistake
  /// @param problem the mistake; empty if the record is closed
  /// @param sound bytes that are surely part of this record, so no other one begins there
  record Scan(int length, String problem, int sound) {
    boolean closed() {
      return problem.isEmpty();
    }

    /// Whether the place where it stopped tells anything about the mistake.
    boolean local() {
      return !problem.equals(CUT_OFF) && !tooLarge() && !problem.equals(STRING_TOO_LARGE);
    }

    /// Whether nothing was wrong as far as it looked.
    boolean tooLarge() {
      return problem.equals(TOO_LARGE);
    }
  }

  /// Bytes that may be read again because of broken records. A file of opening braces alone would
  /// be read over and over; beyond this limit each record ends where the next may begin.
  private static final long PATIENCE = 256L << 20;

  private static final String CUT_OFF = "the file ends inside this record";
  private static final String TOO_LARGE = "the record is larger than 128 MB, or it is never closed";
  private static final String STRING_TOO_LARGE =
      "a string in it is longer than 16 MB, or it is never closed";
  private static final String NOT_CLOSED = "the record is not closed before the next one begins";

  /// How much [#recover] looks at before it drops, and how much it keeps for looks back, in bytes.
  private static final int FAR = 1 << 20;

  private static final int NEAR = 1 << 10;

  private final ByteWindow in;
  private final BitSet braces = new BitSet();
  private byte[] firstKey = {};
  private long wasted;

  RecordScanner(ByteWindow in) {
    this.in = in;
  }

  /// Records of one file tend to begin with the same key, which tells a record from an object
  /// inside one. The first good record says which.
  void learn(String key) {
    if (firstKey.length > 0 || !key.matches("[A-Za-z0-9_$.-]+")) return;
    firstKey = ("\"" + key + "\"").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /// Before there is a good record: the first key of the broken one, if others begin with it, too.
  void learnFromBroken() {
    if (firstKey.length > 0) return;
    int key = in.skipSpace(1);
    int end = key + 1;
    while (in.at(end) != '"' && in.at(end) >= ' ' && end - key < NEAR) end++;
    if (in.at(0) != '{' || in.at(key) != '"' || in.at(end) != '"') return;
    byte[] own = new byte[end + 1 - key];
    for (int i = 0; i < own.length; i++) own[i] = (byte) in.at(key + i);
    for (int i = end; i < FAR && in.at(i) != ByteWindow.END; i++) {
      if (in.at(i) == '{' && begins(in.skipSpace(i + 1), own)) {
        firstKey = own;
        return;
      }
    }
  }

  /// Scans the value in brackets that begins at the mark.
  ///
  /// @param perLine whether a line that begins with a brace is another record, whatever is still
  ///     open
  /// @param limit how far to look, in bytes
  Scan scan(boolean perLine, int limit) {
    boolean impatient = wasted > PATIENCE;
    int indent = in.indent();
    int depth = 0;
    // The last byte outside strings that is no space; '"' after a string.
    int before = ':';
    int string = 1;
    for (int i = 0; ; i++) {
      int b = in.at(i);
      if (b == ByteWindow.END) return failed(i, CUT_OFF, 1);
      if (i >= limit) {
        // A shorter look is not in vain.
        return limit < JsonRecords.LARGEST ? new Scan(i, TOO_LARGE, 1) : failed(i, TOO_LARGE, 1);
      }
      switch (b) {
        case ' ', '\t', '\r', '\n' -> {
          continue;
        }
        case '"' -> {
          if (!mayOpen(before)) {
            return failed(i, "a quotation mark is missing or one too many", string);
          }
          string = i;
          for (i++; ; i++) {
            i = in.skipPlain(i, string + JsonRecords.LARGE);
            b = in.at(i);
            if (b == '"') break;
            if (b == '\\') b = in.at(++i);
            if (b == '\n')
              return failed(i, "a string is not closed at the end of its line", string);
            if (b == ByteWindow.END) return failed(i, CUT_OFF, 1);
            if (i >= string + JsonRecords.LARGE) return failed(i, STRING_TOO_LARGE, 1);
          }
        }
        case '{', '[' -> {
          if (b == '{' && depth > 0) {
            if ((perLine && beginsLine(i)) || (impatient && isStart(i, indent))) {
              return failed(i, NOT_CLOSED, i);
            }
          }
          if (depth > 0 && !mayOpen(before, braces.get(depth - 1))) {
            boolean next = b == '{' && before == ',';
            return failed(i, next ? NOT_CLOSED : "a bracket opens where none may", i);
          }
          braces.set(depth++, b == '{');
        }
        case '}', ']' -> {
          if (braces.get(depth - 1) != (b == '}')) {
            return failed(i, "'" + (char) b + "' closes what is not open", 1);
          }
          if (--depth == 0) return new Scan(i + 1, "", i + 1);
        }
        default -> {
          if (before == '"' && b != ',' && b != ':') {
            return failed(
                i, "a quotation mark is missing, or one in a string lacks its backslash", string);
          }
        }
      }
      before = b;
    }
  }

  /// Whether a string may begin behind this byte.
  private static boolean mayOpen(int before) {
    return before == ':' || before == ',' || before == '[' || before == '{';
  }

  /// Whether a bracket may open behind this byte.
  private static boolean mayOpen(int before, boolean inObject) {
    return inObject ? before == ':' : before == ',' || before == '[';
  }

  private Scan failed(int length, String problem, int sound) {
    wasted += length;
    return new Scan(length, problem, sound);
  }

  /// Takes bytes from the mark on, at least `from`, until the mark is where a record may begin.
  ///
  /// @param perLine whether records begin only at the start of a line
  /// @return whether there is such a place before the input ends
  boolean recover(int from, boolean perLine) {
    int indent = in.indent();
    if (!perLine) learnFromBroken();
    int i = from;
    for (int b = in.at(i); b != ByteWindow.END; b = in.at(++i)) {
      if (b == '{' && (perLine ? beginsLine(i) : isStart(i, indent))) {
        in.drop(i);
        return true;
      }
      if (i >= FAR) {
        // Enough stays for the looks back.
        in.drop(i - NEAR);
        i = NEAR;
      }
    }
    in.drop(i);
    return false;
  }

  /// Whether only blanks stand before this on its line.
  private boolean beginsLine(int brace) {
    int i = brace - 1;
    while (i >= 0 && (in.at(i) == ' ' || in.at(i) == '\t')) i--;
    // A byte order mark, where a file was put behind another.
    if (i >= 2 && in.at(i) == 0xBF && in.at(i - 1) == 0xBB && in.at(i - 2) == 0xEF) i -= 3;
    return i >= 0 && in.at(i) == '\n';
  }

  /// Whether this brace may begin an element of the array: on a line of its own if it is no further
  /// to the right than the broken element, within a line if a comma stands before it and the key
  /// that records begin with behind it.
  private boolean isStart(int brace, int indent) {
    int inside = in.skipSpace(brace + 1);
    if (in.at(inside) != '"' && in.at(inside) != '}') return false;
    boolean comma = false;
    for (int i = brace - 1; i >= 0; i--) {
      int b = in.at(i);
      if (b == '\n') return brace - i - 1 <= indent;
      if (b == ' ' || b == '\t' || b == '\r') continue;
      if (comma) return firstKey.length > 0 ? begins(inside, firstKey) : b == '}';
      if (b != ',') return false;
      comma = true;
    }
    return false;
  }

  private boolean begins(int from, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (in.at(from + i) != (with[i] & 0xFF)) return false;
    }
    return true;
  }
}
