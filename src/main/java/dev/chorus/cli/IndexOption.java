package dev.chorus.cli;

import dev.chorus.cli.console.Io;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// `--index`, the same everywhere.
public final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index (default: $CHORUS_INDEX, else ./chorus-index).")
  private Optional<Path> folder = Optional.empty();

  public Path folder(Io io) {
    return folder(io, folder);
  }

  /// Whether the option is given.
  boolean named() {
    return folder.isPresent();
  }

  /// @param named by the option, if it is given
  public static Path folder(Io io, Optional<Path> named) {
    String variable = io.env().getOrDefault("CHORUS_INDEX", "");
    return named.orElse(Path.of(variable.isEmpty() ? "chorus-index" : variable));
  }
}
