package dev.chorus.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Says who writes an index, for whoever finds it locked. Advice only: the lock itself is the
/// operating system's and ends with the process, so what a dead one has left here stops nobody.
final class WriterNote {
  static final String NAME = "writer.txt";

  private WriterNote() {}

  /// @param command what the process was asked to do
  static void write(Path folder, String command) throws IOException {
    Files.writeString(
        folder.resolve(NAME),
        "process "
            + ProcessHandle.current().pid()
            + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + (command.isEmpty() ? "" : ": " + command)
            + "\n");
  }

  static String read(Path folder) {
    try {
      return Files.readString(folder.resolve(NAME)).strip();
    } catch (IOException e) {
      return "it has not yet said which";
    }
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }
}
