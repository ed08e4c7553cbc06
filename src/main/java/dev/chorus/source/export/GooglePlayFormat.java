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

/// Reviews of Google Play as google-play-scraper writes them, for Python (`reviewId`, `content`,
/// `at`, `thumbsUpCount`) and for Node (`id`, `text`, `date`, `thumbsUp`), in JSON and in tables.
///
/// Stars are a rating and no likes. Times without a zone are taken for UTC. Answers of developers
/// are not read.
public final class GooglePlayFormat implements PostFormat {
  private static final String PLATFORM = "google-play";

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
    return isReview(record)
        || record.peek("reviews").filter(GooglePlayFormat::isReview).isPresent()
        || record.peek("data").filter(GooglePlayFormat::isReview).isPresent();
  }

  private static boolean isReview(RecordFields record) {
    boolean python =
        (record.has("reviewId") || (record.has("content") && record.has("userName")))
            && (record.has("thumbsUpCount")
                || record.has("reviewCreatedVersion")
                || (record.has("score") && record.has("at")));
    boolean node =
        record.has("text")
            && record.has("userName")
            && (record.has("thumbsUp") || record.has("scoreText") || record.has("replyDate"));
    return python || node;
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isReview(record)) {
      results.add(post(record));
      return;
    }
    results.each(record, record.has("reviews") ? "reviews" : "data", r -> results.add(post(r)));
  }

  private static Post post(RecordFields review) throws FieldException {
    boolean python = review.has("reviewId") || review.has("content");
    String words =
        python
            ? review.words("content")
            : review.words("text", List.of(review.text("title"), review.text("text")));
    String time = review.has("at") ? "at" : "date";
    return Post.builder(id(review, time, words), words)
        .platform(Optional.of(PLATFORM))
        .createdAt(review.anyTime(time))
        .url(review.text("url"))
        .author(new Author(review.text("userName"), Optional.empty(), Optional.empty(), List.of()))
        .links(Links.NONE)
        .engagement(new Engagement(review.count(python ? "thumbsUpCount" : "thumbsUp"), 0, 0, 0))
        .rating(review.rating("score"))
        .build();
  }

  private static String id(RecordFields review, String time, String words) throws FieldException {
    if (review.has("reviewId")) return review.id("reviewId", PLATFORM);
    if (review.has("id") && !review.has("content")) return review.id("id", PLATFORM);
    return ContentId.of(
        PLATFORM, review.text("userName").orElse(""), review.text(time).orElse(""), words);
  }
}
