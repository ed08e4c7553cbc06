package dev.chorus.source.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that can be read at any place: where it lies, or a copy in the temporary folder that is
/// deleted in the end.
public final class LocalFile implements AutoCloseable {
  private final Path path;
  private final boolean isCopy;

  private LocalFile(Path path, boolean isCopy) {
    this.path = path;
    this.isCopy = isCopy;
  }

  /// @param disk where the content lies on disk as it is, if it does
  /// @param content all of it; not read if it lies on disk
  /// @throws IOException if the content cannot be read to its end, or the copy cannot be written;
  ///     the message says which
  public static LocalFile of(Optional<Path> disk, InputStream content) throws IOException {
    if (disk.isPresent() && Files.isRegularFile(disk.get())) {
      return new LocalFile(disk.get(), false);
    }
    LocalFile copy = new LocalFile(created(), true);
    try {
      copy.write(content);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private static Path created() throws IOException {
    try {
      return Files.createTempFile("chorus", null);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void write(InputStream content) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int count; (count = content.read(buffer)) >= 0; ) {
        try {
          out.write(buffer, 0, count);
        } catch (IOException e) {
          throw unwritable(e);
        }
      }
    }
  }

  private static IOException unwritable(IOException e) {
    return new IOException(
        "this kind of file is copied into the temporary folder "
            + System.getProperty("java.io.tmpdir")
            + " when it comes packed or on standard input, and nothing can be written there ("
            + e.getMessage()
            + "); unpack it first",
        e);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (isCopy) Files.deleteIfExists(path);
  }
}
