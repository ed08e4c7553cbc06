package dev.chorus.index;

import dev.chorus.post.Post;
import java.time.Instant;
import java.util.Comparator;

/// Which of two records is the newer version of a post, and which of two reposts the earlier.
final class Versions {
  /// By the time of the last edit, or of publication where there was none; a record that tells no
  /// time is older than one that does. Then by engagement, which grows: interactions, then views.
  /// Records that are equal in all of this are told apart by nothing that they say.
  static final Comparator<Post> AGE =
      Comparator.comparing((Post p) -> p.editedAt().or(p::createdAt).orElse(Instant.MIN))
          .thenComparingLong(p -> p.engagement().interactions())
          .thenComparingLong(p -> p.engagement().views());

  /// Which repost stands for an original that is not there: the first one.
  static final Comparator<Post> STAND_IN =
      Comparator.comparing((Post p) -> p.createdAt().orElse(Instant.MAX)).thenComparing(Post::id);

  private Versions() {}

  /// Whether the analysis of one would come out as that of the other.
  static boolean readAlike(Post a, Post b) {
    return a.text().equals(b.text())
        && a.lang().equals(b.lang())
        && a.targets().equals(b.targets());
  }
}
