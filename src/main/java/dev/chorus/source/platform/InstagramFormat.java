package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Pages;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Optional;

/// Instagram: posts and their comments as its web pages and its app get them, alone or in whole
/// answers; also as Instaloader and Apify's scraper keep them. A post is the caption. Its id is the
/// short code in its address.
///
/// The shapes are those which open programs read; Instagram has no documents on them.
public final class InstagramFormat implements PostFormat {
  private static final String PLATFORM = "instagram";

  @Override
  public String id() {
    return "instagram";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isMedia(record)
        || isComment(record)
        || (isPage(record) && Pages.hold(record, InstagramFormat::isMedia));
  }

  private static boolean isMedia(RecordFields record) {
    return isItem(record) || isNode(record) || isScraped(record);
  }

  /// As the app gets it. A post on Threads looks alike, but for its own part.
  private static boolean isItem(RecordFields record) {
    return record.has("code")
        && (record.has("taken_at") || record.begins("__typename", "XIGPolaris"))
        && !record.has("text_post_app_info")
        && (record.peek("user").or(() -> record.peek("owner")).isPresent()
            || record.has("caption"));
  }

  /// As web pages got it for long.
  private static boolean isNode(RecordFields record) {
    return record.has("shortcode")
        && (record.has("edge_media_to_caption") || record.has("taken_at_timestamp"));
  }

  private static boolean isScraped(RecordFields record) {
    return record.has("shortCode") && (record.has("ownerUsername") || record.has("ownerId"));
  }

  private static boolean isComment(RecordFields record) {
    boolean isOnItem =
        record.peek("user").filter(user -> user.has("username")).isPresent()
            && (record.has("comment_like_count") || record.has("child_comment_count"));
    boolean isOnNode =
        record.peek("owner").filter(user -> user.has("username")).isPresent()
            && (record.has("edge_liked_by") || record.has("did_report_as_spam"));
    return record.has("text") && record.has("created_at") && (isOnItem || isOnNode);
  }

  /// The outermost names that such an answer has.
  private static final List<String> AROUND =
      List.of("data", "items", "sections", "graphql", "node", "media", "shortcode_media");

