package dev.chorus.source;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.util.List;
import java.util.Optional;

/// Flat records with `snake_case` keys, as collected data sets often have them: `source` for the
/// platform, `author` for the handle, `created_at`, `thread_id`, `parent_id`, and counts at the
/// top.
final class FlatFormat implements PostFormat {
  private static final List<String> MARKS =
      List.of("created_at", "thread_id", "parent_id", "thumbs_up");

  @Override
  public boolean recognises(Fields record) {
    return !record.has("createdAt")
        && (MARKS.stream().anyMatch(record::has)
            || (record.holds("source", String.class) && !record.has("platform")));
  }

  @Override
  public Post read(Fields record) throws FieldException {
    Optional<String> handle =
        record
            .text("author")
            .map(h -> h.startsWith("@") ? h.substring(1) : h)
            .filter(h -> !h.isBlank());
    return Post.builder(PostFormat.id(record, "id"), PostFormat.words(record, "text"))
        .platform(record.text("source"))
        .lang(PostFormat.language(record, "lang"))
        .createdAt(record.time("created_at"))
        .url(record.text("url"))
        .author(handle.map(Author::ofHandle).orElse(Author.UNKNOWN))
        .links(
            // in_reply_to holds a user's name in such files, not a post's id, so it is not read.
            new Links(
                record.text("parent_id"),
                Optional.empty(),
                Optional.empty(),
                record.text("thread_id")))
        .engagement(
            new Engagement(likes(record), record.count("reposts"), record.count("replies"), 0))
        .build();
  }

  /// Likes, thumbs up or a score, whichever there is; a score below zero is no like.
  private static long likes(Fields record) throws FieldException {
    if (record.has("likes")) return record.count("likes");
    if (record.has("thumbs_up")) return record.count("thumbs_up");
    try {
      return record.count("score");
    } catch (FieldException negative) {
      return 0;
    }
  }
}
