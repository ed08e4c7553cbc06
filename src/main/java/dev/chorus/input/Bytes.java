package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;

/// A look at the first bytes of something.
final class Bytes {
  private Bytes() {}

  /// Whether these bytes stand at this place.
  static boolean at(byte[] bytes, int offset, int... wanted) {
    if (bytes.length < offset + wanted.length) return false;
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[offset + i] & 0xFF) != wanted[i]) return false;
    }
    return true;
  }

  /// The next bytes of a stream that can be marked, not taken; fewer if it ends.
  static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }
}
