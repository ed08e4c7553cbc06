package dev.chorus.input;

import java.util.List;
import java.util.Optional;

/// Kinds of files that people have beside their posts, so that a message can name them.
final class Foreign {
  private record Kind(String what, int offset, int... magic) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("a picture (PNG)", 0, 0x89, 'P', 'N', 'G'),
          new Kind("a picture (JPEG)", 0, 0xFF, 0xD8, 0xFF),
          new Kind("a picture (GIF)", 0, 'G', 'I', 'F', '8'),
          new Kind("a picture (WebP)", 8, 'W', 'E', 'B', 'P'),
          new Kind("a film (MP4)", 4, 'f', 't', 'y', 'p'),
          new Kind("a PDF", 0, '%', 'P', 'D', 'F', '-'),
          new Kind(
              "an old Excel file (.xls), another old office file, or one with a password; save it"
                  + " as .xlsx without a password, or as CSV",
              0,
              0xD0,
              0xCF,
              0x11,
              0xE0),
          new Kind("an SQLite database; export the posts as CSV", 0, 'S', 'Q', 'L', 'i', 't', 'e'),
          new Kind("packed with 7-Zip; unpack it first", 0, '7', 'z', 0xBC, 0xAF),
          new Kind("packed with RAR; unpack it first", 0, 'R', 'a', 'r', '!'),
          new Kind("packed with LZ4; unpack it first (unlz4 FILE)", 0, 0x04, 0x22, 0x4D, 0x18),
          new Kind("an empty zip", 0, 'P', 'K', 5, 6));

  private Foreign() {}

  /// The kind of the file, in words that fit behind "is".
  static Optional<String> of(byte[] start) {
    return KINDS.stream()
        .filter(kind -> Bytes.at(start, kind.offset(), kind.magic()))
        .map(Kind::what)
        .findFirst();
  }
}
