package dev.chorus.source.platform;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Posts of X as scrapers write them: snscrape and twscrape, Apify's tweet scrapers, the extension
/// twitter-web-exporter, and libraries for bots. Their names differ, their make-up does not: an
/// account, counts, and the posts that this one answers, quotes or repeats, as ids or as whole
/// posts.
///
/// The shapes are those of the tools' sources and documents; those of bots are recalled.
public final class XScrapedFormat implements PostFormat {
  private static final String PLATFORM = XV2Format.PLATFORM;

  /// The names of one tool, or of several that agree.
  ///
  /// @param names of an account's name and handle; `""` where the tool has none
  private record Names(
      List<String> text,
      List<String> time,
      List<String> account,
      String name,
      String handle,
      List<String> inReplyTo,
      List<String> quotes,
      List<String> quoted,
      List<String> reposts,
      List<String> reposted,
      List<String> thread,
      List<String> counts) {}

  private static final Names SNSCRAPE =
      new Names(
          List.of("rawContent", "content", "renderedContent"),
          List.of("date"),
          List.of("user"),
          "displayname",
          "username",
          List.of("inReplyToTweetIdStr", "inReplyToTweetId"),
          List.of(),
          List.of("quotedTweet"),
          List.of(),
          List.of("retweetedTweet"),
          List.of("conversationIdStr", "conversationId"),
          List.of("likeCount", "retweetCount", "replyCount", "viewCount"));

  private static final Names APIFY =
      new Names(
          List.of("fullText", "full_text", "text"),
          List.of("createdAt", "created_at"),
          List.of("author"),
          "name",
          "userName",
          List.of("inReplyToId"),
          List.of("quoteId"),
          List.of("quote", "quoted_tweet"),
          List.of("retweetId"),
          List.of("retweet", "retweeted_tweet"),
          List.of("conversationId"),
          List.of("likeCount", "retweetCount", "replyCount", "viewCount"));

  private static final Names EXPORTER =
      new Names(
          List.of("full_text"),
          List.of("created_at"),
          List.of(),
          "name",
          "screen_name",
          List.of("in_reply_to"),
          List.of("quoted_status"),
          List.of(),
          List.of("retweeted_status"),
          List.of(),
          List.of("conversation_id"),
          List.of("favorite_count", "retweet_count", "reply_count", "views_count"));

  private static final Names BOT =
      new Names(
          List.of("text"),
          List.of("timeParsed", "timestamp"),
          List.of(),
          "name",
          "username",
          List.of("inReplyToStatusId"),
          List.of("quotedStatusId"),
          List.of("quotedStatus"),
          List.of("retweetedStatusId"),
          List.of("retweetedStatus"),
          List.of("conversationId"),
          List.of("likes", "retweets", "replies", "views"));

  @Override
  public String id() {
    return "x-scraped";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return names(record).isPresent();
  }

  /// Tables of twitter-web-exporter, and others with its columns.
  @Override
  public boolean readsRows() {
    return true;
  }

  private static Optional<Names> names(RecordFields record) {
    if (!record.has("id") && !record.has("id_str")) return Optional.empty();
    if (record.begins("_type", "snscrape.modules.twitter.")) return Optional.of(SNSCRAPE);
    if (has(record, "user", "username") && has(record, SNSCRAPE.text()) && record.has("date")) {
      return Optional.of(SNSCRAPE);
    }
    if (has(record, "author", "userName") && has(record, APIFY.text())) return Optional.of(APIFY);
    if (record.has("full_text") && record.has("screen_name") && record.has("created_at")) {
      return Optional.of(EXPORTER);
    }
    boolean isBot = record.has("permanentUrl") && record.has("username") && record.has("text");
    return isBot ? Optional.of(BOT) : Optional.empty();
  }

  private static boolean has(RecordFields record, List<String> keys) {
    return keys.stream().anyMatch(record::has);
  }

