package dev.chorus.post;

import java.util.Optional;

/// The ids of the posts that a post belongs with.
public record Links(
    Optional<String> inReplyTo,
    Optional<String> quotes,
    Optional<String> repostOf,
    Optional<String> thread) {

  /// A post that stands alone.
  public static final Links NONE =
      new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
