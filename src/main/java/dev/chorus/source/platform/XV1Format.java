package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Statuses as Twitter's API v1.1 gave them, and as an account's own archive holds them.
///
/// The number `id` has lost its last digits wherever it went through a program that has only
/// floating-point numbers; `id_str` has not.
public final class XV1Format implements PostFormat {
  private static final String PLATFORM = XV2Format.PLATFORM;

  @Override
  public String id() {
    return "x-v1.1";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isStatus(record) || record.peek("tweet").filter(XV1Format::isStatus).isPresent();
  }

  private static boolean isStatus(RecordFields record) {
    return (record.has("id_str") && (record.has("created_at") || record.has("full_text")))
        || (record.peek("user").filter(user -> user.has("screen_name")).isPresent()
            && (record.has("text") || record.has("full_text"))
            // Other data sets name the author so, too, and call the time otherwise.
            && (record.has("created_at") || !record.has("date")));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(isStatus(record) ? record : record.nested("tweet", "a status")));
  }

  private static Post post(RecordFields status) throws FieldException {
    String id = id(status);
    Optional<RecordFields> original = status.object("retweeted_status");
    Optional<RecordFields> user = status.object("user");
    Author author = user.isEmpty() ? Author.UNKNOWN : author(user.get());
    Optional<String> inReplyTo = reference(status, "in_reply_to_status_id");
    return Post.builder(id, words(original.orElse(status)))
        .platform(Optional.of(PLATFORM))
        .lang(status.language("lang"))
        // The archives of old had a time of their own.
        .createdAt(
            status.begins("created_at", "2")
                ? status.anyTime("created_at")
                : status.twitterTime("created_at"))
        .url(
            Optional.of(
                url(user.filter(u -> u.has("screen_name")).flatMap(_ -> author.handle()), id)))
        .author(author)
        .links(
            new Links(
                inReplyTo,
                // A repost of a post that quotes says so as well, but the quoting is not its own.
                original.isPresent() ? Optional.empty() : reference(status, "quoted_status_id"),
                original.isPresent() ? Optional.of(id(original.get())) : Optional.empty(),
                // Where the conversation of a reply began is not told.
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id),
                firstVersion(status)))
        // The counts of a repost are the original's.
        .engagement(original.isPresent() ? Engagement.NONE : engagement(status))
        .build();
  }

  /// In an account's own archive.
  private static Optional<String> firstVersion(RecordFields status) throws FieldException {
    Optional<RecordFields> edit = status.peek("edit_info", "edit");
    return edit.isEmpty() ? Optional.empty() : edit.get().link("initialTweetId", PLATFORM);
  }

  /// With `trim_user` an account has nothing but its id.
  private static Author author(RecordFields user) throws FieldException {
    String handle = user.has("screen_name") ? "screen_name" : "id_str";
    return new Author(user.text("name"), user.handle(handle), Optional.empty(), List.of());
  }

  private static String id(RecordFields status) throws FieldException {
    if (status.has("id_str")) return status.id("id_str", PLATFORM);
    if (status.holds("id", Double.class)) {
      throw status.wrong("id", "\"id_str\", as the last digits of this number are lost");
    }
    return status.id("id", PLATFORM);
  }

  /// The id of another status; as a number only where that has all of its digits.
  private static Optional<String> reference(RecordFields status, String key) throws FieldException {
    if (status.has(key + "_str")) return status.link(key + "_str", PLATFORM);
    return status.holds(key, Double.class) ? Optional.empty() : status.link(key, PLATFORM);
  }

  private static String url(Optional<String> handle, String id) {
    return XV2Format.url(handle, id.substring(PLATFORM.length() + 1));
  }

  /// A text of more than 140 characters stands in another field, or one level down.
  private static String words(RecordFields status) throws FieldException {
    if (status.holds("extended_tweet", Map.class)) {
      RecordFields extended = status.nested("extended_tweet", "the whole status");
      if (extended.has("full_text")) return words(extended, "full_text");
    }
    return words(status, status.has("full_text") ? "full_text" : "text");
  }

  private static String words(RecordFields status, String key) throws FieldException {
    return status.words(key, List.of(status.text(key).map(Html::unescaped)));
  }

  private static Engagement engagement(RecordFields status) throws FieldException {
    return new Engagement(
        status.count("favorite_count"),
        status.count("retweet_count"),
        status.count("reply_count"),
        0);
  }
}
