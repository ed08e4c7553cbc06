package dev.chorus.post;

import java.util.Optional;

/// The ids of the posts that a post belongs with.
///
/// @param versionOf the first version of the post, where an edited one gets an id of its own
public record Links(
    Optional<String> inReplyTo,
    Optional<String> quotes,
    Optional<String> repostOf,
    Optional<String> thread,
    Optional<String> versionOf) {

  /// Of a post that keeps its id when it is edited.
  public Links(
      Optional<String> inReplyTo,
      Optional<String> quotes,
      Optional<String> repostOf,
      Optional<String> thread) {
    this(inReplyTo, quotes, repostOf, thread, Optional.empty());
  }

  /// A post that stands alone.
  public static final Links NONE =
      new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
