package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// The output of a decompressor. Decompressors throw many kinds of exceptions on damaged data; here
/// each becomes an [IOException] that names the damage, once all bytes before it have been given:
/// a decompressor that fails in the middle of a read would keep to itself what it had already put
/// out. The failure is remembered, so that it can be told from failures of code that uses the data.
final class Guarded extends InputStream {
  /// Bytes of one read of the decompressor. What it does not tell about is lost with the read that
  /// fails.
  private static final int STEP = 1 << 10;

  private final InputStream in;
  private final Packing packing;
  private IOException failure;

  Guarded(InputStream in, Packing packing) {
    this.in = in;
    this.packing = packing;
  }

  /// Something to do with damaged data.
  interface Attempt<T> {
    T run() throws IOException;
  }

  /// Runs it, and names the damage if it fails.
  static <T> T attempt(Packing packing, Attempt<T> attempt) throws IOException {
    try {
      return attempt.run();
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new IOException("its " + packing + " data are damaged or cut off (" + why + ")", e);
    }
  }

  boolean failed() {
    return failure != null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int given = 0;
    while (given < length && failure == null) {
      int read = step(into, from + given, length - given);
      if (read < 0) return given == 0 ? -1 : given;
      given += read;
    }
    if (given == 0 && failure != null) throw failure;
    return given;
  }

  /// One read of the decompressor; what it put out before a failure counts.
  private int step(byte[] into, int from, int length) {
    long before = putOut();
    try {
      return attempt(packing, () -> in.read(into, from, Math.min(length, step())));
    } catch (IOException e) {
      failure = e;
      return (int) (putOut() - before);
    }
  }

  private int step() throws IOException {
    // No further than the part that it has in memory.
    return in instanceof XZInputStream xz ? Math.clamp(xz.available(), 1, STEP) : STEP;
  }

  /// Bytes that it says it has put out so far, if it says so.
  private long putOut() {
    return in instanceof CompressorInputStream compressor ? compressor.getBytesRead() : 0;
  }
}
