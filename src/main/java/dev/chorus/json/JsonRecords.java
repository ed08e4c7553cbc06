package dev.chorus.json;

import dev.chorus.json.LargeRecord.Wrapper;
import dev.chorus.json.RecordScanner.Scan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/// Streams the objects of a JSON input, whichever of three shapes it has: an array, an object with
/// a `posts` array, or objects one after the other (JSON Lines, or printed over several lines).
/// Answers of an API often come as arrays and are kept one after the other or in an array of their
/// own, so arrays may stand where objects may, and their objects are records as well.
///
/// Records are first cut out by counting brackets, then parsed one by one, so that one broken
/// record does not take the rest of the file with it. Memory holds one record at a time: up to
/// 128 MB, or in parts if it is a page of posts with more than 16 MB, see [LargeRecord].
///
/// Losses around a broken record. JSON Lines lose nothing else, as the next line is another record.
/// In an array, reading goes on at the next line that begins with a brace no further to the right,
/// or, within a line, at the next element that begins with the same key as the first good one. An
/// input whose records lie on one line and hold lists of objects that begin with that key, too, may
/// so yield inner objects as records; nothing in a broken line tells them apart. And if the mistake
/// is in the very first key of such an input, many records may be lost, with a rejection to tell.
public final class JsonRecords {
  /// The largest record that is read as a whole, in bytes. A page of posts may come near it.
  static final int LARGEST = 128 << 20;

  /// A record that is larger is a page of posts, or broken: it is given in parts if its shape
  /// allows that, see [LargeRecord]. Also the largest string.
  static final int LARGE = 16 << 20;

  /// The most of a broken record that is kept to be shown, in bytes.
  static final int KEPT = 16 << 20;

  /// Larger records are parsed from their bytes, which takes less memory.
  private static final int IN_CHARACTERS = 1 << 20;

  private static final int SHOWN = 30;

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// Bytes to show on each side of one that is not UTF-8.
  private static final int AROUND = 12;

  /// How far to look for JSON Lines behind a first line that is not JSON, in bytes.
  private static final int FIRST_LINES = 1 << 16;

  /// How much of a line is looked at before it is dropped, in bytes.
  private static final int SKIPPED = 1 << 16;

  private final ByteWindow in;
  private final RecordScanner scanner;

  /// The reason of a broken record that the sink has not got yet; empty if there is none.
  private String brokenReason = "";

  private long brokenLine;
  private long good;

  /// What records are put into before they are parsed.
  private Wrapper wrapper = Wrapper.NONE;

  private final Consumer<JsonRecord> sink;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private CharBuffer characters = CharBuffer.allocate(1 << 12);

  private JsonRecords(ByteWindow in, Consumer<JsonRecord> sink) {
    this.in = in;
    this.scanner = new RecordScanner(this.in);
    this.sink = sink;
  }

  /// Gives each record to `sink`, in the order of the input, which is UTF-8 without a byte order
  /// mark. Whatever else the input holds, such as
  /// a line of prose or a missing end, is given as [JsonRecord.Broken], so that nothing is passed
  /// over in silence.
  ///
  /// @throws NotJsonException if the input holds no JSON at all
  /// @throws IOException if it cannot be read
  public static void read(InputStream in, Consumer<JsonRecord> sink)
      throws IOException, NotJsonException {
    read(new ByteWindow(in), sink);
  }

  /// The same through a window of any size.
  static void read(ByteWindow in, Consumer<JsonRecord> sink) throws IOException, NotJsonException {
    JsonRecords records = new JsonRecords(in, sink);
    try {
      records.read();
      records.giveBroken();
    } catch (NotJsonException e) {
      in.requireEnd();
      throw e;
    }
    in.requireEnd();
  }

  /// The kinds of a first object of an input.
  private enum First {
    /// It holds `posts`; the mark is behind the bracket.
    CONTAINER,
    /// A line is a record.
    LINE,
    /// A record takes several lines.
    PRINTED
  }

  private void read() throws NotJsonException {
    Signature.refuseForeign(in.peek(512));
    skipSpace();
    skipAssignment();
    switch (in.at(0)) {
      case ByteWindow.END -> throw new NotJsonException("is empty");
      case '[' -> {
        in.drop(1);
        if (elements("array", false)) afterEnd("array");
      }
      case '{' -> {
        switch (lookIntoFirst()) {
          case CONTAINER -> {
            if (elements("\"posts\" array", false) && restOfContainer()) afterEnd("object");
          }
          case LINE -> sequence(true);
          case PRINTED -> sequence(false);
        }
      }
      default -> {
        if (!linesFollow()) {
          throw new NotJsonException(
              "starts with "
                  + shown()
                  + ", which is no JSON; wanted a JSON array, an object with \"posts\", or JSON"
                  + " Lines");
        }
        sequence(true);
      }
    }
  }

