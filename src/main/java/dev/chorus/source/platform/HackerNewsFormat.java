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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Items of Hacker News's own API (Firebase): stories, comments, jobs, polls and their options.
///
/// An item that was deleted is a rejection. One that was only killed has kept its words and is
/// read.
public final class HackerNewsFormat implements PostFormat {
  static final String PLATFORM = "hn";

  private static final Pattern TYPE = Pattern.compile("story|comment|job|poll|pollopt");

  private static final Set<String> GONE = Set.of("[deleted]", "[flagged]", "[dead]");

  @Override
  public String id() {
    return "hn";
  }

  @Override
  public boolean recognises(RecordFields record) {
    if (!record.holds("id", Number.class)) return false;
    return record.flag("deleted")
        || (record.matches("type", TYPE) && (record.has("time") || record.has("by")));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record));
  }

  private static Post post(RecordFields item) throws FieldException {
    if (item.flag("deleted")) {
      throw item.wrong("deleted", "an item that still has its words");
    }
    String id = item.id("id", PLATFORM);
    Optional<String> inReplyTo = item.link(item.has("poll") ? "poll" : "parent", PLATFORM);
    return Post.builder(id, words(item, "title", "text"))
        .platform(Optional.of(PLATFORM))
        .createdAt(item.seconds("time"))
        .url(Optional.of(url(item.id("id"))))
        .author(item.handle("by").map(Author::ofHandle).orElse(Author.UNKNOWN))
        // Where the thread of a comment began is not told.
        .links(
            new Links(
                inReplyTo,
                Optional.empty(),
                Optional.empty(),
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id)))
        .engagement(new Engagement(item.countOrNegative("score"), 0, item.count("descendants"), 0))
        .build();
  }

  /// The title of a story, and the words below it.
  static String words(RecordFields item, String title, String text) throws FieldException {
    Optional<String> words = item.text(text).map(Html::text);
    if (words.filter(GONE::contains).isPresent()) {
      throw item.wrong(text, "the words of the post, but they were taken down");
    }
    return item.words(text, List.of(item.text(title), words));
  }

  /// The page of the item itself, not the page that a story links to.
  static String url(String id) {
    return "https://news.ycombinator.com/item?id=" + id;
  }
}
