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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers of CrowdTangle's interface: pages of posts on Facebook, Instagram and Reddit (`result`),
/// and single posts. The words are the message, or else the title and description of what is
/// linked; likes are those alone, without the other reactions.
///
/// The shape is that of CrowdTangle's documents.
public final class CrowdTangleFormat implements PostFormat {
  private static final Set<String> PLATFORMS = Set.of("facebook", "instagram", "reddit", "twitter");

  private static final Pattern INSTAGRAM =
      Pattern.compile("https?://(?:www\\.)?instagram\\.com/(?:p|reel|tv)/([^/?#]{1,100}).*");

  private static final Pattern REDDIT =
      Pattern.compile("https?://(?:\\w+\\.)?reddit\\.com/r/[^/]+/comments/([0-9a-z]{1,20}).*");

  @Override
  public String id() {
    return "crowdtangle";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPost(record)
        || record.peek("result", "posts").filter(CrowdTangleFormat::isPost).isPresent()
        || (!record.has("id")
            && record.peek("posts").filter(CrowdTangleFormat::isPost).isPresent());
  }

  private static boolean isPost(RecordFields record) {
    return record.has("platformId")
        && (record.peek("statistics").filter(s -> s.has("actual")).isPresent()
            || record.has("postUrl"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isPost(record)) {
      results.add(post(record));
      return;
    }
    RecordFields page =
        record.holds("result", Map.class) ? record.nested("result", "posts") : record;
    results.each(page, "posts", post -> results.add(post(post)));
  }

  private static Post post(RecordFields post) throws FieldException {
    Optional<RecordFields> account = post.peek("account");
    Optional<String> platform = platform(post, account);
    String id = id(post, platform.orElse("facebook"));
    return Post.builder(id, words(post))
        .platform(platform)
        .lang(post.language("languageCode"))
        .createdAt(post.anyTime("date"))
        .url(post.text("postUrl"))
        // On Reddit the account is that of a whole forum.
        .author(
            account.isEmpty() || id.startsWith("reddit:") ? Author.UNKNOWN : author(account.get()))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(engagement(post))
        .build();
  }

  private static Optional<String> platform(RecordFields post, Optional<RecordFields> account)
      throws FieldException {
    Optional<String> named = post.text("platform");
    if (named.isEmpty() && account.isPresent()) named = account.get().text("platform");
    return named.map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(PLATFORMS::contains);
  }

  /// The id that the platform's own interface has, where it stands in the address.
  private static String id(RecordFields post, String platform) throws FieldException {
    String url = post.text("postUrl").orElse("");
    Matcher instagram = INSTAGRAM.matcher(url);
    if (instagram.matches()) return "instagram:" + instagram.group(1);
    Matcher reddit = REDDIT.matcher(url);
    if (reddit.matches()) return "reddit:t3_" + reddit.group(1);
    return post.id("platformId", platform);
  }

  private static String words(RecordFields post) throws FieldException {
    Optional<String> message = post.text("message");
    if (message.isPresent()) return post.words("message");
    return post.words(
        "message",
        Stream.of(post.text("title"), post.text("description"), post.text("imageText")).toList());
  }

  private static Author author(RecordFields account) throws FieldException {
    return new Author(account.text("name"), account.handle("handle"), Optional.empty(), List.of());
  }

  private static Engagement engagement(RecordFields post) throws FieldException {
    Optional<RecordFields> counts = post.peek("statistics", "actual");
    if (counts.isEmpty()) return Engagement.NONE;
    RecordFields c = counts.get();
    return new Engagement(
        c.count(
            c.has("favoriteCount")
                ? "favoriteCount"
                : c.has("upVoteCount") ? "upVoteCount" : "likeCount"),
        c.count("shareCount"),
        c.count("commentCount"),
        c.count(c.has("viewCount") ? "viewCount" : "videoPostViewCount"));
  }
}
