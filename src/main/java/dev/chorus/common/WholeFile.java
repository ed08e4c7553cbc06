package dev.chorus.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Replaces files as a whole or not at all: who reads meanwhile, or after a power cut, finds the
/// old one or the new one.
public final class WholeFile {
  private WholeFile() {}

  /// Writes a file, and the folders it stands in where they are missing.
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.write(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
