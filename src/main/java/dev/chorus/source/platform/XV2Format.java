package dev.chorus.source.platform;

import dev.chorus.json.Json;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// X API v2: a page of tweets under `data`, a single one there, or tweets that twarc has flattened,
/// with the author inside.
///
/// A repost's own `text` is cut, so it takes the words of the original out of `includes.tweets`.
/// Its counts are the original's as well, and left there. Tweets that are merely included are no
/// posts of the page.
///
/// Tweets that were asked for by id and cannot be had stand under `errors`; each is a rejection.
public final class XV2Format implements PostFormat {
  static final String PLATFORM = "x";

  private static final Pattern ID = Pattern.compile("[0-9]+");

  @Override
  public String id() {
    return "x-v2";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPage(record) || isFlat(record);
  }

  private static boolean isPage(RecordFields record) {
    if (record.has("id") || record.has("text")) return false;
    return record.peek("meta").filter(meta -> meta.has("result_count")).isPresent()
        || (record.has("data") && record.peek("includes").isPresent())
        || record.peek("data").filter(XV2Format::isTweet).isPresent()
        || record.peek("errors").filter(e -> e.begins("type", "https://api.")).isPresent();
  }

  /// By default the API gives an id and a text and nothing else.
  private static boolean isTweet(RecordFields data) {
    return data.matches("id", ID) && data.holds("text", String.class) && !data.has("created_utc");
  }

  private static boolean isFlat(RecordFields record) {
    return record.has("edit_history_tweet_ids")
        || (record.has("author_id")
            && (record.has("public_metrics")
                || record.has("conversation_id")
                || record.has("referenced_tweets")
                || record.peek("author").filter(a -> a.has("username")).isPresent()));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (!isPage(record)) {
      results.add(post(record, Includes.NONE));
      return;
    }
    Includes includes = Includes.of(record);
    results.each(record, "errors", XV2Format::refuse);
    if (record.holds("data", Map.class))
      results.add(post(record.nested("data", "a tweet"), includes));
    else results.each(record, "data", tweet -> results.add(post(tweet, includes)));
  }

  /// Errors about things that a tweet mentions leave the tweet as it is; others stand for a tweet.
  private static void refuse(RecordFields error) throws FieldException {
    if (!error.begins("parameter", "id")) return;
    String why = error.text("detail").orElse("no reason is given.");
    throw new FieldException(
        "\""
            + error.name()
            + "\" stands for a post that X did not give: "
            + Json.excerpt(why, 200));
  }

  private static Post post(RecordFields tweet, Includes includes) throws FieldException {
    String id = tweet.id("id", PLATFORM);
    Author author = author(tweet, includes);
    Links links = links(tweet, id);
    Optional<RecordFields> original = original(tweet, includes);
    return Post.builder(id, original.isPresent() ? words(original.get()) : words(tweet))
        .platform(Optional.of(PLATFORM))
        .lang(tweet.language("lang"))
        .createdAt(tweet.time("created_at"))
        .url(Optional.of(url(author.name().flatMap(_ -> author.handle()), tweet.id("id"))))
        .author(author)
        .links(links)
        .engagement(links.repostOf().isPresent() ? Engagement.NONE : engagement(tweet))
        .build();
  }

  /// Posts longer than 280 characters have all of their words in the note.
  private static String words(RecordFields tweet) throws FieldException {
    Optional<RecordFields> note = tweet.object("note_tweet");
    Optional<String> words = note.isEmpty() ? Optional.empty() : note.get().text("text");
    if (words.isEmpty()) words = tweet.text("text");
    return tweet.words("text", List.of(words.map(Html::unescaped)));
  }

  private static Author author(RecordFields tweet, Includes includes) throws FieldException {
    Optional<RecordFields> user = tweet.object("author");
    Optional<String> id = tweet.text("author_id");
    if (user.isEmpty()) user = id.map(includes.users()::get);
    if (user.isEmpty()) return id.map(Author::ofHandle).orElse(Author.UNKNOWN);
    return new Author(
        user.get().text("name"), user.get().handle("username"), Optional.empty(), List.of());
  }

  /// X forwards from any name to the right one, so `i` will do for an author who is not known.
  static String url(Optional<String> handle, String id) {
    return "https://x.com/" + handle.orElse("i") + "/status/" + id;
  }

  private static Links links(RecordFields tweet, String id) throws FieldException {
    Optional<String> inReplyTo = Optional.empty();
    Optional<String> quotes = Optional.empty();
    Optional<String> repostOf = Optional.empty();
    for (RecordFields reference : tweet.objects("referenced_tweets")) {
      Optional<String> other = reference.link("id", PLATFORM);
      switch (reference.text("type").orElse("")) {
        case "replied_to" -> inReplyTo = other;
        case "quoted" -> quotes = other;
        case "retweeted" -> repostOf = other;
        default -> {}
      }
    }
    Optional<String> first =
        tweet.texts("edit_history_tweet_ids").stream()
            .findFirst()
            .map(other -> PLATFORM + ":" + other)
            .filter(other -> !other.equals(id));
    return new Links(inReplyTo, quotes, repostOf, tweet.link("conversation_id", PLATFORM), first);
  }

  /// The original of a repost, as far as the answer holds it.
  private static Optional<RecordFields> original(RecordFields tweet, Includes includes)
      throws FieldException {
    for (RecordFields reference : tweet.objects("referenced_tweets")) {
      if (!reference.begins("type", "retweeted")) continue;
      // twarc puts the whole tweet where the API has only its id.
      if (reference.has("text")) return Optional.of(reference);
      return reference.text("id").map(includes.tweets()::get);
    }
    return Optional.empty();
  }

  private static Engagement engagement(RecordFields tweet) throws FieldException {
    Optional<RecordFields> metrics = tweet.object("public_metrics");
    if (metrics.isEmpty()) return Engagement.NONE;
    RecordFields m = metrics.get();
    return new Engagement(
        m.count("like_count"),
        m.count("retweet_count"),
        m.count("reply_count"),
        m.count("impression_count"));
  }

  /// The accounts and tweets to which the tweets of a page refer, by id.
  private record Includes(Map<String, RecordFields> users, Map<String, RecordFields> tweets) {
    static final Includes NONE = new Includes(Map.of(), Map.of());

    static Includes of(RecordFields page) throws FieldException {
      Optional<RecordFields> includes = page.object("includes");
      if (includes.isEmpty()) return NONE;
      return new Includes(byId(includes.get(), "users"), byId(includes.get(), "tweets"));
    }

    private static Map<String, RecordFields> byId(RecordFields includes, String list)
        throws FieldException {
      Map<String, RecordFields> byId = new HashMap<>();
      for (RecordFields item : includes.objects(list)) {
        item.text("id").ifPresent(id -> byId.put(id, item));
      }
      return byId;
    }
  }
}
