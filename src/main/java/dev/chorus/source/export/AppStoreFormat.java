package dev.chorus.source.export;

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

/// Reviews of the App Store: the feed of Apple (`feed.entry`, whose values stand in `label`), and
/// those that app-store-scraper writes, for Python (`review`, `rating`, `isEdited`; no ids, so they
/// are made of author and time) and for Node (`text`, `score`, `userUrl`), in JSON and in tables.
///
/// Stars are a rating and no likes. Answers of developers are not read.
public final class AppStoreFormat implements PostFormat {
  private static final String PLATFORM = "app-store";

  @Override
  public String id() {
    return PLATFORM;
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPython(record)
        || isNode(record)
        || isEntry(record)
        || record.peek("feed").filter(AppStoreFormat::isFeed).isPresent()
        || record.peek("reviews").filter(r -> isPython(r) || isNode(r)).isPresent();
  }

  private static boolean isPython(RecordFields record) {
    return record.has("review")
        && record.has("rating")
        && record.has("userName")
        && (record.has("title") || record.has("isEdited") || record.has("date"));
  }

  private static boolean isNode(RecordFields record) {
    return record.has("text")
        && record.has("userName")
        && record.has("score")
        && (record.has("userUrl") || record.has("updated"));
  }

  private static boolean isFeed(RecordFields record) {
    return record.peek("entry").filter(e -> isEntry(e) || e.has("im:name")).isPresent()
        || record.peek("id").filter(id -> id.begins("label", "https://itunes.apple")).isPresent()
        || record
            .peek("id")
            .filter(id -> id.begins("label", "https://mzstoreservices"))
            .isPresent();
  }

  private static boolean isEntry(RecordFields record) {
    return record.has("im:rating") && record.peek("content").isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isPython(record)) {
      results.add(python(record));
    } else if (isNode(record)) {
      results.add(node(record));
    } else if (isEntry(record)) {
      results.add(entry(record));
    } else if (record.has("feed")) {
      feed(record.nested("feed", "reviews"), results);
    } else {
      results.each(record, "reviews", r -> results.add(isPython(r) ? python(r) : node(r)));
    }
  }

  private static void feed(RecordFields feed, Results results) throws FieldException {
    LeftOut app = new LeftOut("description of the app itself");
    if (!feed.holds("entry", List.class)) {
      // A single review stands without a list.
      Optional<RecordFields> single = feed.object("entry");
      if (single.isPresent()) entry(single.get(), results, app);
    } else {
      results.each(feed, "entry", entry -> entry(entry, results, app));
    }
    app.tell(results);
  }

  private static void entry(RecordFields entry, Results results, LeftOut app)
      throws FieldException {
    // The app comes first in some feeds.
    if (entry.has("im:name") && !entry.has("im:rating")) app.add("entry");
    else results.add(entry(entry));
  }

  private static Post entry(RecordFields entry) throws FieldException {
    RecordFields id = entry.nested("id", "the id of the review");
    RecordFields content = entry.nested("content", "the words of the review");
    Optional<String> title = label(entry, "title");
    Optional<RecordFields> author = entry.peek("author");
    Optional<RecordFields> votes = entry.peek("im:voteSum");
    String words = content.words("label", List.of(title, content.text("label")));
    Optional<RecordFields> updated = entry.peek("updated");
    Optional<RecordFields> stars = entry.peek("im:rating");
    Post.Builder post =
        Post.builder(id.id("label", PLATFORM), words)
            .platform(Optional.of(PLATFORM))
            .createdAt(updated.isPresent() ? updated.get().anyTime("label") : Optional.empty())
            .author(author.isPresent() ? author(author.get()) : Author.UNKNOWN)
            .engagement(
                new Engagement(
                    votes.isPresent() ? votes.get().countOrNegative("label") : 0, 0, 0, 0));
    if (stars.isPresent()) post.rating(stars.get().rating("label"));
    return post.build();
  }

  private static Author author(RecordFields author) throws FieldException {
    Optional<RecordFields> uri = author.peek("uri");
    return new Author(
        label(author, "name"),
        uri.isPresent() ? account(uri.get().text("label")) : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// The account in the address of its reviews.
  private static Optional<String> account(Optional<String> address) {
    return address
        .map(a -> a.substring(a.lastIndexOf('/') + 1))
        .filter(account -> account.matches("(?:id)?[0-9]+"));
  }

  private static Optional<String> label(RecordFields record, String key) throws FieldException {
    Optional<RecordFields> value = record.peek(key);
    return value.isPresent() ? value.get().text("label") : Optional.empty();
  }

  private static Post python(RecordFields review) throws FieldException {
    String words = review.words("review", List.of(review.text("title"), review.text("review")));
    String id =
        review.has("id")
            ? review.id("id", PLATFORM)
            : ContentId.of(
                PLATFORM,
                review.text("userName").orElse(""),
                review.text("date").orElse(""),
                words);
    return Post.builder(id, words)
        .platform(Optional.of(PLATFORM))
        .createdAt(review.anyTime("date"))
        .author(named(review))
        .rating(review.rating("rating"))
        .build();
  }

  private static Post node(RecordFields review) throws FieldException {
    String words = review.words("text", List.of(review.text("title"), review.text("text")));
    String id =
        review.has("id")
            ? review.id("id", PLATFORM)
            : ContentId.of(PLATFORM, review.text("userName").orElse(""), words);
    return Post.builder(id, words)
        .platform(Optional.of(PLATFORM))
        .createdAt(review.anyTime("updated"))
        .url(review.text("url"))
        .author(named(review))
        .links(Links.NONE)
        .rating(review.rating("score"))
        .build();
  }

  private static Author named(RecordFields review) throws FieldException {
    return new Author(
        review.text("userName"), account(review.text("userUrl")), Optional.empty(), List.of());
  }
}
