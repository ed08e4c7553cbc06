package dev.chorus.source.export;

import dev.chorus.post.Engagement;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.Optional;

/// Comments as youtube-comment-downloader and its kin write them: `cid`, `text`, `author`,
/// `channel`, `votes` ("1.2K"), `time` ("2 days ago") and `time_parsed`, the second that this
/// was at the time of the download. Without the latter the time is not known.
public final class YouTubeCommentsFormat implements PostFormat {
  @Override
  public String id() {
    return "youtube-comments";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isComment(record)
        || record.peek("comments").filter(YouTubeCommentsFormat::isComment).isPresent();
  }

  private static boolean isComment(RecordFields record) {
    return record.has("cid")
        && record.has("text")
        && !record.has("uri")
        && (record.has("votes")
            || record.has("heart")
            || record.has("time_parsed")
            || record.has("channel"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isComment(record)) results.add(post(record));
    else results.each(record, "comments", comment -> results.add(post(comment)));
  }

  private static Post post(RecordFields comment) throws FieldException {
    String id = comment.id("cid");
    Optional<Instant> time = comment.seconds("time_parsed");
    return Post.builder(comment.id("cid", YouTubeIds.PLATFORM), comment.words("text"))
        .platform(Optional.of(YouTubeIds.PLATFORM))
        .createdAt(time)
        .url(YouTubeIds.url(comment.text("video_id"), id))
        .author(YouTubeIds.author(comment, "author", "channel"))
        .links(YouTubeIds.links(id, YouTubeIds.parentIn(id)))
        .engagement(
            new Engagement(
                ShortCount.of(comment, "votes"), 0, ShortCount.of(comment, "replies"), 0))
        .build();
  }
}
