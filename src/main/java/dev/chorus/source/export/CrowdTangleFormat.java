package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostAddress;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Answers of CrowdTangle's interface: pages of posts on Facebook, Instagram and Reddit (`result`),
/// and single posts; also its tables ("Page Name", "Post Created"). The words are the message, or
/// else the title and description of what is linked; likes are those alone, without the other
/// reactions.
///
/// The shapes are those of CrowdTangle's documents.
public final class CrowdTangleFormat implements PostFormat {
  private static final Set<String> PLATFORMS = Set.of("facebook", "instagram", "reddit", "twitter");

  @Override
  public String id() {
    return "crowdtangle";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPost(record)
        || isRow(record)
        || record.peek("result", "posts").filter(CrowdTangleFormat::isPost).isPresent()
        || (!record.has("id")
            && record.peek("posts").filter(CrowdTangleFormat::isPost).isPresent());
  }

  /// Who posted, by what the tables of pages, groups and accounts on Instagram call it.
  private static final List<String> ACCOUNTS = List.of("Page Name", "Group Name", "Account");

  private static boolean isRow(RecordFields record) {
    return record.has("Post Created")
        && record.has("URL")
        && ACCOUNTS.stream().anyMatch(record::has);
  }

  @Override
  public boolean readsRows() {
    return true;
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
    if (isRow(record)) {
      results.add(row(record.filled()));
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
    Optional<String> known = post.text("postUrl").flatMap(PostAddress::of).flatMap(PostAddress::id);
    return known.isPresent() ? known.get() : post.id("platformId", platform);
  }

  private static Post row(RecordFields row) throws FieldException {
    Optional<String> url = row.text("URL");
    Optional<PostAddress> address = url.flatMap(PostAddress::of);
    Optional<String> known = address.flatMap(PostAddress::id);
    String id = known.isPresent() ? known.get() : row.id("URL");
    String account = ACCOUNTS.stream().filter(row::has).findFirst().orElse(ACCOUNTS.getFirst());
    Optional<String> message = row.text("Message");
    List<Optional<String>> linked =
        List.of(row.text("Link Text"), row.text("Title"), row.text("Description"));
    return Post.builder(
            id, message.isPresent() ? row.words("Message") : row.words("Message", linked))
        .platform(address.map(PostAddress::platform))
        .createdAt(row.anyTime("Post Created"))
        .url(url)
        .author(new Author(row.text(account), row.handle("User Name"), Optional.empty(), List.of()))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(
            new Engagement(
                row.count("Likes"),
                row.count("Shares"),
                row.count("Comments"),
                row.count(row.has("Post Views") ? "Post Views" : "Views")))
        .build();
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
