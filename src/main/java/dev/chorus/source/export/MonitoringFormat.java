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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tables of services that watch the media: Brandwatch ("Query Id", "Snippet", "Full Text") and
/// Meltwater ("Document ID", "Hit Sentence", "Opening Text"). One table holds posts and articles of
/// many platforms; the address tells which, and the id where it holds one.
///
/// The columns are those of the services' help pages and of programs that read such tables; they
/// vary with what was chosen for the export.
public final class MonitoringFormat implements PostFormat {
  private static final List<String> TEXTS =
      List.of("Full Text", "Snippet", "Hit Sentence", "Opening Text", "Content");

  private static final List<String> TITLES = List.of("Title", "Headline");

  private static final List<String> URLS =
      List.of("Url", "URL", "Mention URL", "Original Url", "Link");

  private static final List<String> HANDLES =
      List.of("Author Handle", "Twitter Screen Name", "Author", "Influencer");

  private static final List<String> NAMES = List.of("Full Name", "Author Name");

  private static final List<String> LIKES =
      List.of("X Likes", "Twitter Likes", "Facebook Likes", "Instagram Likes", "Likes");

  private static final List<String> REPOSTS =
      List.of(
          "X Reposts", "X Retweets", "Twitter Retweets", "Facebook Shares", "Reposts", "Shares");

  private static final List<String> REPLIES =
      List.of(
          "X Replies",
          "Twitter Replies",
          "Facebook Comments",
          "Instagram Comments",
          "Replies",
          "Comments");

  private static final List<String> PARENTS =
      List.of("X Reply to", "Twitter Reply to", "Parent URL");

  private static final List<String> ORIGINALS =
      List.of("X Repost of", "X Retweet of", "Twitter Retweet of");

  /// Platforms whose posts have titles; no platform is a page with an article.
  private static final Set<String> TITLED = Set.of("", "reddit", "youtube", "tumblr");

  private static final Pattern REPOST = Pattern.compile("^(?:RT|QT) @\\w{1,20}:? ");

  @Override
  public String id() {
    return "monitoring";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    boolean isBrandwatch =
        record.has("Query Id") && (record.has("Snippet") || record.has("Full Text"));
    boolean isMeltwater =
        record.has("Document ID") && (record.has("Hit Sentence") || record.has("Opening Text"));
    return isBrandwatch || isMeltwater;
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record.filled()));
  }

  private static Post post(RecordFields row) throws FieldException {
    Optional<String> url = row.text(first(row, URLS));
    Optional<PostAddress> address = url.flatMap(PostAddress::of);
    Optional<String> repostOf = other(row, ORIGINALS);
    Optional<Instant> createdAt = createdAt(row);
    String platform = address.map(PostAddress::platform).orElse("");
    String text = words(row, TITLED.contains(platform), repostOf.isPresent());
    return Post.builder(id(row, address, url, createdAt, text), text)
        .platform(address.map(PostAddress::platform))
        .lang(row.language("Language").or(() -> language(row)))
        .createdAt(createdAt)
        .url(url)
        .author(author(row, address.isPresent()))
        .links(new Links(other(row, PARENTS), Optional.empty(), repostOf, Optional.empty()))
        // The counts of a repost are the original's.
        .engagement(
            repostOf.isPresent()
                ? Engagement.NONE
                : new Engagement(
                    row.count(first(row, LIKES)),
                    row.count(first(row, REPOSTS)),
                    row.count(first(row, REPLIES)),
                    row.count("Views")))
        .build();
  }

  /// The id of the platform, or else of the service, or else one made of the content.
  private static String id(
      RecordFields row,
      Optional<PostAddress> address,
      Optional<String> url,
      Optional<Instant> createdAt,
      String text)
      throws FieldException {
    Optional<String> known = address.flatMap(PostAddress::id);
    if (known.isPresent()) return known.get();
    if (row.has("Document ID")) return row.id("Document ID", "meltwater");
    if (row.has("Resource Id")) return row.id("Resource Id", "brandwatch");
    return ContentId.of(
        "monitoring", url.orElse(""), createdAt.map(Instant::toString).orElse(""), text);
  }

  private static String words(RecordFields row, boolean isTitled, boolean isRepost)
      throws FieldException {
    String key = first(row, TEXTS);
    Optional<String> text = row.text(key);
    if (isRepost) text = text.map(words -> REPOST.matcher(words).replaceFirst(""));
    Optional<String> title = row.text(first(row, TITLES));
    // The title of a post that has none is its own beginning.
    if (text.isPresent() && title.isPresent() && (!isTitled || alike(text.get(), title.get()))) {
      title = Optional.empty();
    }
    return row.words(key, List.of(title, text));
  }

  /// Characters by which a title is known for the beginning of a text.
  private static final int ALIKE = 20;

  private static boolean alike(String text, String title) {
    String start = title.substring(0, Math.min(ALIKE, title.length()));
    return text.contains(start);
  }

  private static Author author(RecordFields row, boolean isPost) throws FieldException {
    Optional<String> name = row.text(first(row, NAMES));
    String key = first(row, HANDLES);
    // Under "Author" stands whatever the page calls its author.
    if (!isPost && key.equals("Author")) {
      if (name.isEmpty()) name = row.text(key);
      return new Author(name, Optional.empty(), Optional.empty(), List.of());
    }
    return new Author(name, row.handle(key), Optional.empty(), List.of());
  }

  /// Day and time stand together, or in two columns.
  private static Optional<Instant> createdAt(RecordFields row) throws FieldException {
    if (!row.has("Time")) return row.anyTime("Date");
    Map<String, Object> both = new HashMap<>();
    both.put("Date", row.text("Date").orElse("") + " " + row.text("Time").orElse(""));
    return new RecordFields(both).anyTime("Date");
  }

  /// Meltwater writes languages out.
  private static Optional<String> language(RecordFields row) {
    for (String code : List.of("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "ar", "ru")) {
      if (row.begins("Language", Locale.of(code).getDisplayLanguage(Locale.ENGLISH))) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /// Another post, by its address.
  private static Optional<String> other(RecordFields row, List<String> keys) throws FieldException {
    return row.text(first(row, keys)).flatMap(PostAddress::of).flatMap(PostAddress::id);
  }

  private static String first(RecordFields row, List<String> keys) {
    return keys.stream().filter(row::has).findFirst().orElse(keys.getFirst());
  }
}
