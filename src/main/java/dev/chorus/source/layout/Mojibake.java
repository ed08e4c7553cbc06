package dev.chorus.source.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// UTF-8 that was once read as Latin-1 or Windows-1252, so that `’` became `â€™` and `é` became
/// `Ã©`. Meta's downloads have it, and files that went through a spreadsheet.
final class Mojibake {
  private static final Map<Character, Byte> BYTES = new HashMap<>();

  static {
    Charset western = Charset.forName("windows-1252");
    for (int b = 0x80; b <= 0xFF; b++) {
      BYTES.put((char) b, (byte) b);
      char c = new String(new byte[] {(byte) b}, western).charAt(0);
      if (c != '\uFFFD') BYTES.put(c, (byte) b);
    }
  }

  /// So many stretches are no accident.
  private static final int ENOUGH = 2;

  private Mojibake() {}

  /// Whether texts show it: all that is not ASCII in them is UTF-8 read wrongly.
  static boolean isIn(List<String> texts) {
    int mended = 0;
    int sound = 0;
    int looked = 0;
    for (String text : texts) {
      looked++;
      int i = 0;
      while ((i = next(text, i)) < text.length()) {
        int end = end(text, i);
        if (end > i && decoded(text, i, end) != null) mended++;
        else sound++;
        i = Math.max(end, i + 1);
      }
    }
    return sound * 20 <= mended && (mended >= ENOUGH || mended > 0 && looked < 10);
  }

  /// The text as it was meant; parts that are no such mistake stay as they are.
  static String mended(String text) {
    StringBuilder mended = null;
    int copied = 0;
    int i = 0;
    while ((i = next(text, i)) < text.length()) {
      int end = end(text, i);
      String good = end > i ? decoded(text, i, end) : null;
      if (good != null) {
        if (mended == null) mended = new StringBuilder();
        mended.append(text, copied, i).append(good);
        copied = end;
      }
      i = Math.max(end, i + 1);
    }
    return mended == null ? text : mended.append(text, copied, text.length()).toString();
  }

  private static int next(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) < 0x80) i++;
    return i;
  }

  /// The end of the stretch of characters that stand for bytes.
  private static int end(String text, int from) {
    int i = from;
    while (i < text.length() && BYTES.containsKey(text.charAt(i))) i++;
    return i;
  }

  private static String decoded(String text, int from, int end) {
    byte[] bytes = new byte[end - from];
    for (int i = from; i < end; i++) bytes[i - from] = BYTES.get(text.charAt(i));
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try {
      CharBuffer good = decoder.decode(ByteBuffer.wrap(bytes));
      return good.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
