package dev.chorus.cli;

import java.nio.file.Path;

/// Where Chorus is installed: its models and its sample corpus.
final class Home {
  private Home() {}

  /// The launcher names the folder; without it, the current one.
  static Path folder() {
    return Path.of(System.getProperty("chorus.home", ".")).toAbsolutePath().normalize();
  }

  static Path models() {
    return folder().resolve("models");
  }

  static Path camps() {
    return models().resolve("camps").resolve("deepseek.yaml");
  }

  static Path corpus() {
    return folder().resolve("corpus");
  }
}
