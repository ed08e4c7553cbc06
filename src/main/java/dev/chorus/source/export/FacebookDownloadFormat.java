package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Facebook gives an account's owner as JSON ("download your information"): own posts
/// (`your_posts…_1.json`), comments (`comments_v2`) and posts and comments in groups, as public
/// readers of such downloads describe them.
///
/// Ids are made of time and words, where there is none. The author of a post is known from the line
/// above it in English downloads ("A B shared a link."). What a comment answers is not told.
public final class FacebookDownloadFormat implements PostFormat {
  private static final String PLATFORM = "facebook";

  /// Lists of entries in an object around them.
  private static final List<String> LISTS =
      List.of(
          "comments_v2",
          "comments",
          "group_posts_v2",
          "group_posts",
          "group_comments_v2",
          "group_comments",
          "status_updates",
          "posts_v2",
          "activity_log_data");

  private static final List<String> LABELS =
      List.of("Message", "Post", "Text", "Comment", "Description");

  private static final Pattern TITLE =
      Pattern.compile(
          "(.{1,80}?) (?:updated|shared|added|posted|wrote|commented|replied|published|uploaded"
              + "|created|was|is|reviewed|recommends) .*",
          Pattern.DOTALL);

  @Override
  public String id() {
    return "facebook-download";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isEntry(record) || list(record).isPresent();
  }

  private static boolean isEntry(RecordFields record) {
    if (!record.has("timestamp") || record.has("id")) return false;
    return record.holds("label_values", List.class)
        || record
            .peek("data")
            .filter(d -> d.has("post") || d.has("comment") || d.has("update_timestamp"))
            .isPresent()
        || (record.holds("data", List.class) && record.holds("title", String.class))
        || record.peek("attachments").filter(a -> a.holds("data", List.class)).isPresent();
  }

  /// The first list of entries in an object.
  private static Optional<String> list(RecordFields record) {
    return LISTS.stream()
        .filter(
            key ->
                record.peek(key).filter(FacebookDownloadFormat::isEntry).isPresent()
                    || (record.isEmpty(key) && key.endsWith("_v2"))
                    || record.peek(key).filter(g -> list(g).isPresent()).isPresent())
        .findFirst();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isEntry(record)) {
      results.add(post(record));
      return;
    }
    for (String key : LISTS) {
      if (record.holds(key, List.class)) {
        results.each(record, key, entry -> results.add(post(entry)));
      } else if (record.has(key)) {
        read(record.nested(key, "entries"), results);
      }
    }
  }

  private static Post post(RecordFields entry) throws FieldException {
    List<RecordFields> data = objects(entry, "data");
    RecordFields comment =
        data.stream().flatMap(d -> d.peek("comment").stream()).findFirst().orElse(entry);
    Optional<Instant> time = entry.seconds("timestamp");
    if (comment != entry && comment.has("timestamp")) time = comment.seconds("timestamp");
    Optional<Instant> edited = Optional.empty();
    for (RecordFields d : data) {
      if (d.has("update_timestamp")) edited = d.seconds("update_timestamp");
    }
    String words = entry.words("data", words(entry, data, comment));
    Optional<String> name = MetaText.right(comment.text("author"));
    if (name.isEmpty()) {
      name =
          MetaText.right(entry.text("title"))
              .map(TITLE::matcher)
              .filter(Matcher::matches)
              .map(m -> m.group(1));
    }
    return Post.builder(id(entry, time, words), words)
        .platform(Optional.of(PLATFORM))
        .createdAt(time)
        .editedAt(edited)
        .author(new Author(name, Optional.empty(), Optional.empty(), List.of()))
        .links(Links.NONE)
        .engagement(Engagement.NONE)
        .build();
  }

  private static String id(RecordFields entry, Optional<Instant> time, String words)
      throws FieldException {
    if (entry.has("fbid")) return entry.id("fbid", PLATFORM);
    return ContentId.of(PLATFORM, time.map(Instant::toString).orElse(""), words);
  }

  /// What somebody typed; without that, what they typed below their pictures.
  private static List<Optional<String>> words(
      RecordFields entry, List<RecordFields> data, RecordFields comment) throws FieldException {
    if (comment != entry) return List.of(MetaText.right(comment.text("comment")));
    List<Optional<String>> typed = new ArrayList<>();
    for (RecordFields d : data) {
      if (d.holds("post", String.class)) typed.add(MetaText.right(d.text("post")));
      if (d.holds("comment", String.class)) typed.add(MetaText.right(d.text("comment")));
    }
    for (RecordFields value : objects(entry, "label_values")) {
      if (LABELS.contains(value.text("label").orElse(""))) {
        typed.add(MetaText.right(value.text("value")));
      }
    }
    if (typed.stream().anyMatch(Optional::isPresent)) return typed;
    for (RecordFields attachment : objects(entry, "attachments")) {
      for (RecordFields d : objects(attachment, "data")) {
        Optional<RecordFields> media = d.peek("media");
        if (media.isEmpty()) continue;
        Optional<String> caption = MetaText.right(media.get().text("description"));
        if (!typed.contains(caption)) typed.add(caption);
      }
    }
    return typed;
  }

  private static List<RecordFields> objects(RecordFields record, String key) throws FieldException {
    return record.holds(key, List.class) ? record.objects(key) : List.of();
  }
}
