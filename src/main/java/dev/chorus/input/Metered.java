package dev.chorus.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes of a file on disk have been read; for a packed file, bytes before
/// unpacking.
public final class Metered extends FilterInputStream {
  private final LongConsumer taken;
  private long left;

  /// @param size bytes of the whole file
  /// @param taken gets how many bytes more are done with
  public Metered(InputStream in, long size, LongConsumer taken) {
    super(in);
    this.left = size;
    this.taken = taken;
  }

  private void count(long bytes) {
    if (bytes <= 0) return;
    left -= bytes;
    taken.accept(bytes);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) count(1);
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int bytes = super.read(into, from, length);
    count(bytes);
    return bytes;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Bytes that nobody read count as done.
  @Override
  public void close() throws IOException {
    super.close();
    count(left);
  }
}
