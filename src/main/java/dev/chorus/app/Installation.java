package dev.chorus.app;

import dev.chorus.camp.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where Chorus is installed: its models and its sample corpus.
public final class Installation {
  private Installation() {}

  /// The launcher names the folder; without it, the current one.
  static Path folder() {
    return Path.of(System.getProperty("chorus.home", ".")).toAbsolutePath().normalize();
  }

  public static Path models() {
    return folder().resolve("models");
  }

  public static Path camps() {
    return models().resolve("camps").resolve("deepseek.yaml");
  }

  /// The names that come with an event, if any do.
  public static Optional<Path> names(Event event) {
    return Optional.of(models().resolve("entities").resolve(event.id() + ".tsv"))
        .filter(Files::exists);
  }

  public static Path corpus() {
    return folder().resolve("corpus");
  }
}
