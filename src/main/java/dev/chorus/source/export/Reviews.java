package dev.chorus.source.export;

import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;

/// Stars of reviews.
final class Reviews {
  private Reviews() {}

  /// The same post with its stars, from 1 to 5.
  ///
  /// @param key the field that holds them
  static Post.Builder rated(Post.Builder post, RecordFields review, String key)
      throws FieldException {
    return post;
  }
}
