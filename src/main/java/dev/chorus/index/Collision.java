package dev.chorus.index;

import dev.chorus.post.Author;
import dev.chorus.post.Post;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Two records with one id that are hardly versions of one post: of two authors, or with other
/// words from another time. Ids that count the rows of a file do that.
final class Collision {
  private Collision() {}

  /// What tells the two apart, for a message; nothing if they may be versions.
  ///
  /// @param before what the id stood for
  static Optional<String> of(Post before, Post post) {
    if (areTwo(before.author(), post.author())) {
      return Optional.of(
          "\"id\" is \"%s\", which a post of %s has already, and this one is of %s"
              .formatted(post.id(), shown(before.author()), shown(post.author())));
    }
    if (before.text().equals(post.text()) || post.editedAt().isPresent()) return Optional.empty();
    Optional<Instant> then = before.createdAt();
    Optional<Instant> now = post.createdAt();
    // A corrected text keeps its time.
    if (then.isPresent() && then.equals(now)) return Optional.empty();
    if (then.isPresent() != now.isPresent()) return Optional.empty();
    return Optional.of(
        "\"id\" is \"%s\", which a post with another text has already".formatted(post.id()));
  }

  private static boolean areTwo(Author one, Author other) {
    if (one.handle().isPresent() && other.handle().isPresent()) {
      return !lower(one.handle()).equals(lower(other.handle()))
          // Accounts are renamed.
          && (one.name().isEmpty() || !one.name().equals(other.name()));
    }
    return one.name().isPresent() && other.name().isPresent() && !one.name().equals(other.name());
  }

  private static String lower(Optional<String> handle) {
    return handle.orElse("").toLowerCase(Locale.ROOT);
  }

  private static String shown(Author author) {
    return author.handle().map(h -> "@" + h).or(author::name).orElse("somebody");
  }
}