  /// The archive that X gives to an account's owner is JavaScript: `window.YTD.tweets.part0 = [`;
  /// it was `Grailbird.data.tweets_2013_05 = [`.
  private void skipAssignment() {
    byte[] start = in.peek(100);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("window.YTD.") && !text.startsWith("Grailbird.data.")) return;
    for (int i = 0; i < start.length; i++) {
      if (start[i] != '=') continue;
      in.drop(i + 1);
      skipSpace();
      return;
    }
  }

  private void skipSpace() {
    for (int blank; (blank = blank()) > 0; ) in.drop(blank);
  }

  /// How many bytes at the mark mean nothing between records.
  private int blank() {
    return ByteWindow.isSpace(in.at(0)) ? 1 : in.byteOrderMark();
  }

  void skipSpaceAndCommas() {
    while (in.at(0) == ',' || blank() > 0) in.drop(in.at(0) == ',' ? 1 : blank());
  }

  /// Looks into the first object for `"posts": [` among its own keys. Takes nothing unless it is
  /// there.
  private First lookIntoFirst() {
    byte[] wanted = "posts".getBytes(StandardCharsets.US_ASCII);
    First shape = First.LINE;
    boolean isWanted = false;
    boolean isKey = false;
    int depth = 0;
    int before = '{';
    for (int i = 0; i < LARGE; i++) {
      int b = in.at(i);
      if (b == ByteWindow.END) return shape;
      switch (b) {
        case '"' -> {
          int from = ++i;
          while (in.at(i) != '"') {
            if (in.at(i) == '\\') i++;
            if (in.at(i) == '\n' || in.at(i) == ByteWindow.END || i > LARGE) return shape;
            i++;
          }
          isWanted = depth == 1 && i - from == wanted.length;
          for (int k = 0; isWanted && k < wanted.length; k++) {
            isWanted = in.at(from + k) == wanted[k];
          }
        }
        case ':' -> isKey = depth == 1 && isWanted;
        case ',' -> isKey = false;
        case '[', '{' -> {
          if (b == '[' && depth == 1 && isKey) {
            in.drop(i + 1);
            return First.CONTAINER;
          }
          depth++;
        }
        case ']', '}' -> {
          if (--depth <= 0) return shape;
        }
        case '\n' -> {
          // A record that is not closed, and the next one; or a record printed over lines.
          if (in.at(in.skipSpace(i)) == '{' && depth == 1 && before != ':') return shape;
          shape = First.PRINTED;
        }
        default -> {}
      }
      if (!ByteWindow.isSpace(b)) before = b;
    }
    return shape;
  }

  /// Whether only the first line is not JSON: one of the next lines begins like a record.
  private boolean linesFollow() {
    for (int i = 0; i < FIRST_LINES && in.at(i) != ByteWindow.END; i++) {
      if (in.at(i) == '\n' && in.at(i + 1) == '{' && in.at(i + 2) == '"') return true;
    }
    return false;
  }

  /// Objects one after the other.
  ///
  /// @param perLine whether each line is one
  private void sequence(boolean perLine) {
    while (true) {
      skipSpaceAndCommas();
      int b = in.at(0);
      if (b == ByteWindow.END) return;
      if (b == '{') {
        record(perLine);
      } else if (b == '[' && holdsObjects()) {
        in.drop(1);
        elements("array", false);
      } else {
        broken(in.line(), "the line starts with " + shown() + "; wanted an object in braces");
        skipLine();
      }
    }
  }

  /// Whether the array at the mark begins with an object, or is empty.
  private boolean holdsObjects() {
    int first = in.at(in.skipSpace(1));
    return first == '{' || first == ']';
  }

  private void skipLine() {
    int i = 0;
    while (in.at(i) != '\n' && in.at(i) != ByteWindow.END) {
      if (++i < SKIPPED) continue;
      in.drop(i);
      i = 0;
    }
    in.drop(i);
  }

  /// The elements of an array whose opening bracket has been taken.
  ///
  /// @param array its name in messages
  /// @param reported whether the trouble at its end is known already
  /// @return whether it is closed
  private boolean elements(String array, boolean reported) {
    boolean complete = true;
    int open = 1;
    while (true) {
      skipSpaceAndCommas();
      switch (in.at(0)) {
        case ']' -> {
          in.drop(1);
          if (--open == 0) return true;
        }
        case ByteWindow.END -> {
          if (complete && !reported) {
            broken(
                in.line(),
                "the file ends before the " + array + " is closed; it may have been cut off");
          }
          return false;
        }
        case '[' -> {
          // An answer among others, or a stray bracket: then an end is missing, and reported.
          if (holdsObjects()) {
            in.drop(1);
            open++;
          } else {
            complete = record(false);
          }
        }
        case '{' -> complete = record(false);
        default -> complete = scalar();
      }
    }
  }

  /// The elements of a list in a record that is given in parts.
  ///
  /// @return whether it is closed
  boolean elements(String array, Wrapper around) {
    Wrapper before = wrapper;
    wrapper = around;
    boolean closed = elements(array, false);
    wrapper = before;
    return closed;
  }

  /// The value at the mark, put into something.
  void record(Wrapper around) {
    Wrapper before = wrapper;
    wrapper = around;
    record(false);
    wrapper = before;
  }

  /// An element that is neither object nor array, or the rest of one: one rejection.
  ///
  /// @return whether the input goes on behind it
  private boolean scalar() {
    broken(in.line(), "found " + shown() + "; wanted an object in braces");
    int i = 0;
    if (in.at(0) == '"') {
      i++;
      while (in.at(i) != '"' && in.at(i) != '\n' && in.at(i) != ByteWindow.END && i < LARGE) {
        // What a backslash stands before is looked at, too: only such bytes can be dropped.
        i += in.at(i) == '\\' && in.at(i + 1) != ByteWindow.END ? 2 : 1;
      }
      if (in.at(i) == '"') i++;
    } else {
      while (" \t\r\n,[]{}\"".indexOf(in.at(i)) < 0 && in.at(i) >= 0 && i < LARGE) i++;
    }
    // More than one token without a comma is debris of a record: it is skipped as a whole.
    int next = in.at(in.skipSpace(i));
    if (next == ',' || next == ']' || next == '{' || next == ByteWindow.END) {
      in.drop(i);
      return true;
    }
    return scanner.recover(i, false);
  }

  /// Reads the rest of the object that holds `posts`.
  ///
  /// @return whether the object ends well
  private boolean restOfContainer() {
    long line = in.line();
    skipSpace();
    if (in.at(0) != ',' && in.at(0) != '}' && in.at(0) != ByteWindow.END) return true;
    int depth = 1;
    boolean inString = false;
    while (depth > 0) {
      int b = in.at(0);
      if (b == ByteWindow.END) {
        broken(line, "the file ends before the object with \"posts\" is closed");
        return false;
      }
      if (inString && b == '\\' && in.at(1) != ByteWindow.END) {
        in.drop(2);
        continue;
      }
      if (b == '"') inString = !inString;
      else if (!inString && (b == '{' || b == '[')) depth++;
      else if (!inString && (b == '}' || b == ']')) depth--;
      in.drop(1);
    }
    return true;
  }

  /// White space should come, or another answer on a line of its own; if a stray bracket has ended
  /// the array too early, the rest of the records come.
  private void afterEnd(String what) {
    long line = in.line();
    skipSpace();
    int next = in.at(0);
    if (next == ByteWindow.END) return;
    if (in.line() > line && (next == '{' || (next == '[' && holdsObjects()))) {
      sequence(false);
      return;
    }
    broken(in.line(), "the " + what + " ends, but the file goes on with " + shown());
    if ("[{,]}".indexOf(in.at(0)) < 0 && !scanner.recover(0, false)) return;
    while (true) {
      while (ByteWindow.isSpace(in.at(0)) || (in.at(0) >= 0 && ",[]}".indexOf(in.at(0)) >= 0)) {
        in.drop(1);
      }
      if (in.at(0) == ByteWindow.END) return;
      elements(what, true);
    }
  }

  /// Takes one value in brackets and gives it on; if it is broken, goes to where the next one
  /// begins.
  ///
  /// @return whether the input goes on behind it
  private boolean record(boolean perLine) {
    giveBroken();
    long line = in.line();
    Scan scan = scanner.scan(perLine, LARGE);
    if (scan.tooLarge()) {
      LargeRecord large = new LargeRecord(in, scanner, this);
      // Behind good records of another shape it is more likely to be a broken one.
      if ((good == 0 || !wrapper.isEmpty()) && large.isPage(scan.length())) {
        return large.read(wrapper);
      }
      scan = scanner.scan(perLine, LARGEST);
    }
    if (!scan.closed()) {
      broken(line, scan.local() ? scan.problem() + place(scan.length()) : scan.problem());
      return scanner.recover(scan.sound(), perLine);
    }
    if (!parse(scan.length(), line)) scanner.learnFromBroken();
    in.drop(scan.length());
    return true;
  }

  /// @return whether it is an object
  private boolean parse(int length, long line) {
    ByteBuffer bytes = in.slice(length);
    int start = bytes.position();
    CoderResult result = decode(bytes);
    if (result.isError()) {
      broken(line, notUtf8(bytes, start));
      return false;
    }
    try {
      byte[] whole = wrapper.isEmpty() ? bytes.array() : wrapper.around(in.copy(length));
      Object value;
      if (!wrapper.isEmpty()) value = Json.parse(whole, 0, whole.length);
      else if (length > IN_CHARACTERS) value = Json.parse(whole, start, length);
      else value = Json.parse(characters.array(), characters.position());
      if (value instanceof Map<?, ?> map) {
        @SuppressWarnings("unchecked") // Keys of JSON are strings.
        Map<String, Object> fields = (Map<String, Object>) map;
        if (!fields.isEmpty() && wrapper.isEmpty()) {
          scanner.learn(fields.keySet().iterator().next());
        }
        good++;
        boolean part = !wrapper.isEmpty();
        sink.accept(new JsonRecord.Good(line, fields, () -> part ? whole : in.copy(length)));
        return true;
      }
      broken(line, "found an array; wanted an object in braces");
    } catch (JsonSyntaxException e) {
      int column = e.column() + (e.line() == 1 ? in.column() - wrapper.before().length : 0);
      String place = e.column() == 0 ? "" : place(line, line + e.line() - 1, column);
      broken(line, "this is no JSON: " + e.getMessage() + place);
    }
    return false;
  }

  /// Decodes all bytes; a large record only to see whether they are UTF-8, a part at a time.
  private CoderResult decode(ByteBuffer bytes) {
    int needed = Math.min(bytes.remaining(), IN_CHARACTERS);
    if (characters.capacity() < needed) characters = CharBuffer.allocate(needed);
    utf8.reset();
    CoderResult result;
    do {
      characters.clear();
      result = utf8.decode(bytes, characters, true);
    } while (result.isOverflow());
    return result;
  }

  /// The message for a byte that is not UTF-8. It shows the words as they would read in the
  /// encoding of most such files, because only a person can tell whether that is right.
  private String notUtf8(ByteBuffer bytes, int start) {
    int bad = bytes.position();
    int from = Math.max(start, bad - AROUND);
    String guess =
        new String(bytes.array(), from, Math.min(bytes.limit(), bad + AROUND) - from, WESTERN);
    return String.format(
        "the record is not valid UTF-8: byte 0x%02x%s; if '%s' is right, the file is in %s"
            + " (--encoding %4$s)",
        bytes.get(bad), place(bad - start), Json.excerpt(guess, 2 * AROUND), WESTERN.name());
  }

  /// Where a byte of the record at the mark stands, for the end of a message.
  private String place(int distance) {
    ByteBuffer bytes = in.slice(distance);
    long line = in.line();
    int column = in.column() + 1;
    while (bytes.hasRemaining()) {
      if (bytes.get() == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return place(in.line(), line, column);
  }

  private static String place(long first, long line, int column) {
    return line == first ? ", column " + column : ", line " + line + ", column " + column;
  }

  /// Notes a broken record. The sink gets it when all its bytes have been dropped, before the next.
  void broken(String reason) {
    broken(in.line(), reason);
  }

  /// The same of what stands at the mark.
  void brokenHere(String wanted) {
    broken(in.line(), "found " + shown() + "; " + wanted);
  }

  private void broken(long line, String reason) {
    giveBroken();
    brokenLine = line;
    brokenReason = reason;
    in.keep();
  }

  private void giveBroken() {
    if (brokenReason.isEmpty()) return;
    byte[] bytes = in.kept(KEPT);
    int from = 0;
    int to = bytes.length;
    while (from < to && ByteWindow.isSpace(bytes[from])) from++;
    while (from < to && (ByteWindow.isSpace(bytes[to - 1]) || bytes[to - 1] == ',')) to--;
    String reason = brokenReason;
    brokenReason = "";
    sink.accept(new JsonRecord.Broken(brokenLine, reason, Arrays.copyOfRange(bytes, from, to)));
  }

  /// The next characters, in quotation marks, for a message.
  private String shown() {
    return shown(in.peek(4 * SHOWN));
  }

  /// The first line of something unexpected, in quotation marks, fit for a message.
  static String shown(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    String first = Arrays.stream(text.split("\\R", 2)).findFirst().orElse("").strip();
    return "'" + Json.excerpt(first, SHOWN) + "'";
  }
}
