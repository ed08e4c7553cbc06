package dev.chorus.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--index`, the same everywhere.
final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index (default: $CHORUS_INDEX, else ./chorus-index).")
  private Optional<Path> folder = Optional.empty();

  Path folder(Io io) {
    String variable = io.env().getOrDefault("CHORUS_INDEX", "");
    return folder.orElse(Path.of(variable.isEmpty() ? "chorus-index" : variable));
  }
}
