package dev.chorus.source.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Text that may hold bytes that are not UTF-8: each stands in it as half of a character pair,
/// which text never holds alone (U+DC80 to U+DCFF). Python calls this `surrogateescape`.
public final class Undecoded {
  private static final int FIRST = 0xDC00;

  private Undecoded() {}

  /// The byte that a character stands for, or -1 if it is a character.
  public static int strayByte(char c) {
    return c >= FIRST + 0x80 && c <= FIRST + 0xFF ? c - FIRST : -1;
  }

  /// The character that stands for a byte that is not UTF-8.
  public static char stray(byte b) {
    return (char) (FIRST + (b & 0xFF));
  }

  static String of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    for (CoderResult result; (result = utf8.decode(in, out, true)).isError(); utf8.reset()) {
      out.put(stray(in.get()));
    }
    return out.flip().toString();
  }

  /// The bytes of such a text.
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && !isStray(text, i)) continue;
      bytes.writeBytes(text.substring(from, i).getBytes(StandardCharsets.UTF_8));
      if (i < text.length()) bytes.write(strayByte(text.charAt(i)));
      from = i + 1;
    }
    return bytes.toByteArray();
  }

  private static boolean isStray(String text, int i) {
    return strayByte(text.charAt(i)) >= 0
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /// For people: U+FFFD for each byte that is not UTF-8.
  static String shown(String text) {
    return dev.chorus.json.Json.wellFormed(text);
  }

  static boolean isIn(String text) {
    return !shown(text).equals(text);
  }

  /// The text in the encoding that it really has.
  ///
  /// @throws CharacterCodingException if it does not have it either
  static String decoded(byte[] bytes, Charset encoding) throws CharacterCodingException {
    return encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
