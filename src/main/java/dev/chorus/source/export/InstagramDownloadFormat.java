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

/// What Instagram and Threads give an account's owner as JSON: posts and reels
/// (`posts_1.json`), comments (`post_comments_1.json`), and the posts and answers on Threads
/// (`threads_and_replies.json`), as public readers of such downloads describe them.
///
/// Ids are made of time and words, as there is none. The author is not told, as it is always the
/// owner of the account, and neither is what a comment or an answer on Threads answers.
public final class InstagramDownloadFormat implements PostFormat {
  private static final String INSTAGRAM = "instagram";
  private static final String THREADS = "threads";

  /// Lists of entries in an object around them.
  private static final List<String> LISTS =
      List.of(
          "text_post_app_text_posts",
          "comments_media_comments",
          "comments_reels_comments",
          "comments_story_comments",
          "ig_reels_media",
          "ig_stories",
          "ig_igtv_media",
          "ig_archived_post_media",
          "ig_other_media",
          "ig_recently_deleted_media");

  @Override
  public String id() {
    return "instagram-download";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPost(record)
        || isComment(record)
        || LISTS.stream().anyMatch(key -> record.holds(key, List.class));
  }

  private static boolean isPost(RecordFields record) {
    return record.holds("media", List.class)
        && !record.has("id")
        && record
            .peek("media")
            .filter(m -> m.has("creation_timestamp") && (m.has("uri") || m.has("title")))
            .isPresent();
  }

  private static boolean isComment(RecordFields record) {
    Optional<RecordFields> map = record.peek("string_map_data");
    // Many other lists of a download have the same shape, and the keys are in the language of the
    // account; only comments have a picture beside them.
    return map.isPresent()
        && (map.get().has("Comment")
            || (record.has("media_list_data") && map.get().keysOfObjects().size() == 3));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isComment(record)) {
      results.add(comment(record.nested("string_map_data", "a comment")));
    } else if (isPost(record)) {
      results.add(post(record, platform(record)));
    } else {
      for (String key : LISTS) {
        String platform = key.startsWith("text_post_app") ? THREADS : INSTAGRAM;
        results.each(record, key, entry -> entry(entry, platform, results));
      }
    }
  }

  private static void entry(RecordFields entry, String platform, Results results)
      throws FieldException {
    Optional<RecordFields> comment = entry.peek("string_map_data");
    if (comment.isPresent()) results.add(comment(comment.get()));
    else results.add(post(entry, platform));
  }

  /// In an entry alone, only a mark of Threads tells the two apart.
  private static String platform(RecordFields entry) {
    return entry.peek("media").filter(media -> media.has("text_app_post")).isPresent()
        ? THREADS
        : INSTAGRAM;
  }

  private static Post post(RecordFields entry, String platform) throws FieldException {
    List<Optional<String>> captions = new ArrayList<>();
    Optional<Instant> time = entry.seconds("creation_timestamp");
    if (entry.text("title").isPresent()) captions.add(MetaText.right(entry.text("title")));
    for (RecordFields media :
        entry.holds("media", List.class) ? entry.objects("media") : List.<RecordFields>of()) {
      if (time.isEmpty()) time = media.seconds("creation_timestamp");
      Optional<String> caption = MetaText.right(media.text("title"));
      if (!captions.contains(caption)) captions.add(caption);
    }
    return made(entry.words("title", captions), platform, time);
  }

  private static Post comment(RecordFields map) throws FieldException {
    Optional<Instant> time = Optional.empty();
    Optional<String> words = Optional.empty();
    for (String key : map.keysOfObjects()) {
      RecordFields value = map.nested(key, "a value");
      // The keys are in the language of the account; the comment comes first.
      if (words.isEmpty() || key.equals("Comment")) {
        words = value.text("value").isPresent() ? value.text("value") : words;
      }
      if (time.isEmpty()) time = value.seconds("timestamp").filter(t -> t.getEpochSecond() > 0);
    }
    return made(map.words("Comment", List.of(MetaText.right(words))), INSTAGRAM, time);
  }

  private static Post made(String words, String platform, Optional<Instant> time) {
    return Post.builder(
            ContentId.of(platform, time.map(Instant::toString).orElse(""), words), words)
        .platform(Optional.of(platform))
        .createdAt(time)
        .author(Author.UNKNOWN)
        .links(Links.NONE)
        .engagement(Engagement.NONE)
        .build();
  }
}
