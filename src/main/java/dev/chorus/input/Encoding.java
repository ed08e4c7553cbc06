package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes UTF-8 of text. UTF-16 and UTF-32 are recognised by their byte order mark, or by the zero
/// bytes of the two ASCII characters that posts begin with. Everything else is taken for UTF-8, and
/// records that are not UTF-8 are found when they are read. Bytes alone cannot tell one-byte
/// encodings apart, so the user has to name them.
final class Encoding {
  private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};

  /// How a file begins that keeps what `ingest --rejects` left out. It is always in UTF-8: an
  /// encoding that the user names is that of the records in it, not of the file.
  private static final String LEFT_OUT = "{\"reasons\":[";

  private Encoding() {}

  /// The text as UTF-8, without a byte order mark. Bytes that are not a character of the
  /// encoding become a byte that UTF-8 does not have, so that their record is rejected.
  ///
  /// @param in can be marked
  /// @param declared the encoding that the user names
  static InputStream utf8(InputStream in, Optional<Charset> declared) throws IOException {
    byte[] start = Bytes.peek(in, LEFT_OUT.length());
    Optional<Charset> found = byMark(start);
    if (found.isEmpty() && Bytes.at(start, 0, UTF_8_MARK))
      found = Optional.of(StandardCharsets.UTF_8);
    boolean marked = found.isPresent();
    if (new String(start, StandardCharsets.US_ASCII).equals(LEFT_OUT)) return in;
    Charset charset =
        found.or(() -> declared).or(() -> byZeros(start)).orElse(StandardCharsets.UTF_8);
    if (marked) in.skipNBytes(markLength(charset));
    return charset.equals(StandardCharsets.UTF_8) ? in : new Transcoder(in, charset);
  }

  private static Optional<Charset> byMark(byte[] start) {
    if (Bytes.at(start, 0, 0xFF, 0xFE, 0, 0)) return Optional.of(StandardCharsets.UTF_32LE);
    if (Bytes.at(start, 0, 0, 0, 0xFE, 0xFF)) return Optional.of(StandardCharsets.UTF_32BE);
    if (Bytes.at(start, 0, 0xFF, 0xFE)) return Optional.of(StandardCharsets.UTF_16LE);
    if (Bytes.at(start, 0, 0xFE, 0xFF)) return Optional.of(StandardCharsets.UTF_16BE);
    return Optional.empty();
  }

  private static int markLength(Charset charset) {
    return "\uFEFF".getBytes(charset).length;
  }

  /// RFC 4627, section 3.
  private static Optional<Charset> byZeros(byte[] start) {
    if (start.length < 4) return Optional.empty();
    int zeros = 0;
    for (int i = 0; i < 4; i++) zeros = zeros << 1 | (start[i] == 0 ? 1 : 0);
    return switch (zeros) {
      case 0b0101 -> Optional.of(StandardCharsets.UTF_16LE);
      case 0b1010 -> Optional.of(StandardCharsets.UTF_16BE);
      case 0b0111 -> Optional.of(StandardCharsets.UTF_32LE);
      case 0b1110 -> Optional.of(StandardCharsets.UTF_32BE);
      default -> Optional.empty();
    };
  }
}
