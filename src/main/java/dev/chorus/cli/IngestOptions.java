package dev.chorus.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How `ingest` goes about its work.
final class IngestOptions {
  /// A killed run repeats at most this much.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(15);

  @Option(
      names = "--dry-run",
      description = "Read everything and say what would become of it, but write nothing.")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write each record that is left out to this file, whole and with the reason, as JSON"
              + " Lines. Mend \"record\" there and ingest the file.")
  private Optional<Path> rejects = Optional.empty();

  private final Duration commitEvery;

  IngestOptions() {
    this(COMMIT_EVERY);
  }

  IngestOptions(Duration commitEvery) {
    this.commitEvery = commitEvery;
  }

  boolean dryRun() {
    return dryRun;
  }

  Optional<Path> rejects() {
    return rejects;
  }

  Duration commitEvery() {
    return commitEvery;
  }
}
