package dev.chorus.cli;

import dev.chorus.app.IngestRequest;
import dev.chorus.app.Privacy;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How `ingest` goes about its work.
final class IngestOptions {
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

  @Option(
      names = "--pseudonymize",
      description =
          "Store authors and mentions under pseudonyms, made with the secret in --salt; names,"
              + " roles and addresses of posts are left out (docs/using.md).")
  private boolean pseudonymize;

  @Option(
      names = "--salt",
      paramLabel = "FILE",
      description =
          "The secret for pseudonyms; made if it is not there (default: INDEX.salt, beside the"
              + " index). Who has it can find out who is who.")
  private Optional<Path> salt = Optional.empty();

  @Option(
      names = "--mask-contacts",
      description = "Store [e-mail] and [phone] for e-mail addresses and telephone numbers.")
  private boolean maskContacts;

  boolean dryRun() {
    return dryRun;
  }

  /// The request with what these options say.
  IngestRequest of(IngestRequest request) {
    return request.with(dryRun, rejects, new Privacy(pseudonymize, salt, maskContacts));
  }
}
