package dev.chorus.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// JSON as it is written: the same value can be spelled in many ways (`1e400`, `1.0`, escapes), and
/// what is to be kept exactly must not go through parsed values.
public final class RawJson {
  private RawJson() {}

  /// Whether any program can read these bytes as one JSON value: without what only [Json] takes.
  public static boolean isStrict(byte[] utf8) {
    return Json.isStrict(utf8);
  }

  /// The same value on one line. Line ends stand only between the parts of JSON, never inside its
  /// strings, so nothing else changes.
  ///
  /// @param utf8 one JSON value
  public static byte[] onOneLine(byte[] utf8) {
    byte[] line = utf8.clone();
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') line[i] = ' ';
    }
    return line;
  }

  /// The members of an object by name, each value as it is written.
  ///
  /// @param utf8 one JSON object
  public static Map<String, byte[]> members(byte[] utf8) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    int i = space(utf8, 0) + 1;
    while ((i = space(utf8, i)) < utf8.length && utf8[i] == '"') {
      int key = i;
      i = value(utf8, i);
      Object name = Json.parse(new String(utf8, key, i - key, StandardCharsets.UTF_8));
      i = space(utf8, i) + 1;
      int from = space(utf8, i);
      i = value(utf8, from);
      members.put((String) name, Arrays.copyOfRange(utf8, from, i));
      i = space(utf8, i);
      if (i < utf8.length && utf8[i] == ',') i++;
    }
    return members;
  }

  /// An object of these members, as they are written.
  public static byte[] object(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    members.forEach(
        (name, value) -> {
          out.write(out.size() == 0 ? '{' : ',');
          out.writeBytes(Json.utf8(name));
          out.write(':');
          out.writeBytes(value);
        });
    if (members.isEmpty()) out.write('{');
    out.write('}');
    return out.toByteArray();
  }

  private static int space(byte[] utf8, int from) {
    int i = from;
    while (i < utf8.length && ByteWindow.isSpace(utf8[i])) i++;
    return i;
  }

  /// One past the value that begins here.
  private static int value(byte[] utf8, int from) {
    int depth = 0;
    for (int i = from; i < utf8.length; i++) {
      switch (utf8[i]) {
        case '"' -> {
          for (i++; i < utf8.length && utf8[i] != '"'; i++) if (utf8[i] == '\\') i++;
          if (depth == 0) return Math.min(utf8.length, i + 1);
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (depth == 0) return i;
          if (--depth == 0) return i + 1;
        }
        case ',', ' ', '\t', '\r', '\n' -> {
          if (depth == 0) return i;
        }
        default -> {}
      }
    }
    return utf8.length;
  }
}
