package dev.chorus.input;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/// Bytes as a slow network gives them: a few at a time, whatever is asked for.
public final class Trickle extends InputStream {
  private final InputStream in;
  private final int most;
  private final Random random;

  /// @param most bytes of one read; each read gives 1 to this many
  public Trickle(byte[] bytes, int most, long seed) {
    this.in = new ByteArrayInputStream(bytes);
    this.most = most;
    this.random = new Random(seed);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) return 0;
    try {
      return in.read(into, from, Math.min(length, 1 + random.nextInt(most)));
    } catch (java.io.IOException e) {
      throw new IllegalStateException("an array can be read", e);
    }
  }
}
