package dev.chorus.source.format;

import dev.chorus.post.Post;

/// What reading the input gave; a record may give several.
public sealed interface ReadResult {

  Place at();

  /// A record, or a part of one, that is a post.
  record Parsed(Place at, Post post) implements ReadResult {}

  /// A record, or a part of one, that is none, and why: the field, what was found, what was wanted.
  ///
  /// @param record the whole record as JSON values, or its text if it is no JSON; empty text if
  ///     there is nothing to show
  record Rejected(Place at, String reason, Object record) implements ReadResult {}

  /// Something to know about a record that is neither a post nor left out, and is not counted: what
  /// the input itself says that it lacks.
  record Remark(Place at, String text) implements ReadResult {}
}
