package dev.chorus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// How much there is to read, as it lies on disk.
public final class InputSize {
  private InputSize() {}

  /// @param files as [PostReader] gets them; one that is not there counts nothing
  /// @return bytes; empty if one of them tells its end only when it comes, as standard input does
  public static OptionalLong of(List<Path> files) {
    long sum = 0;
    for (Path file : files) {
      if (Files.isDirectory(file)) sum += folder(file);
      else if (isStream(file)) return OptionalLong.empty();
      else sum += file(file);
    }
    return OptionalLong.of(sum);
  }

  private static boolean isStream(Path file) {
    return file.toString().equals("-") || Files.exists(file) && !Files.isRegularFile(file);
  }

  private static long folder(Path folder) {
    long sum = 0;
    try {
      for (Path path : Folder.of(folder).content()) {
        if (Folder.isEntered(path)) sum += folder(path);
        else if (!Files.isDirectory(path)) sum += file(path);
      }
    } catch (IOException e) {
      // Whoever reads it says so.
    }
    return sum;
  }

  static long file(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
