package dev.chorus.cli;

import dev.chorus.app.SaltFile;
import dev.chorus.app.UserException;
import dev.chorus.index.Pseudonymization;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.query.IndexException;
import dev.chorus.post.Post;
import dev.chorus.source.Contacts;
import dev.chorus.source.Pseudonyms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/// How `ingest` goes about its work.
public final class IngestOptions {
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

  private final Duration commitEvery;

  IngestOptions() {
    this(COMMIT_EVERY);
  }

  IngestOptions(Duration commitEvery) {
    this.commitEvery = commitEvery;
  }

  public boolean dryRun() {
    return dryRun;
  }

  public Optional<Path> rejects() {
    return rejects;
  }

  /// How people are named in the index.
  ///
  /// @param naming what the index says of it
  /// @param hiding what is done to each post before anything of it is kept
  public record Names(Pseudonymization naming, UnaryOperator<Post> hiding) {}

  /// @param index folder of the index
  public Names names(Path index) throws IndexException, UserException {
    UnaryOperator<Post> masking = maskContacts ? Contacts::masked : post -> post;
    if (!pseudonymize) return new Names(Pseudonymization.OWN, masking);
    Path file = salt.orElse(Path.of(index + ".salt"));
    Optional<Pseudonymization> there = ReactionWriter.naming(index);
    if (there.isPresent() && there.get().secret().isPresent() && !Files.exists(file)) {
      throw new UserException(
          "The index in "
              + index
              + " keeps people under pseudonyms, and the secret that they were made with is not in "
              + file
              + ". Name its file with --salt, or ingest into a new folder (--index DIR).");
    }
    // For an index that will refuse pseudonyms no secret is left behind.
    byte[] secret = SaltFile.read(file, dryRun || there.isPresent());
    Pseudonyms pseudonyms = new Pseudonyms(secret);
    // Contacts first: an e-mail address is no mention.
    return new Names(
        Pseudonymization.pseudonyms(pseudonyms.digest()),
        post -> pseudonyms.of(masking.apply(post)));
  }

  public Duration commitEvery() {
    return commitEvery;
  }
}
