package dev.chorus.source;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which column of a table holds which field of a post, and posts made of rows by it.
///
/// A row without an id gets one that is the same whenever the row is read: `row:` and a digest of
/// platform, author, time and text.
final class Columns {
  /// Names of columns that need no explanation, without case, blanks and punctuation, for each
  /// field that a table may have; the first that is there is taken.
  private static final Map<String, List<String>> OBVIOUS = new LinkedHashMap<>();

  static {
    obvious("id", "id idstr tweetid postid statusid commentid reviewid messageid uri");
    obvious(
        "text",
        "text fulltext tweettext posttext commenttext reviewtext content body tweet message comment"
            + " review caption selftext post status");
    obvious("kind", "");
    obvious("platform", "platform network");
    obvious("lang", "lang language");
    obvious(
        "createdAt",
        "createdat created createdutc datetime timestamp date time publishedat published postedat"
            + " posttime");
    obvious("url", "url link permalink tweeturl posturl permalinkurl");
    obvious("author", "author user by poster");
    obvious("author.name", "authorname displayname userdisplayname fullname name");
    obvious(
        "author.handle",
        "authorhandle handle username screenname userhandle authorusername userscreenname"
            + " userhandle");
    obvious("author.role", "");
    obvious("inReplyTo", "inreplyto inreplytoid inreplytostatusid inreplytotweetid parentid");
    obvious("quotes", "quotedid quotedstatusid quotedtweetid");
    obvious("repostOf", "repostof retweetedid retweetedstatusid");
    obvious("thread", "thread threadid conversationid");
    obvious(
        "engagement.likes",
        "likes likecount likescount favoritecount favouritescount favorites favourites upvotes"
            + " thumbsup thumbsupcount score points");
    obvious(
        "engagement.reposts",
        "reposts repostcount retweets retweetcount retweetscount shares sharecount reblogscount");
    obvious("engagement.replies", "replies replycount repliescount numcomments commentcount");
    obvious("engagement.views", "views viewcount viewscount impressions impressioncount");
  }

  private static void obvious(String field, String names) {
    OBVIOUS.put(field, names.isEmpty() ? List.of() : Arrays.asList(names.split(" ")));
  }

  /// A number that a spreadsheet has shortened.
  private static final Pattern SHORTENED = Pattern.compile("[0-9][.,][0-9]+[eE]\\+?[0-9]+");

  private static final int DIGEST = 8;

  private final Map<String, String> byField;

  private Columns(Map<String, String> byField) {
    this.byField = byField;
  }

  /// The fields that can be mapped.
  static List<String> fields() {
    return List.copyOf(OBVIOUS.keySet());
  }

  /// No columns: of a table that a format reads as a whole.
  static Columns none() {
    return new Columns(Map.of());
  }

  /// Finds the columns of a table.
  ///
  /// @param header names of the columns
  /// @param given columns by field, as the user named them; they win over obvious names
  /// @return nothing if no column holds the text
  static Optional<Columns> of(List<String> header, Map<String, String> given) {
    Map<String, String> obvious = new LinkedHashMap<>();
    for (String name : header) obvious.putIfAbsent(plain(name), name);
    Map<String, String> byField = new LinkedHashMap<>();
    OBVIOUS.forEach(
        (field, names) ->
            Optional.ofNullable(given.get(field))
                .or(() -> names.stream().filter(obvious::containsKey).findFirst().map(obvious::get))
                .filter(name -> given.containsKey(field) || !given.containsValue(name))
                .ifPresent(name -> byField.put(field, name)));
    return byField.containsKey("text") ? Optional.of(new Columns(byField)) : Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Columns by field.
  Map<String, String> byField() {
    return byField;
  }

  /// The columns by field, for people.
  @Override
  public String toString() {
    return byField.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String column(String field) {
    // A name that no row has, as rows hold only columns that are mapped.
    return byField.getOrDefault(field, "");
  }

  /// The post in a row.
  Post post(RecordFields row) throws FieldException {
    String text = row.words(column("text"));
    Optional<String> platform = row.text(column("platform"));
    Optional<Instant> createdAt = row.anyTime(column("createdAt"));
    Author author = author(row);
    String id = row.has(column("id")) ? id(row) : digest(platform, author, createdAt, text);
    return Post.builder(id, text)
        .kind(row.oneOf(column("kind"), Kind.values()).orElse(Kind.POST))
        .platform(platform)
        .lang(row.language(column("lang")))
        .createdAt(createdAt)
        .url(row.text(column("url")))
        .author(author)
        .links(
            new Links(
                link(row, "inReplyTo"),
                link(row, "quotes"),
                link(row, "repostOf"),
                link(row, "thread")))
        .engagement(
            new Engagement(
                row.countOrNegative(column("engagement.likes")),
                row.count(column("engagement.reposts")),
                row.count(column("engagement.replies")),
                row.count(column("engagement.views"))))
        .build();
  }

  private String id(RecordFields row) throws FieldException {
    refuseIfShortened(row, "id");
    return row.id(column("id"));
  }

  private Optional<String> link(RecordFields row, String field) throws FieldException {
    refuseIfShortened(row, field);
    return row.text(column(field)).map(String::strip);
  }

  private void refuseIfShortened(RecordFields row, String field) throws FieldException {
    if (row.matches(column(field), SHORTENED)) {
      throw row.wrong(
          column(field),
          "all digits: a spreadsheet has cut them off, so export the column as text");
    }
  }

  /// In a column that says no more than who it was, a word alone is a handle.
  private Author author(RecordFields row) throws FieldException {
    Optional<String> who = row.text(column("author")).map(String::strip);
    Optional<String> name = row.text(column("author.name"));
    Optional<String> handle = row.handle(column("author.handle"));
    if (who.isPresent() && who.get().contains(" ")) name = name.or(() -> who);
    else handle = handle.or(() -> withoutAt(who));
    return new Author(name, handle, row.text(column("author.role")), List.of());
  }

  private static Optional<String> withoutAt(Optional<String> who) {
    return who.map(w -> w.startsWith("@") ? w.substring(1) : w).filter(w -> !w.isEmpty());
  }

  private static String digest(
      Optional<String> platform, Author author, Optional<Instant> createdAt, String text) {
    String all =
        String.join(
            "\0",
            platform.orElse(""),
            author.handle().or(author::name).orElse(""),
            createdAt.map(Instant::toString).orElse(""),
            text);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return "row:" + HexFormat.of().formatHex(digest, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
