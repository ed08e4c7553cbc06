package dev.chorus.app;

import dev.chorus.index.Pseudonymization;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.query.IndexException;
import dev.chorus.post.Post;
import dev.chorus.source.Contacts;
import dev.chorus.source.Pseudonyms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What of people an index keeps.
///
/// @param pseudonymize whether authors and mentions are kept under pseudonyms
/// @param salt file of the secret that pseudonyms are made with; empty for one beside the index
/// @param maskContacts whether e-mail addresses and telephone numbers are masked
public record Privacy(boolean pseudonymize, Optional<Path> salt, boolean maskContacts) {
  /// Everything as it was posted.
  public static final Privacy NONE = new Privacy(false, Optional.empty(), false);

  /// @param naming what the index says of it
  /// @param hiding what is done to each post before anything of it is kept
  /// @param telling what is done to each message on a record before anybody reads it
  record Applied(
      Pseudonymization naming, UnaryOperator<Post> hiding, UnaryOperator<String> telling) {}

  /// @param index folder of the index
  /// @param forget whether a secret that is not there yet is made for this run only
  Applied apply(Path index, boolean forget) throws IndexException, UserException {
    UnaryOperator<Post> masking = maskContacts ? Contacts::masked : post -> post;
    if (!pseudonymize) return new Applied(Pseudonymization.OWN, masking, text -> text);
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
    byte[] secret = SaltFile.read(file, forget || there.isPresent());
    Pseudonyms pseudonyms = new Pseudonyms(secret);
    // Contacts first: an e-mail address is no mention.
    return new Applied(
        Pseudonymization.pseudonyms(pseudonyms.digest()),
        post -> pseudonyms.of(masking.apply(post)),
        pseudonyms::message);
  }
}
