package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A look at the first bytes of something.
public final class Bytes {
  private Bytes() {}

  /// Whether these bytes stand at this place.
  static boolean at(byte[] bytes, int offset, int... wanted) {
    if (bytes.length < offset + wanted.length) return false;
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[offset + i] & 0xFF) != wanted[i]) return false;
    }
    return true;
  }

  /// The next bytes of a stream that can be marked, not taken; fewer if it ends, or cannot be read
  /// any further. Whoever takes them finds out about that.
  public static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = new byte[count];
    int got = 0;
    try {
      for (int read; (read = in.read(bytes, got, count - got)) > 0; ) got += read;
    } catch (IOException e) {
      // It comes again behind these bytes.
    }
    in.reset();
    return Arrays.copyOf(bytes, got);
  }
}
