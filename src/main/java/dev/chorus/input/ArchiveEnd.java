package dev.chorus.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Notices the mark that ends an archive. Without that mark, an archive that was cut off between
/// two of its files looks like a smaller archive to a reader from front to back. A zip ends with
/// its list of files, a tar with zero bytes.
final class ArchiveEnd extends FilterInputStream {
  private static final byte[] ZIP_MARK = {'P', 'K', 5, 6};

  /// Zero bytes at the end of a tar, at least.
  private static final int TAR_ZEROS = 512;

  private final Packing packing;
  private int matched;
  private long zeros;

  ArchiveEnd(InputStream in, Packing packing) {
    super(in);
    this.packing = packing;
  }

  /// Fails if the archive is over without its mark.
  void requireMark() throws IOException {
    if (packing == Packing.ZIP && matched < ZIP_MARK.length) {
      throw new IOException("its zip data are cut off (the list of files at the end is missing)");
    }
    if (packing == Packing.TAR && zeros < TAR_ZEROS) {
      throw new IOException("its tar data are cut off (the mark at the end is missing)");
    }
  }

  private void look(byte b) {
    zeros = b == 0 ? zeros + 1 : 0;
    if (matched < ZIP_MARK.length) {
      matched = b == ZIP_MARK[matched] ? matched + 1 : b == ZIP_MARK[0] ? 1 : 0;
    }
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
