package dev.chorus.source;

import dev.chorus.post.Post;

/// What reading one record of the input gave.
public sealed interface ReadResult {

  Place at();

  /// A record that is a post.
  record Parsed(Place at, Post post) implements ReadResult {}

  /// A record that is none, and why: the field, what was found, what was wanted.
  record Rejected(Place at, String reason) implements ReadResult {}
}
