package dev.chorus.input;

import java.io.IOException;
import java.io.InputStream;

/// The output of a decompressor. Decompressors throw many kinds of exceptions on damaged data; here
/// each becomes an [IOException] that names the damage. The failure is remembered, so that it can
/// be told from failures of code that uses the data.
final class Guarded extends InputStream {
  private final InputStream in;
  private final Packing packing;
  private boolean failed;

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
    return failed;
  }

  private <T> T watched(Attempt<T> attempt) throws IOException {
    failed = true;
    T result = attempt(packing, attempt);
    failed = false;
    return result;
  }

  @Override
  public int read() throws IOException {
    return watched(in::read);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return watched(() -> in.read(into, from, length));
  }
}
