package dev.chorus.index;

import dev.chorus.index.query.IndexException;
import java.nio.file.Path;
import java.util.Optional;

/// Under which names an index keeps people: one of both kinds would be of neither use.
///
/// @param secret a digest of the secret behind the pseudonyms; empty if people stand under their
///     own names
public record Pseudonymization(Optional<String> secret) {
  /// People stand under their own names.
  public static final Pseudonymization OWN = new Pseudonymization(Optional.empty());

  /// @param digest tells secrets apart, and does not give one away
  public static Pseudonymization pseudonyms(String digest) {
    return new Pseudonymization(Optional.of(digest));
  }

  /// @throws IndexException if an index keeps people under other names; it says what to do
  static void check(Path folder, Pseudonymization theirs, Pseudonymization ours)
      throws IndexException {
    if (theirs.equals(ours)) return;
    String index = "The index in " + folder + " keeps people under ";
    if (theirs.secret().isEmpty()) {
      throw new IndexException(
          index
              + "their own names, which --pseudonymize would not take out of it. It was left as it"
              + " is: leave the option away, or ingest into a new folder (--index DIR).");
    }
    throw new IndexException(
        ours.secret().isEmpty()
            ? index
                + "pseudonyms. It was left as it is: give --pseudonymize, with the same secret"
                + " (--salt FILE, unless it is "
                + folder
                + ".salt), or ingest into a new folder (--index DIR)."
            : index
                + "pseudonyms that were made with another secret; the same people would get others."
                + " It was left as it is: name the file of that secret with --salt, or ingest into"
                + " a new folder (--index DIR).");
  }
}
