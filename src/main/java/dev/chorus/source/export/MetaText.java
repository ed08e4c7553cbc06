package dev.chorus.source.export;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Words in the downloads of Facebook, Instagram and Threads, which write each byte of UTF-8 as a
/// character of its own: `â\u0080\u0099` for an apostrophe.
final class MetaText {
  private MetaText() {}

  /// The words as they were typed.
  static Optional<String> right(Optional<String> text) {
    return text.map(MetaText::right);
  }

  static String right(String text) {
    if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xFF)) return text;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      // It is right already: downloads after the fault is mended may be so.
      return text;
    }
  }
}
