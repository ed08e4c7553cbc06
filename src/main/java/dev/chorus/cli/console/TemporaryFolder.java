package dev.chorus.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder for temporary files. Libraries unpack their native code there, and say little of what
/// went wrong.
public final class TemporaryFolder {
  /// A library has some; a disk that is full may have room for a small file.
  private static final int LARGE = 4 << 20;

  private TemporaryFolder() {}

  /// What keeps the folder from being used, and what to do; empty if it can be used.
  public static Optional<String> trouble() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = null;
    try {
      file = Files.createTempFile(folder, "chorus-", ".tmp");
      Files.write(file, new byte[LARGE]);
      return Optional.empty();
    } catch (IOException e) {
      String why = Files.isDirectory(folder) ? e.getMessage() : "there is no such folder";
      return Optional.of(
          "the folder for temporary files, "
              + folder
              + ", cannot be used: "
              + why
              + ". Make room there, or name another one: CHORUS_OPTS=-Djava.io.tmpdir=DIR");
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) Files.deleteIfExists(file);
    } catch (IOException e) {
      // The system clears it away.
    }
  }
}