  private static boolean has(RecordFields record, String inner, String key) {
    return record.peek(inner).filter(r -> r.has(key)).isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Optional<RecordFields> raw = record.peek("metadata").filter(r -> r.peek("legacy").isPresent());
    // The extension may keep what the page got, which has more than its own fields.
    if (raw.isPresent()) results.read(raw.get());
    else results.add(post(record.filled(), names(record).orElseThrow()));
  }

  private static Post post(RecordFields record, Names names) throws FieldException {
    String id = id(record);
    Author author = author(record, names);
    Optional<RecordFields> original = inner(record, names.reposted());
    Optional<String> repostOf = reference(record, names.reposts(), original);
    Optional<String> inReplyTo =
        reference(record, names.inReplyTo(), Optional.empty()).filter(other -> !other.equals(id));
    Links links =
        new Links(
            inReplyTo,
            repostOf.isPresent()
                ? Optional.empty()
                : reference(record, names.quotes(), inner(record, names.quoted())),
            repostOf,
            reference(record, names.thread(), Optional.empty()));
    return Post.builder(id, words(original.orElse(record), names, repostOf.isPresent()))
        .platform(Optional.of(PLATFORM))
        .lang(record.language("lang"))
        .createdAt(record.anyTime(first(record, names.time())))
        .url(Optional.of(XV2Format.url(author.handle(), id.substring(PLATFORM.length() + 1))))
        .author(author)
        .links(links)
        // The counts of a repost are the original's.
        .engagement(repostOf.isPresent() ? Engagement.NONE : engagement(record, names))
        .build();
  }

  /// A spreadsheet rounds long numbers; the address of the post has all digits.
  private static String id(RecordFields record) throws FieldException {
    String key = record.has("id_str") ? "id_str" : "id";
    String id = record.id(key, PLATFORM);
    if (DIGITS.matcher(id).find() && !id.endsWith("000")) return id;
    for (String address : List.of("url", "permanentUrl")) {
      Optional<String> known =
          record.text(address).flatMap(PostAddress::of).flatMap(PostAddress::id);
      if (known.isPresent()) return known.get();
    }
    if (DIGITS.matcher(id).find()) return id;
    throw record.wrong(key, "all digits of the id; a spreadsheet may have cut them off");
  }

  private static final Pattern DIGITS = Pattern.compile(":[0-9]+$");

  /// Some tools begin the words of a repost with whose they are.
  private static String words(RecordFields record, Names names, boolean isRepost)
      throws FieldException {
    String key = first(record, names.text());
    Optional<String> words = record.text(key).map(Html::unescaped);
    if (isRepost) words = words.map(w -> REPOST.matcher(w).replaceFirst(""));
    return record.words(key, List.of(words));
  }

  private static final Pattern REPOST = Pattern.compile("^RT @\\w{1,20}: ");

  private static Author author(RecordFields record, Names names) throws FieldException {
    RecordFields account = inner(record, names.account()).orElse(record);
    return new Author(
        account.text(names.name()), account.handle(names.handle()), Optional.empty(), List.of());
  }

  private static Optional<RecordFields> inner(RecordFields record, List<String> keys) {
    return keys.stream()
        .filter(key -> record.holds(key, Map.class))
        .findFirst()
        .flatMap(record::peek);
  }

  /// Another post, by its id or as a whole.
  private static Optional<String> reference(
      RecordFields record, List<String> keys, Optional<RecordFields> whole) throws FieldException {
    if (whole.isPresent()) return Optional.of(id(whole.get()));
    for (String key : keys) {
      if (record.has(key)) {
        return record.link(key, PLATFORM).filter(id -> DIGITS.matcher(id).find());
      }
    }
    return Optional.empty();
  }

  private static Engagement engagement(RecordFields record, Names names) throws FieldException {
    List<String> counts = names.counts();
    return new Engagement(
        record.count(counts.get(0)),
        record.count(counts.get(1)),
        record.count(counts.get(2)),
        record.count(counts.get(3)));
  }

  /// The first of these fields that is there; else the first one, for the message.
  private static String first(RecordFields record, List<String> keys) {
    return keys.stream().filter(record::has).findFirst().orElse(keys.getFirst());
  }
}
