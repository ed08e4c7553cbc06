package dev.chorus.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Notices the mark that ends a zip. Without that mark, an archive that was cut off between two of
/// its files looks like a smaller archive to a reader from front to back.
final class ZipEnd extends FilterInputStream {
  private static final byte[] MARK = {'P', 'K', 5, 6};

  private int matched;

  ZipEnd(InputStream in) {
    super(in);
  }

  boolean seen() {
    return matched == MARK.length;
  }

  private void look(byte b) {
    if (seen()) return;
    matched = b == MARK[matched] ? matched + 1 : b == MARK[0] ? 1 : 0;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) look((byte) b);
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    for (int i = from; i < from + count; i++) look(into[i]);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.min(count, 1 << 12)];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
