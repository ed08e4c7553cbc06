package dev.chorus.cli;

import dev.chorus.post.Post;
import dev.chorus.source.Contacts;
import dev.chorus.source.Pseudonyms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

  @Option(
      names = "--pseudonymize",
      description =
          "Store authors and mentions under pseudonyms, made with the secret in --salt; names,"
              + " roles and addresses of posts are left out (README, Names of people).")
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

  /// What is done to each post before anything of it is kept.
  ///
  /// @param index folder of the index
  UnaryOperator<Post> privacy(Path index) throws UserException {
    UnaryOperator<Post> masking = maskContacts ? Contacts::masked : post -> post;
    if (!pseudonymize) return masking;
    Pseudonyms pseudonyms =
        new Pseudonyms(SaltFile.read(salt.orElse(Path.of(index + ".salt")), dryRun));
    // Contacts first: an e-mail address is no mention.
    return post -> pseudonyms.of(masking.apply(post));
  }

  Duration commitEvery() {
    return commitEvery;
  }
}