  private static boolean isPage(RecordFields record) {
    return !record.has("id") && AROUND.stream().anyMatch(key -> record.peek(key).isPresent());
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isComment(record)) {
      comment(record, Optional.empty(), Optional.empty(), results);
      return;
    }
    Pages.each(record, InstagramFormat::isMedia, results, media -> media(media, results));
  }

  private static void media(RecordFields media, Results results) throws FieldException {
    String key = key(media);
    Optional<String> id = Optional.of(media.id(key, PLATFORM));
    results.attempt(() -> results.add(post(media, key)));
    for (RecordFields comment : comments(media)) {
      results.attempt(() -> comment(comment, id, id, results));
    }
  }

  private static String key(RecordFields media) {
    return media.has("code") ? "code" : media.has("shortcode") ? "shortcode" : "shortCode";
  }

  private static Post post(RecordFields media, String key) throws FieldException {
    String id = media.id(key, PLATFORM);
    return Post.builder(id, words(media))
        .platform(Optional.of(PLATFORM))
        .createdAt(
            media.has("taken_at")
                ? media.seconds("taken_at")
                : media.has("taken_at_timestamp")
                    ? media.seconds("taken_at_timestamp")
                    : media.time("timestamp"))
        .url(Optional.of("https://www.instagram.com/p/" + media.id(key) + "/"))
        .author(author(media))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(engagement(media))
        .build();
  }

  private static String words(RecordFields media) throws FieldException {
    Optional<RecordFields> caption =
        media.peek("edge_media_to_caption", "edges", "node").or(() -> media.peek("caption"));
    return caption.isPresent() ? caption.get().words("text") : media.words("caption");
  }

  private static Author author(RecordFields media) throws FieldException {
    if (media.has("ownerUsername")) {
      return new Author(
          media.text("ownerFullName"), media.handle("ownerUsername"), Optional.empty(), List.of());
    }
    Optional<RecordFields> user =
        media.peek("user").filter(u -> u.has("username")).or(() -> media.peek("owner"));
    return user.isEmpty() ? Author.UNKNOWN : account(user.get());
  }

  private static Author account(RecordFields user) throws FieldException {
    return new Author(
        user.text("full_name"),
        user.handle(user.has("username") ? "username" : "id"),
        Optional.empty(),
        List.of());
  }

  private static Engagement engagement(RecordFields media) throws FieldException {
    if (isNode(media)) {
      String likes =
          media.has("edge_media_preview_like") ? "edge_media_preview_like" : "edge_liked_by";
      String comments =
          media.has("edge_media_to_parent_comment")
              ? "edge_media_to_parent_comment"
              : media.has("edge_media_preview_comment")
                  ? "edge_media_preview_comment"
                  : "edge_media_to_comment";
      return new Engagement(
          counted(media, likes), 0, counted(media, comments), media.count("video_view_count"));
    }
    // Likes that the author hides are -1.
    if (isScraped(media)) {
      return new Engagement(
          media.countOrNegative("likesCount"),
          0,
          media.count("commentsCount"),
          media.count(media.has("videoPlayCount") ? "videoPlayCount" : "videoViewCount"));
    }
    return new Engagement(
        media.countOrNegative("like_count"),
        0,
        media.count("comment_count"),
        media.count(media.has("play_count") ? "play_count" : "view_count"));
  }

  private static long counted(RecordFields media, String key) throws FieldException {
    Optional<RecordFields> edge = media.peek(key);
    return edge.isEmpty() ? 0 : edge.get().countOrNegative("count");
  }

  /// Lists of comments that may come with a post, by the names that its shapes have for them.
  private static final List<String> COMMENTS =
      List.of(
          "edge_media_to_parent_comment",
          "edge_media_to_comment",
          "comments",
          "preview_comments",
          "latestComments");

  private static List<RecordFields> comments(RecordFields media) {
    return COMMENTS.stream()
        .filter(key -> media.peek(key).isPresent())
        .findFirst()
        .map(key -> replies(media, key))
        .orElse(List.of());
  }

  /// The objects of a list, or those on the edges of a connection.
  private static List<RecordFields> replies(RecordFields of, String key) {
    Optional<RecordFields> edges = of.peek(key).filter(e -> e.holds("edges", List.class));
    if (edges.isPresent()) {
      return edges.get().inner().stream().flatMap(edge -> edge.peek("node").stream()).toList();
    }
    return of.holds(key, List.class) ? of.inner(key) : List.of();
  }

  private static void comment(
      RecordFields comment, Optional<String> parent, Optional<String> thread, Results results)
      throws FieldException {
    String id = comment.id(comment.has("pk") ? "pk" : "id", PLATFORM);
    results.attempt(() -> results.add(comment(comment, id, parent, thread)));
    for (String key : List.of("edge_threaded_comments", "preview_child_comments", "replies")) {
      for (RecordFields reply : replies(comment, key)) {
        results.attempt(() -> comment(reply, Optional.of(id), thread, results));
      }
    }
  }

  private static Post comment(
      RecordFields comment, String id, Optional<String> parent, Optional<String> thread)
      throws FieldException {
    Optional<RecordFields> user = comment.peek("user").or(() -> comment.peek("owner"));
    Author author =
        comment.has("ownerUsername") || user.isEmpty()
            ? comment.handle("ownerUsername").map(Author::ofHandle).orElse(Author.UNKNOWN)
            : account(user.get());
    Optional<String> known = comment.link("parent_comment_id", PLATFORM);
    return Post.builder(id, comment.words("text"))
        .platform(Optional.of(PLATFORM))
        .createdAt(
            comment.has("timestamp") ? comment.time("timestamp") : comment.seconds("created_at"))
        .author(author)
        .links(new Links(known.or(() -> parent), Optional.empty(), Optional.empty(), thread))
        .engagement(
            new Engagement(
                comment.has("edge_liked_by")
                    ? counted(comment, "edge_liked_by")
                    : comment.count(
                        comment.has("likesCount") ? "likesCount" : "comment_like_count"),
                0,
                comment.count(comment.has("repliesCount") ? "repliesCount" : "child_comment_count"),
                0))
        .build();
  }
}
