package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostAddress;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables of 4CAT, and its items as JSON: `id`, `thread_id`, `timestamp`, `body` and `author` on
/// all platforms, with counts under each platform's own words. The address of the post tells the
/// platform; ids become those of the platform's interface.
///
/// The columns are those of 4CAT's source. Which post of X another one answers is not told.
public final class FourCatFormat implements PostFormat {
  private static final List<String> ADDRESSES =
      List.of("link", "url", "tiktok_url", "comment_url", "post_url", "collected_from_url");

  private static final List<String> NAMES =
      List.of("author_fullname", "author_full", "author_name", "author_display_name");

  private static final List<String> LIKES =
      List.of("like_count", "likes", "num_likes", "favourites_count", "upvotes", "reactions");

  private static final List<String> REPOSTS =
      List.of("retweet_count", "reblogs_count", "reposts", "shares");

  private static final List<String> REPLIES =
      List.of("reply_count", "replies_count", "replies", "comments", "num_comments");

  private static final List<String> VIEWS =
      List.of("impression_count", "plays", "play_count", "views");

  /// Platforms whose posts are HTML.
  private static final Set<String> HTML = Set.of("truthsocial", "gab");

  @Override
  public String id() {
    return "4cat";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.has("id")
        && record.has("body")
        && record.has("timestamp")
        && record.has("author")
        && (record.has("collected_from_url")
            || (record.has("thread_id") && record.has("unix_timestamp")));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record.filled()));
  }

  private static Post post(RecordFields item) throws FieldException {
    Optional<String> platform = platform(item);
    String id = platform.isPresent() ? item.id("id", platform.get()) : item.id("id");
    boolean isRepost = item.begins("is_retweet", "yes");
    Optional<String> post = link(item, "post_id", platform);
    Optional<String> thread = link(item, "thread_id", platform);
    // A comment on TikTok has the post, and what it answers, in two columns.
    Optional<String> inReplyTo =
        post.isPresent() ? thread : link(item, "parent_id", platform).or(() -> inChat(item, id));
    return Post.builder(id, words(item, platform.orElse(""), isRepost))
        .platform(platform)
        .lang(item.language("language_guess"))
        .createdAt(createdAt(item))
        .url(item.text(first(item, ADDRESSES.subList(0, ADDRESSES.size() - 1))))
        .author(
            new Author(
                item.text(first(item, NAMES)), item.handle("author"), Optional.empty(), List.of()))
        .links(
            new Links(
                inReplyTo.filter(other -> !other.equals(id)),
                link(item, item.has("quote_tweet_id") ? "quote_tweet_id" : "quote_id", platform),
                Optional.empty(),
                post.or(() -> thread)))
        // The counts of a repost are the original's.
        .engagement(
            isRepost
                ? Engagement.NONE
                : new Engagement(
                    item.countOrNegative(first(item, LIKES)),
                    item.count(first(item, REPOSTS)),
                    item.countOrNegative(first(item, REPLIES)),
                    item.count(first(item, VIEWS))))
        .build();
  }

  private static final Pattern IN_CHAT = Pattern.compile("(.+-)[0-9]+");

  /// The message of the same chat that a message of Telegram answers: its number there.
  private static Optional<String> inChat(RecordFields item, String id) {
    Matcher own = IN_CHAT.matcher(id);
    if (!own.matches() || !item.matches("reply_to", Pattern.compile("[0-9]+"))) {
      return Optional.empty();
    }
    return Optional.of(own.group(1) + item.values().get("reply_to"));
  }

  private static Optional<String> platform(RecordFields item) throws FieldException {
    for (String key : ADDRESSES) {
      if (!item.has(key)) continue;
      Optional<PostAddress> address = item.text(key).flatMap(PostAddress::of);
      if (address.isPresent()) return Optional.of(address.get().platform());
    }
    return Optional.empty();
  }

  private static Optional<String> link(RecordFields item, String key, Optional<String> platform)
      throws FieldException {
    return platform.isPresent() ? item.link(key, platform.get()) : item.text(key);
  }

  private static String words(RecordFields item, String platform, boolean isRepost)
      throws FieldException {
    Optional<String> body = item.text("body");
    if (platform.equals("x")) body = body.map(Html::unescaped);
    if (HTML.contains(platform)) body = body.map(Html::text);
    return item.words("body", List.of(item.text("subject"), body));
  }

  private static Optional<Instant> createdAt(RecordFields item) throws FieldException {
    return item.anyTime(item.has("unix_timestamp") ? "unix_timestamp" : "timestamp");
  }

  private static String first(RecordFields item, List<String> keys) {
    return keys.stream().filter(item::has).findFirst().orElse(keys.getFirst());
  }
}
