package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Platforms of pictures, as their web pages get their posts: 9GAG, Imgur and Pinterest. A post is
/// the title and the description of a picture.
///
/// The shapes are those which open programs read.
public final class PictureFormat implements PostFormat {
  /// One of the platforms, and its names of what all have.
  private enum Site {
    NINEGAG("9gag", "creationTs", "upVoteCount", "commentsCount"),
    IMGUR("imgur", "created_at", "upvote_count", "comment_count"),
    PINTEREST("pinterest", "createdAt", "reaction_counts", "comment_count");

    final String platform;
    final String time;
    final String likes;
    final String replies;

    Site(String platform, String time, String likes, String replies) {
      this.platform = platform;
      this.time = time;
      this.likes = likes;
      this.replies = replies;
    }

    static Optional<Site> of(RecordFields record) {
      if (record.has("creationTs") && record.has("upVoteCount")) return Optional.of(NINEGAG);
      if (record.has("in_most_viral")
          || (record.has("image_count") && record.has("upvote_count"))) {
        return Optional.of(IMGUR);
      }
      boolean isPin = record.peek("pinner").isPresent() && record.has("title");
      return isPin ? Optional.of(PINTEREST) : Optional.empty();
    }
  }

  @Override
  public String id() {
    return "picture";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return Site.of(record).isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record, Site.of(record).orElseThrow()));
  }

  private static Post post(RecordFields record, Site site) throws FieldException {
    String key = record.has("entityId") ? "entityId" : "id";
    String id = record.id(key, site.platform);
    return Post.builder(
            id, record.words("title", List.of(record.text("title"), record.text("description"))))
        .platform(Optional.of(site.platform))
        .createdAt(createdAt(record, site))
        .url(
            record.has("url")
                ? record.text("url")
                : Optional.of("https://www.pinterest.com/pin/" + record.id(key) + "/"))
        .author(author(record))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(
            site == Site.PINTEREST
                ? Engagement.NONE
                : new Engagement(
                    record.count(site.likes),
                    0,
                    record.count(site.replies),
                    record.count("view_count")))
        .build();
  }

  private static Optional<Instant> createdAt(RecordFields record, Site site) throws FieldException {
    return switch (site) {
      case NINEGAG -> record.seconds(site.time);
      case IMGUR -> record.time(site.time);
      case PINTEREST -> record.anyTime(record.has(site.time) ? site.time : "created_at");
    };
  }

  private static Author author(RecordFields record) throws FieldException {
    Optional<RecordFields> account = record.peek("creator").or(() -> record.peek("pinner"));
    if (account.isEmpty()) {
      return record.handle("account_id").map(Author::ofHandle).orElse(Author.UNKNOWN);
    }
    RecordFields who = account.get();
    return new Author(
        who.text(who.has("fullName") ? "fullName" : "full_name"),
        who.handle("username"),
        Optional.empty(),
        List.of());
  }
}
