package dev.chorus.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// An object that holds a list of posts and is too large to be held in memory, such as the export
/// of a chat. It is given in parts: each element of the list is a record, in which the list has
/// just this element and everything that stands before the list is kept. So
/// `{"name":"Chat","messages":[{"id":1},{"id":2}]}` gives `{"name":"Chat","messages":[{"id":1}]}`
/// and `{"name":"Chat","messages":[{"id":2}]}`, and a format reads the parts as it reads the whole.
/// Lists may lie within objects and lists, as in
/// `{"chats":{"list":[{"name":"Chat","messages":[…]}]}}`.
///
/// Of what stands before the list, strings and numbers up to 4 KB and objects without lists of
/// objects up to 64 KB are kept. What stands behind the list is not joined to the parts.
final class LargeRecord {
  /// The largest object that is not taken apart itself, in bytes.
  private static final int SMALL = 1 << 16;

  /// The largest string or number that is joined to the parts.
  private static final int SHORT = 1 << 12;

  /// Lists whose elements cannot be read without the rest of the page, as in answers of X.
  private static final Set<String> WHOLE = Set.of("data", "includes");

  private final ByteWindow in;
  private final RecordScanner scanner;
  private final JsonRecords records;

  LargeRecord(ByteWindow in, RecordScanner scanner, JsonRecords records) {
    this.in = in;
    this.scanner = scanner;
    this.records = records;
  }

  /// Whether the object at the mark is in the middle of a list that can be taken apart.
  ///
  /// @param looked how far the scanner has looked, in bytes
  boolean isPage(int looked) {
    Deque<String> open = new ArrayDeque<>();
    String string = "";
    boolean list = false;
    for (int i = 0; i < looked; i++) {
      switch (in.at(i)) {
        case '"' -> {
          int from = i + 1;
          i = endOfString(i);
          if (i - from < SHORT) string = text(from, i);
          if (open.size() == 1 && string.equals("includes")) return false;
        }
        case '{', '[' -> {
          open.push((in.at(i) == '[' ? "[" : "{") + string);
          string = "";
        }
        case '}', ']' -> {
          if (open.isEmpty()) return false;
          open.pop();
        }
        case ',' -> string = "";
        default -> {}
      }
    }
    for (String container : open) {
      if (WHOLE.contains(container.substring(1))) return false;
      list |= container.startsWith("[");
    }
    return list;
  }

  private String text(int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) in.at(from + i);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Distance of the quotation mark that closes a string, or of the end.
  private int endOfString(int quote) {
    int i = quote + 1;
    for (int b = in.at(i); b != '"' && b != ByteWindow.END; b = in.at(i)) i += b == '\\' ? 2 : 1;
    return i;
  }

  /// Takes the object at the mark and gives its parts.
  ///
  /// @param around what the parts are put into
  /// @return whether the input goes on behind it
  boolean read(Wrapper around) {
    in.drop(1);
    ByteArrayOutputStream context = new ByteArrayOutputStream();
    while (true) {
      records.skipSpaceAndCommas();
      switch (in.at(0)) {
        case '}' -> {
          in.drop(1);
          return true;
        }
        case ByteWindow.END -> {
          records.broken("the file ends before the object is closed; it may have been cut off");
          return false;
        }
        case '"' -> {
          if (!member(around, context)) return false;
        }
        default -> {
          if (!stray(around)) return false;
        }
      }
    }
  }

  /// @return whether the input goes on behind it
  private boolean member(Wrapper around, ByteArrayOutputStream context) {
    int end = endOfString(0) + 1;
    int colon = in.skipSpace(end);
    if (in.at(colon) != ':' || end > SHORT) return stray(around);
    byte[] key = in.copy(end);
    in.drop(in.skipSpace(colon + 1));
    Wrapper inside = around.object(context.toByteArray(), key);
    int next = in.at(0);
    if (next == '[') {
      int first = in.at(in.skipSpace(1));
      RecordScanner.Scan small = scanner.scan(false, SMALL);
      if (first != '{' && first != '[' && small.closed()) {
        keep(context, key, small.length());
        return true;
      }
      in.drop(1);
      return records.elements("list", inside.list());
    }
    if (next == '{') {
      RecordScanner.Scan small = scanner.scan(false, SMALL);
      if (small.tooLarge()) return read(inside);
      if (!small.closed()) return stray(around);
      if (!holdsRecords(small.length())) keep(context, key, small.length());
      else records.record(inside);
      return true;
    }
    int length = next == '"' ? endOfString(0) + 1 : endOfWord();
    if (length == 0 || in.at(length - 1) == ByteWindow.END) return stray(around);
    if (length <= SHORT) keep(context, key, length);
    else in.drop(length);
    return true;
  }

  private void keep(ByteArrayOutputStream context, byte[] key, int length) {
    context.writeBytes(key);
    context.write(':');
    context.writeBytes(in.copy(length));
    context.write(',');
    in.drop(length);
  }

  private int endOfWord() {
    int i = 0;
    while (in.at(i) > ' ' && ",{}[]\":".indexOf(in.at(i)) < 0 && i < SHORT) i++;
    return i;
  }

  /// Whether an object holds a list of objects.
  private boolean holdsRecords(int length) {
    for (int i = 0; i < length; i++) {
      if (in.at(i) == '"') i = endOfString(i);
      else if (in.at(i) == '[' && in.at(in.skipSpace(i + 1)) == '{') return true;
    }
    return false;
  }

  /// Goes on at the next record behind something unexpected.
  ///
  /// @return whether there is one
  private boolean stray(Wrapper around) {
    records.brokenHere("wanted a key in double quotes");
    if (!scanner.recover(in.at(0) == '{' ? 1 : 0, false)) return false;
    return records.elements("object", around);
  }

  /// What stands around a part.
  record Wrapper(byte[] before, byte[] after) {
    static final Wrapper NONE = new Wrapper(new byte[0], new byte[0]);

    private Wrapper object(byte[] context, byte[] key) {
      ByteArrayOutputStream more = new ByteArrayOutputStream();
      more.writeBytes(before);
      more.write('{');
      more.writeBytes(context);
      more.writeBytes(key);
      more.write(':');
      return new Wrapper(more.toByteArray(), joined(new byte[] {'}'}, after));
    }

    private Wrapper list() {
      return new Wrapper(joined(before, new byte[] {'['}), joined(new byte[] {']'}, after));
    }

    private static byte[] joined(byte[] a, byte[] b) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(a);
      both.writeBytes(b);
      return both.toByteArray();
    }

    boolean isEmpty() {
      return before.length == 0;
    }

    /// The part within it.
    byte[] around(byte[] part) {
      return joined(joined(before, part), after);
    }
  }
}
