package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.Pages;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// X as its own web pages get it (GraphQL): whole answers, such as a timeline or a search, and the
/// results in them one by one, as Zeeschuimer and other browser extensions collect them.
///
/// A result is a status of the old API under `legacy`, with the id, the account, the long text and
/// the views around it. A post that another one quotes or repeats stands inside that one, and is
/// not read for itself. Places of posts that X does not show (tombstones) are rejections.
///
/// The shape is that which open programs read; X has no documents on it.
public final class XWebFormat implements PostFormat {
  private static final String PLATFORM = XV2Format.PLATFORM;

  @Override
  public String id() {
    return "x-web";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isResult(record) || (isPage(record) && Pages.hold(record, XWebFormat::isResult));
  }

  private static boolean isResult(RecordFields result) {
    return isTweet(result) || isGone(result) || isWrapped(result);
  }

  private static boolean isTweet(RecordFields result) {
    return result
        .peek("legacy")
        .filter(l -> l.has("full_text") && (result.has("rest_id") || l.has("id_str")))
        .isPresent();
  }

  private static boolean isGone(RecordFields result) {
    return result.begins("__typename", "TweetTombstone")
        || result.begins("__typename", "TweetUnavailable");
  }

  private static boolean isWrapped(RecordFields result) {
    return result.peek("tweet").filter(XWebFormat::isTweet).isPresent();
  }

  /// The outermost names that such an answer, or a part of one, has.
  private static final List<String> AROUND =
      List.of("data", "instructions", "entries", "content", "itemContent", "tweet_results");

  private static boolean isPage(RecordFields record) {
    return !record.has("id")
        && !record.has("text")
        && (record.has("result") || AROUND.stream().anyMatch(key -> record.peek(key).isPresent()));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isResult(record)) results.add(post(record));
    else Pages.each(record, XWebFormat::isResult, results, result -> results.add(post(result)));
  }

  private static Post post(RecordFields result) throws FieldException {
    if (isGone(result)) {
      throw result.wrong("__typename", "a post, but X does not show this one");
    }
    RecordFields tweet = unwrapped(result);
    RecordFields status = tweet.nested("legacy", "a status");
    String id = id(tweet, status);
    Optional<RecordFields> original = status.peek("retweeted_status_result", "result");
    Author author = author(tweet);
    return Post.builder(id, words(original.orElse(tweet)))
        .platform(Optional.of(PLATFORM))
        .lang(status.language("lang"))
        .createdAt(status.twitterTime("created_at"))
        .url(Optional.of(XV2Format.url(author.handle(), id.substring(PLATFORM.length() + 1))))
        .author(author)
        .links(links(tweet, status, id, original))
        // The counts of a repost are the original's.
        .engagement(original.isPresent() ? Engagement.NONE : engagement(tweet, status))
        .notes(notes(tweet))
        .build();
  }

  /// Where X restricts a post, the post stands one level down.
  private static RecordFields unwrapped(RecordFields result) {
    return isTweet(result) ? result : result.peek("tweet").orElse(result);
  }

  private static String id(RecordFields tweet, RecordFields status) throws FieldException {
    return tweet.has("rest_id") ? tweet.id("rest_id", PLATFORM) : status.id("id_str", PLATFORM);
  }

  private static String words(RecordFields result) throws FieldException {
    RecordFields tweet = unwrapped(result);
    Optional<RecordFields> note = tweet.peek("note_tweet", "note_tweet_results", "result");
    if (note.isPresent() && note.get().text("text").isPresent()) return words(note.get(), "text");
    return words(tweet.nested("legacy", "a status"), "full_text");
  }

  private static String words(RecordFields fields, String key) throws FieldException {
    return fields.words(key, List.of(fields.text(key).map(Html::unescaped)));
  }

  /// Names stood under `legacy` until 2025 and stand under `core` since; in the oldest answers the
  /// account stands beside the status.
  private static Author author(RecordFields tweet) throws FieldException {
    Optional<RecordFields> user =
        tweet.peek("core", "user_results", "result").or(() -> tweet.peek("user"));
    if (user.isEmpty()) return Author.UNKNOWN;
    RecordFields names =
        user.get()
            .peek("core")
            .or(() -> user.get().peek("legacy"))
            .filter(names1 -> names1.has("screen_name"))
            .orElse(user.get());
    return new Author(names.text("name"), names.handle("screen_name"), Optional.empty(), List.of());
  }

  private static Links links(
      RecordFields tweet, RecordFields status, String id, Optional<RecordFields> original)
      throws FieldException {
    Optional<String> repostOf = Optional.empty();
    if (original.isPresent()) {
      RecordFields inner = unwrapped(original.get());
      repostOf = Optional.of(id(inner, inner.nested("legacy", "a status")));
    }
    return new Links(
        status.link("in_reply_to_status_id_str", PLATFORM),
        repostOf.isPresent() ? Optional.empty() : status.link("quoted_status_id_str", PLATFORM),
        repostOf,
        status.link("conversation_id_str", PLATFORM),
        firstVersion(tweet).filter(first -> !first.equals(id)));
  }

  private static Optional<String> firstVersion(RecordFields tweet) throws FieldException {
    Optional<RecordFields> edits = tweet.peek("edit_control");
    if (edits.isPresent() && !edits.get().has("edit_tweet_ids")) {
      edits = edits.get().peek("edit_control_initial");
    }
    if (edits.isEmpty() || !edits.get().holds("edit_tweet_ids", List.class)) {
      return Optional.empty();
    }
    return edits.get().texts("edit_tweet_ids").stream().findFirst().map(f -> PLATFORM + ":" + f);
  }

  private static Engagement engagement(RecordFields tweet, RecordFields status)
      throws FieldException {
    Optional<RecordFields> views = tweet.peek("views").or(() -> tweet.peek("ext_views"));
    return new Engagement(
        status.count("favorite_count"),
        status.count("retweet_count"),
        status.count("reply_count"),
        views.isEmpty() ? 0 : views.get().count("count"));
  }

  /// What readers have added, where X shows it under the post.
  private static List<Note> notes(RecordFields tweet) throws FieldException {
    if (!tweet.holds("birdwatch_pivot", Map.class)) return List.of();
    RecordFields pivot = tweet.nested("birdwatch_pivot", "a note");
    Optional<String> words =
        pivot.peek("subtitle").isEmpty()
            ? Optional.empty()
            : pivot.peek("subtitle").get().text("text");
    if (words.isEmpty()) return List.of();
    return List.of(new Note("community_note", words.get(), pivot.text("destinationUrl")));
  }
}
