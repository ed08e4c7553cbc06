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

/// TikTok: videos and comments as its web pages and its app get them, alone or in whole answers,
/// the answers of its research interface, and videos as Apify's scraper writes them. A video is
/// what its author wrote below it. A comment answers the video or another comment.
///
/// The web and Apify shapes are those which open programs read; that of the app is recalled.
public final class TikTokFormat implements PostFormat {
  private static final String PLATFORM = "tiktok";

  /// In place of a comment to which a comment replies, if it replies to the video.
  private static final String NO_COMMENT = "0";

  @Override
  public String id() {
    return "tiktok";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isItem(record) || (isPage(record) && Pages.hold(record, TikTokFormat::isItem));
  }

  private static boolean isItem(RecordFields record) {
    return isVideo(record) || isComment(record);
  }

  private static boolean isVideo(RecordFields record) {
    return (record.has("createTime")
            && (record.has("desc") || record.peek("authorMeta").isPresent()))
        || (record.has("aweme_id") && record.has("desc") && record.has("create_time"))
        || (record.has("video_description") && record.has("create_time"));
  }

  private static boolean isComment(RecordFields record) {
    return record.has("create_time")
        && ((record.has("cid") && record.has("text"))
            || (record.has("video_id") && record.has("text") && record.has("parent_comment_id")));
  }

  /// The outermost names that such an answer has.
  private static final List<String> AROUND =
      List.of("data", "itemList", "item_list", "aweme_list", "comments", "videos", "itemInfo");

  private static boolean isPage(RecordFields record) {
    return !record.has("id") && AROUND.stream().anyMatch(key -> record.peek(key).isPresent());
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Pages.each(record, TikTokFormat::isItem, results, item -> item(item, results));
  }

  private static void item(RecordFields item, Results results) throws FieldException {
    if (isVideo(item)) {
      results.add(video(item));
      return;
    }
    results.attempt(() -> results.add(comment(item)));
    // A few of the answers come with the comment.
    if (item.holds("reply_comment", List.class)) {
      results.each(item, "reply_comment", reply -> item(reply, results));
    }
  }

  private static Post video(RecordFields item) throws FieldException {
    String key = item.has("id") ? "id" : "aweme_id";
    String id = item.id(key, PLATFORM);
    String text =
        item.has("desc") ? "desc" : item.has("video_description") ? "video_description" : "text";
    Author author = author(item);
    return Post.builder(id, item.words(text))
        .platform(Optional.of(PLATFORM))
        .lang(item.language(item.has("textLanguage") ? "textLanguage" : "desc_language"))
        .createdAt(item.seconds(item.has("createTime") ? "createTime" : "create_time"))
        .url(
            Optional.of(
                "https://www.tiktok.com/@" + author.handle().orElse("") + "/video/" + item.id(key)))
        .author(author)
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(engagement(item))
        .build();
  }

  /// The account is an object in most answers. In those that stand in a page itself, and in the
  /// research interface, there is just a word.
  private static Author author(RecordFields item) throws FieldException {
    if (item.holds("author", String.class)) {
      return new Author(item.text("nickname"), item.handle("author"), Optional.empty(), List.of());
    }
    Optional<RecordFields> web = item.peek("author");
    if (web.isPresent()) return account(web.get());
    Optional<RecordFields> apify = item.peek("authorMeta");
    if (apify.isPresent()) {
      return new Author(
          apify.get().text("nickName"), apify.get().handle("name"), Optional.empty(), List.of());
    }
    return item.handle("username").map(Author::ofHandle).orElse(Author.UNKNOWN);
  }

  private static Author account(RecordFields account) throws FieldException {
    String handle = account.has("uniqueId") ? "uniqueId" : "unique_id";
    return new Author(
        account.text("nickname"),
        account.has(handle) ? account.handle(handle) : account.handle("uid"),
        Optional.empty(),
        List.of());
  }

  private static Engagement engagement(RecordFields item) throws FieldException {
    RecordFields counts =
        item.peek("stats")
            .or(() -> item.peek("statsV2"))
            .or(() -> item.peek("statistics"))
            .orElse(item);
    if (counts.has("diggCount")) {
      return new Engagement(
          counts.count("diggCount"),
          counts.count("shareCount"),
          counts.count("commentCount"),
          counts.count("playCount"));
    }
    boolean app = counts.has("digg_count");
    return new Engagement(
        counts.count(app ? "digg_count" : "like_count"),
        counts.count("share_count"),
        counts.count("comment_count"),
        counts.count(app ? "play_count" : "view_count"));
  }

  private static Post comment(RecordFields item) throws FieldException {
    boolean web = item.has("cid");
    String id = item.id(web ? "cid" : "id", PLATFORM);
    Optional<String> video = item.link(web ? "aweme_id" : "video_id", PLATFORM);
    Optional<String> comment =
        item.link(web ? "reply_id" : "parent_comment_id", PLATFORM)
            .filter(parent -> !parent.equals(PLATFORM + ":" + NO_COMMENT))
            .filter(parent -> !parent.equals(id));
    Optional<RecordFields> user = item.peek("user");
    return Post.builder(id, item.words("text"))
        .platform(Optional.of(PLATFORM))
        .lang(item.language("comment_language"))
        .createdAt(item.seconds("create_time"))
        .author(user.isEmpty() ? Author.UNKNOWN : account(user.get()))
        .links(new Links(comment.or(() -> video), Optional.empty(), Optional.empty(), video))
        .engagement(
            new Engagement(
                item.count(web ? "digg_count" : "like_count"),
                0,
                item.count(web ? "reply_comment_total" : "reply_count"),
                0))
        .build();
  }
}
