package dev.chorus.source.format;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Flat records with `snake_case` keys, as collected data sets often have them: `source` for the
/// platform, `author` for the handle, `created_at`, `thread_id`, `parent_id`, and counts at the
/// top.
public final class FlatFormat implements PostFormat {
  private static final List<String> MARKS =
      List.of("created_at", "thread_id", "parent_id", "thumbs_up");

  @Override
  public String id() {
    return "flat";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return !record.has("createdAt")
        && (MARKS.stream().anyMatch(record::has)
            || (record.holds("source", String.class) && !record.has("platform")));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record));
  }

  private static Post post(RecordFields record) throws FieldException {
    String id = record.id("id");
    return Post.builder(id, record.words("text"))
        .platform(record.text("source"))
        .lang(record.language("lang"))
        .createdAt(record.time("created_at"))
        .url(record.text("url"))
        .author(record.handle("author").map(Author::ofHandle).orElse(Author.UNKNOWN))
        .links(
            new Links(
                parent(record, id), Optional.empty(), Optional.empty(), record.text("thread_id")))
        .engagement(
            new Engagement(
                likes(record),
                record.count("reposts"),
                record.count("replies"),
                record.count("views")))
        .build();
  }

  /// `in_reply_to` is the id of a post in some files and the name of its author in others. It is
  /// taken for an id if it looks like the record's own: the same but for the digits.
  private static Optional<String> parent(RecordFields record, String id) throws FieldException {
    Optional<String> parent = record.text("parent_id");
    if (parent.isPresent()) return parent;
    return record.text("in_reply_to").filter(reply -> shape(reply).equals(shape(id)));
  }

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static String shape(String id) {
    return DIGITS.matcher(id).replaceAll("#");
  }

  /// Likes, thumbs up or a score, whichever there is; a score below zero counts as zero likes.
  private static long likes(RecordFields record) throws FieldException {
    if (record.has("likes")) return record.count("likes");
    if (record.has("thumbs_up")) return record.count("thumbs_up");
    return record.countOrNegative("score");
  }
}
