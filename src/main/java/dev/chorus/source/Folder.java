package dev.chorus.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The part of a folder that is read.
///
/// @param isIndex whether it is an index; a user who ingests the folder he works in means his posts
/// @param content its files and folders, sorted by name, without hidden files and the files that
///     Chorus keeps beside tables; empty for an index
record Folder(boolean isIndex, List<Path> content) {

  static Folder of(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> all = paths.toList();
      if (all.stream().anyMatch(path -> path.getFileName().toString().startsWith("segments_"))) {
        return new Folder(true, List.of());
      }
      return new Folder(
          false,
          all.stream()
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .filter(path -> !ColumnMemory.is(path))
              .sorted(Comparator.comparing(path -> path.getFileName().toString()))
              .toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Whether it is to be gone into; a link may lead back to where it stands.
  static boolean isEntered(Path path) {
    return Files.isDirectory(path) && !Files.isSymbolicLink(path);
  }
}
