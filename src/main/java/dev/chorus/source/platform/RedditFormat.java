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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reddit: the things of its API (`t1` a comment, `t3` a post, listings of them, comments with
/// their replies inside), and the same as Pushshift dumps them, one a record or under `data`, also
/// as tables. And the tables of posts and comments that Reddit sends an account on request, which
/// do not say whose they are.
///
/// A comment or post that was taken down is a rejection. One whose account is gone but whose words
/// stayed is read, without an author. `more` stands for comments that the answer leaves out: no
/// words are there to lose, so a listing gives one remark on all of them, and no rejections.
public final class RedditFormat implements PostFormat {
  private static final String PLATFORM = "reddit";

  private static final Set<String> KINDS = Set.of("Listing", "t1", "t3", "more");

  /// Marks in place of deleted words, in lower case.
  private static final Set<String> GONE =
      Set.of("[deleted]", "[removed]", "[deleted by user]", "[ removed by reddit ]");

  private static final Pattern FULL_NAME = Pattern.compile("t[0-9]_[0-9a-z]+");

  @Override
  public String id() {
    return "reddit";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isThing(record)
        || isDumped(record)
        || isRequested(record)
        || isPageOfDumped(record)
        || record.peek("json").flatMap(json -> json.peek("data")).isPresent();
  }

  private static boolean isThing(RecordFields record) {
    return record.holds("data", Map.class)
        && KINDS.stream().anyMatch(k -> record.begins("kind", k));
  }

  private static boolean isDumped(RecordFields record) {
    // A table without ids gets them elsewhere.
    boolean isNamed =
        !record.holds("created_utc", String.class) || record.has("id") || record.has("name");
    return record.has("created_utc")
        && isNamed
        && (isComment(record) || record.has("selftext") || record.has("subreddit"));
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  private static boolean isRequested(RecordFields record) {
    return record.has("permalink")
        && record.has("date")
        && record.has("subreddit")
        && record.has("gildings");
  }

  private static boolean isComment(RecordFields record) {
    return record.has("body") || (record.has("link_id") && !record.has("title"));
  }

  private static boolean isPageOfDumped(RecordFields record) {
    return !record.has("id")
        && record.holds("data", List.class)
        && (record.isEmpty("data")
            || record.peek("data").filter(RedditFormat::isDumped).isPresent());
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Stubs stubs = new Stubs();
    if (isThing(record)) {
      thing(record, results, stubs);
    } else if (isDumped(record)) {
      // A table of both has a column for the words of each.
      RecordFields dumped = record.filled();
      results.add(isComment(dumped) ? comment(dumped) : submission(dumped));
    } else if (isRequested(record)) {
      results.add(requested(record.filled()));
    } else if (isPageOfDumped(record)) {
      results.each(record, "data", d -> results.add(isComment(d) ? comment(d) : submission(d)));
    } else {
      // What answers when the comments behind a stub are asked for.
      RecordFields data = record.nested("json", "an answer").nested("data", "the things in it");
      results.each(data, "things", thing -> thing(thing, results, stubs));
    }
    if (stubs.places > 0) results.remark(stubs.toString());
  }

  private static void thing(RecordFields thing, Results results, Stubs stubs)
      throws FieldException {
    String kind = thing.required("kind", "t1 (a comment) or t3 (a post)");
    RecordFields data = thing.nested("data", "what the thing holds");
    switch (kind) {
      case "Listing" -> results.each(data, "children", child -> thing(child, results, stubs));
      case "more" -> stubs.add(data);
      case "t3" -> results.add(submission(data));
      case "t1" -> {
        // The replies to a comment that is gone are still there.
        results.attempt(() -> results.add(comment(data)));
        // Without replies this is an empty string.
        if (data.holds("replies", Map.class)) {
          thing(data.nested("replies", "a listing"), results, stubs);
        }
      }
      default -> throw thing.wrong("kind", "t1 (a comment) or t3 (a post)");
    }
  }

  private static Post comment(RecordFields data) throws FieldException {
    Optional<String> body = data.text("body").map(Html::unescaped);
    refuseIfGone(data, "body", body);
    return builder(data, "t1_", data.words("body", List.of(body)))
        .links(
            new Links(
                link(data, "parent_id"), Optional.empty(), Optional.empty(), link(data, "link_id")))
        .engagement(new Engagement(data.countOrNegative("score"), 0, 0, 0))
        .build();
  }

  /// A link with nothing but a title is a post of that one line, and so is a post whose text was
  /// taken down and whose title stands.
  private static Post submission(RecordFields data) throws FieldException {
    Optional<String> title = data.text("title").map(Html::unescaped);
    Optional<String> words =
        data.text("selftext").map(Html::unescaped).filter(text -> !isGone(text));
    refuseIfGone(data, "title", title);
    return builder(data, "t3_", data.words("title", List.of(title, words)))
        .links(
            new Links(
                Optional.empty(),
                link(data, "crosspost_parent"),
                Optional.empty(),
                Optional.of(id(data, "t3_"))))
        .engagement(new Engagement(data.countOrNegative("score"), 0, data.count("num_comments"), 0))
        .build();
  }

  /// Of a table that an account has asked for. A comment has no title, and names what it answers.
  private static Post requested(RecordFields row) throws FieldException {
    boolean isPost = row.has("title");
    Optional<String> post =
        row.text(isPost ? "permalink" : "link")
            .flatMap(PostAddress::of)
            .flatMap(PostAddress::id)
            .filter(other -> other.startsWith(PLATFORM + ":t3_"));
    String id = row.id("id", PLATFORM, isPost ? "t3_" : "t1_");
    Optional<String> parent = row.text("parent").map(p -> PLATFORM + ":t1_" + p.strip());
    Optional<String> body = row.text("body").map(Html::unescaped);
    refuseIfGone(row, "body", body);
    return Post.builder(
            id, row.words("body", List.of(row.text("title").map(Html::unescaped), body)))
        .platform(Optional.of(PLATFORM))
        .createdAt(row.anyTime("date"))
        .url(row.text("permalink"))
        .links(
            isPost
                ? new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id))
                : new Links(parent.or(() -> post), Optional.empty(), Optional.empty(), post))
        .build();
  }

  private static Post.Builder builder(RecordFields data, String type, String words)
      throws FieldException {
    return Post.builder(id(data, type), words)
        .platform(Optional.of(PLATFORM))
        // Tables may have it written out.
        .createdAt(
            data.holds("created_utc", String.class)
                ? data.anyTime("created_utc")
                : data.seconds("created_utc"))
        // False if it was not, and true if it was before Reddit noted when.
        .editedAt(data.holds("edited", Boolean.class) ? Optional.empty() : data.seconds("edited"))
        .url(
            data.text("permalink")
                .map(path -> path.startsWith("/") ? "https://www.reddit.com" + path : path))
        .author(
            data.handle("author")
                .filter(name -> !GONE.contains(name.toLowerCase(Locale.ROOT)))
                .map(Author::ofHandle)
                .orElse(Author.UNKNOWN));
  }

  /// Dumps give the id without its type.
  private static String id(RecordFields data, String type) throws FieldException {
    if (data.matches("name", FULL_NAME)) return data.id("name", PLATFORM);
    return data.id("id", PLATFORM, type);
  }

  /// Some dumps hold numbers here, which name nothing.
  private static Optional<String> link(RecordFields data, String key) throws FieldException {
    return data.matches(key, FULL_NAME) ? data.link(key, PLATFORM) : Optional.empty();
  }

  private static boolean isGone(String words) {
    return GONE.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  private static void refuseIfGone(RecordFields data, String key, Optional<String> words)
      throws FieldException {
    if (words.filter(RedditFormat::isGone).isPresent()) {
      throw data.wrong(key, "the words of the post, but they were taken down");
    }
  }

  /// Counts the comments for which the `more` of a listing stand.
  private static final class Stubs {
    int places;
    private long comments;

    /// A thread that goes on too deep has a stub that counts nothing.
    void add(RecordFields more) throws FieldException {
      places++;
      comments += more.count("count");
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ENGLISH,
          "the answer leaves out %,d or more comments, and has \"more\" in %,d places instead.",
          comments,
          places);
    }
  }
}
