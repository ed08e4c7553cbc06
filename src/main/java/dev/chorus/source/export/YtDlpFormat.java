package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `info.json` that yt-dlp and youtube-dl write beside a video, from YouTube and other sites:
/// the video (title and description) and its `comments`; also a playlist of them, and comments
/// alone. The shape is that of the program's own source.
///
/// Times of YouTube's comments are as exact as the site shows them ("2 years ago").
public final class YtDlpFormat implements PostFormat {
  /// Fields that this program alone gives a comment.
  private static final List<String> MARKS =
      List.of(
          "is_favorited",
          "author_is_uploader",
          "author_is_verified",
          "author_thumbnail",
          "author_url",
          "_time_text",
          "time_text",
          "is_pinned");

  private static final Pattern DAY = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

  @Override
  public String id() {
    return "yt-dlp";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isVideo(record) || isComment(record) || isPlaylist(record);
  }

  private static boolean isVideo(RecordFields record) {
    return record.has("id")
        && record.has("title")
        && (record.has("extractor") || record.has("extractor_key") || record.has("webpage_url"))
        && (record.has("webpage_url")
            || record.has("formats")
            || record.has("upload_date")
            || record.has("comments"))
        && !record.has("entries");
  }

  private static boolean isPlaylist(RecordFields record) {
    return record.holds("entries", List.class)
        && (record.has("extractor") || record.has("extractor_key") || record.has("webpage_url"));
  }

  private static boolean isComment(RecordFields record) {
    return record.has("id")
        && record.has("text")
        && record.has("parent")
        && (record.has("author_id") || record.has("author"))
        && MARKS.stream().anyMatch(record::has);
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isPlaylist(record)) {
      results.each(record, "entries", entry -> video(entry, results));
    } else if (isVideo(record)) {
      video(record, results);
    } else {
      results.add(comment(record, YouTubeIds.PLATFORM, Optional.empty()));
    }
  }

  private static void video(RecordFields video, Results results) throws FieldException {
    String platform = platform(video);
    results.attempt(() -> results.add(video(video, platform)));
    Optional<String> id = video.text("id");
    results.each(video, "comments", comment -> results.add(comment(comment, platform, id)));
  }

  /// The site, as it calls itself: `youtube`, also for `youtube:tab`.
  private static String platform(RecordFields video) throws FieldException {
    Optional<String> site = video.text("extractor_key");
    if (site.isEmpty()) site = video.text("extractor");
    return site.map(s -> s.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9].*", ""))
        .filter(s -> !s.isEmpty())
        .map(s -> s.startsWith("youtube") ? YouTubeIds.PLATFORM : s)
        .orElse(YouTubeIds.PLATFORM);
  }

  private static Post video(RecordFields video, String platform) throws FieldException {
    String id = video.id("id", platform);
    return Post.builder(
            id, video.words("title", List.of(video.text("title"), video.text("description"))))
        .platform(Optional.of(platform))
        .lang(video.language("language"))
        .createdAt(published(video))
        .url(video.text("webpage_url"))
        .author(uploader(video))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(
            new Engagement(
                video.count("like_count"),
                video.count("repost_count"),
                video.count("comment_count"),
                video.count("view_count")))
        .build();
  }

  private static Optional<Instant> published(RecordFields video) throws FieldException {
    if (video.has("timestamp")) return video.seconds("timestamp");
    if (video.has("release_timestamp")) return video.seconds("release_timestamp");
    // Eight digits are a day here, and no seconds.
    return video
        .text("upload_date")
        .map(DAY::matcher)
        .filter(Matcher::matches)
        .flatMap(m -> day(m.replaceAll("$1-$2-$3")));
  }

  private static Optional<Instant> day(String day) {
    try {
      return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Author uploader(RecordFields video) throws FieldException {
    Optional<String> name = video.text("uploader");
    if (name.isEmpty()) name = video.text("channel");
    boolean handle = video.begins("uploader_id", "@") || !video.has("channel_id");
    return new Author(
        name, video.handle(handle ? "uploader_id" : "channel_id"), Optional.empty(), List.of());
  }

  private static Post comment(RecordFields comment, String platform, Optional<String> video)
      throws FieldException {
    String number = comment.id("id");
    String id = comment.id("id", platform);
    Optional<String> parent = comment.text("parent").filter(p -> !p.equals("root"));
    boolean youtube = platform.equals(YouTubeIds.PLATFORM);
    Optional<String> inReplyTo = parent.map(p -> platform + ":" + p);
    return Post.builder(id, comment.words("text"))
        .platform(Optional.of(platform))
        .createdAt(comment.seconds("timestamp"))
        .url(youtube ? YouTubeIds.url(video, number) : Optional.empty())
        .author(YouTubeIds.author(comment, "author", "author_id"))
        .links(
            youtube
                ? YouTubeIds.links(number, parent)
                : new Links(
                    inReplyTo,
                    Optional.empty(),
                    Optional.empty(),
                    video.map(v -> platform + ":" + v)))
        .engagement(new Engagement(comment.count("like_count"), 0, 0, 0))
        .build();
  }
}
