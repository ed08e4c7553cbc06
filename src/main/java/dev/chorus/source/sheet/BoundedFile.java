package dev.chorus.source.sheet;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// A file that lets itself be read within its bounds and not for ever. The library believes what a
/// file says of itself, and would walk in a circle through a damaged one.
final class BoundedFile implements InputFile {
  /// No file is read in so many parts that each byte comes this many times; small files may.
  private static final long TIMES = 64;

  private static final long ALWAYS = 64 << 20;

  private final InputFile file;
  private final AtomicLong taken = new AtomicLong();

  BoundedFile(InputFile file) {
    this.file = file;
  }

  @Override
  public void open() throws IOException {
    file.open();
  }

  @Override
  public ByteBuffer readRange(long offset, int length) throws IOException {
    long size = file.length();
    if (offset < 0 || length <= 0 || offset > size - length) {
      throw new IOException("a part of it would lie outside of the file");
    }
    if (taken.addAndGet(length) > ALWAYS + TIMES * size) {
      throw new IOException("its parts lead in a circle");
    }
    return file.readRange(offset, length);
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
