package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.language.EventFolder;
import dev.chorus.language.ModelFolder;
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
    return event("deepseek-r1").campFile();
  }

  /// The names that come with an event, if any do.
  public static Optional<Path> names(Event event) {
    return Optional.of(event(event.id()).names()).filter(Files::exists);
  }

  private static EventFolder event(String id) {
    return new ModelFolder(models(), false).event(id);
  }

  public static Path corpus() {
    return folder().resolve("corpus");
  }
}
