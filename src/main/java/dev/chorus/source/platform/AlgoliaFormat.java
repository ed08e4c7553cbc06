package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Optional;

/// Hacker News as Algolia's API gives it: a page of search hits, a single hit, or an item with its
/// comments inside (`children`).
public final class AlgoliaFormat implements PostFormat {
  private static final String PLATFORM = HackerNewsFormat.PLATFORM;

  @Override
  public String id() {
    return "hn-algolia";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isItem(record) || isPage(record);
  }

  private static boolean isPage(RecordFields record) {
    return record.holds("hits", List.class) && !record.has("id");
  }

  private static boolean isItem(RecordFields record) {
    return (record.has("created_at_i") && (record.has("objectID") || record.has("id")))
        || (record.has("objectID") && record.has("_tags"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isPage(record)) results.each(record, "hits", hit -> item(hit, results));
    else item(record, results);
  }

  private static void item(RecordFields item, Results results) throws FieldException {
    results.attempt(() -> results.add(post(item)));
    // In a search these are only numbers.
    if (item.peek("children").isPresent()) {
      results.each(item, "children", child -> item(child, results));
    }
  }

  private static Post post(RecordFields item) throws FieldException {
    String key = item.has("objectID") ? "objectID" : "id";
    String id = item.id(key, PLATFORM);
    Optional<String> inReplyTo = item.link("parent_id", PLATFORM);
    return Post.builder(id, words(item))
        .platform(Optional.of(PLATFORM))
        .createdAt(
            item.has("created_at_i") ? item.seconds("created_at_i") : item.time("created_at"))
        .url(Optional.of(HackerNewsFormat.url(item.id(key))))
        .author(item.handle("author").map(Author::ofHandle).orElse(Author.UNKNOWN))
        .links(
            new Links(
                inReplyTo,
                Optional.empty(),
                Optional.empty(),
                item.link("story_id", PLATFORM)
                    .or(() -> inReplyTo.isPresent() ? Optional.empty() : Optional.of(id))))
        .engagement(
            new Engagement(item.countOrNegative("points"), 0, item.count("num_comments"), 0))
        .build();
  }

  private static String words(RecordFields item) throws FieldException {
    String key =
        item.has("comment_text") ? "comment_text" : item.has("story_text") ? "story_text" : "text";
    // What was deleted has neither author nor words.
    if (!item.has(key) && !item.has("title") && !item.has("author")) {
      throw item.wrong(key, "an item that still has its words");
    }
    return HackerNewsFormat.words(item, "title", key);
  }
}
