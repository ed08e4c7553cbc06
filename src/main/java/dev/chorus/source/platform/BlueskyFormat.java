package dev.chorus.source.platform;

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
import java.util.regex.Pattern;

/// Bluesky: feeds (`feed`), threads (`thread`), single posts as a view of them, and bare
/// records of a repository (`value`, also listed under `records`, or as events of Jetstream).
/// The answer of a search (`posts`) is a [ContainerFormat] of views.
///
/// In a feed a repost is the original with a reason beside it. It becomes a post of its own, by the
/// account that reposted it. The original does not count as a post of that feed; nor does a post to
/// which a post of the feed replies.
///
/// The Python SDK writes the same with names in `snake_case` and `py_type` for `$type`. Data sets
/// have the parts of a post side by side, with its address under `uri`.
public final class BlueskyFormat implements PostFormat {
  private static final String PLATFORM = "bluesky";
  private static final String AT = "at://";
  private static final String INVALID = "handle.invalid";
  private static final String POST = "app.bsky.feed.post";
  private static final String POSTS = "/" + POST + "/";

  @Override
  public String id() {
    return "bluesky";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPost(record)
        || isRow(record)
        || isFeedItem(record)
        || isEvent(record)
        || (record.holds("feed", List.class) && !record.has("id"))
        || record.peek("thread").filter(BlueskyFormat::isNode).isPresent()
        || record.peek("records").filter(BlueskyFormat::isPost).isPresent();
  }

  private static boolean isPost(RecordFields record) {
    return isTyped(record)
        || (record.begins("uri", AT) && (record.has("record") || record.has("value")))
        || record.peek("record").filter(BlueskyFormat::isTyped).isPresent();
  }

  private static boolean isTyped(RecordFields record) {
    return record.begins("$type", "app.bsky.feed.") || record.begins("py_type", "app.bsky.feed.");
  }

  private static final Pattern NOTHING = Pattern.compile("\\s*");

  @Override
  public boolean readsRows() {
    return true;
  }

  /// Of a data set; a table is known by its columns.
  private static boolean isRow(RecordFields record) {
    boolean isHeader =
        record.matches("uri", NOTHING)
            && (record.has("cid") || record.has("author_did") || record.has("reply_to"));
    return (record.begins("uri", AT) || isHeader)
        && record.has("text")
        && !record.has("record")
        && !record.has("value");
  }

  /// A name as the interface has it, or as the Python SDK writes it if only that is there.
  private static String either(RecordFields record, String name) {
    return record.has(name) ? name : UPPER.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }

  private static final Pattern UPPER = Pattern.compile("(\\p{Lu})");

  private static boolean isEvent(RecordFields record) {
    return record.begins("did", "did:")
        && record.peek("commit").filter(commit -> commit.has("collection")).isPresent();
  }

  private static boolean isFeedItem(RecordFields record) {
    return record.peek("post").filter(BlueskyFormat::isPost).isPresent();
  }

  private static boolean isNode(RecordFields node) {
    return node.begins("$type", "app.bsky.") || node.begins("uri", AT) || isFeedItem(node);
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isRow(record) || (record.has("uri") && record.has("text") && !record.has("value"))) {
      results.add(row(record.filled()));
    } else if (isEvent(record)) {
      results.add(event(record));
    } else if (record.holds("thread", Map.class)) {
      node(record.nested("thread", "a thread"), results);
    } else if (record.has("thread")) {
      results.each(record, "thread", item -> item(item.nested("value", "a post"), results));
    } else if (record.has("feed")) {
      results.each(record, "feed", item -> item(item, results));
    } else if (record.has("records")) {
      results.each(record, "records", item -> results.add(bare(item)));
    } else if (record.has("replies") || record.has("parent") || isGone(record)) {
      node(record, results);
    } else if (record.has("post")) {
      item(record, results);
    } else if (record.has("record")) {
      results.add(viewed(record).build());
    } else {
      results.add(bare(record));
    }
  }

  /// One post of a thread, with the post that it answers in front and its answers behind.
  private static void node(RecordFields node, Results results) throws FieldException {
    if (node.holds("parent", Map.class)) {
      results.attempt(() -> node(node.nested("parent", "a post"), results));
    }
    results.attempt(() -> item(node, results));
    results.each(node, "replies", reply -> node(reply, results));
  }

  private static boolean isGone(RecordFields node) {
    return node.flag("notFound") || node.flag("not_found") || node.flag("blocked");
  }

  private static void item(RecordFields item, Results results) throws FieldException {
    if (isGone(item)) {
      throw item.wrong(
          item.flag("blocked") ? "blocked" : "notFound", "a post, but this one cannot be had");
    }
    RecordFields post = item.nested("post", "a post");
    Optional<RecordFields> reason = item.object("reason").filter(r -> r.has("by"));
    results.add(reason.isPresent() ? repost(post, reason.get()) : viewed(post).build());
  }

  private static Post.Builder viewed(RecordFields post) throws FieldException {
    Optional<RecordFields> author = post.object("author");
    return builder(
            post,
            post.nested("record", "what the author wrote"),
            author.isEmpty() ? owner(post) : author(author.get()))
        .engagement(
            new Engagement(
                post.count(either(post, "likeCount")),
                post.count(either(post, "repostCount")),
                post.count(either(post, "replyCount")),
                0));
  }

  private static Post bare(RecordFields post) throws FieldException {
    return builder(post, post.nested("value", "what the author wrote"), owner(post)).build();
  }

  /// An event of Jetstream on a repository; all events but new posts are refused.
  private static Post event(RecordFields event) throws FieldException {
    RecordFields commit = event.nested("commit", "what was written");
    if (!commit.begins("collection", POST) || commit.begins("operation", "delete")) {
      String key = commit.begins("collection", POST) ? "operation" : "collection";
      throw commit.wrong(key, "a post that was written");
    }
    String account = event.required("did", "whose repository it is");
    String id = commit.id("rkey", PLATFORM, AT + account + POSTS);
    RecordFields record = commit.nested("record", "what the author wrote");
    String uri = id.substring(PLATFORM.length() + 1);
    return builder(id, uri, record, Author.ofHandle(account)).build();
  }

  private static Post.Builder builder(RecordFields post, RecordFields record, Author author)
      throws FieldException {
    return builder(post.id("uri", PLATFORM), post.id("uri"), record, author);
  }

  private static Post.Builder builder(String id, String uri, RecordFields record, Author author)
      throws FieldException {
    Optional<RecordFields> reply = record.object("reply");
    List<String> languages = record.texts("langs");
    return Post.builder(id, record.words("text"))
        .platform(Optional.of(PLATFORM))
        .lang(languages.stream().findFirst().flatMap(RecordFields::languageOf))
        .createdAt(record.time(either(record, "createdAt")))
        .url(url(uri))
        .author(author)
        .links(
            new Links(
                reply.isEmpty() ? Optional.empty() : uri(reply.get().object("parent")),
                quoted(record),
                Optional.empty(),
                reply.isEmpty() ? Optional.of(id) : uri(reply.get().object("root"))));
  }

  /// One post of a data set. The names are those of the best known ones.
  private static Post row(RecordFields row) throws FieldException {
    if (!row.begins("uri", AT)) throw row.wrong("uri", "the address of a post: at://…");
    String id = row.id("uri", PLATFORM);
    Optional<String> parent = address(row, PARENTS);
    Optional<String> root = address(row, ROOTS);
    return Post.builder(id, row.words("text"))
        .platform(Optional.of(PLATFORM))
        .lang(
            row.holds("langs", List.class)
                ? row.texts("langs").stream().findFirst().flatMap(RecordFields::languageOf)
                : row.language(row.has("langs") ? "langs" : "lang"))
        .createdAt(row.anyTime(either(row, "createdAt")))
        .url(url(row.id("uri")))
        .author(
            row.holds("author", Map.class)
                ? author(row.nested("author", "who wrote it"))
                : new Author(
                    row.text(row.has("author_name") ? "author_name" : "display_name"),
                    account(row),
                    Optional.empty(),
                    List.of()))
        .links(
            new Links(
                parent,
                address(row, List.of("quote", "quote_uri", "quoted_uri", "embed_record_uri")),
                Optional.empty(),
                parent.isEmpty() ? Optional.of(id) : root))
        .engagement(
            new Engagement(
                row.count(either(row, "likeCount")),
                row.count(either(row, "repostCount")),
                row.count(either(row, "replyCount")),
                0))
        .build();
  }

  private static Optional<String> account(RecordFields row) throws FieldException {
    for (String key : List.of("author_handle", "handle", "author_did", "author")) {
      if (row.has(key)) return row.handle(key);
    }
    return Optional.of(account(row.id("uri")));
  }

  private static final List<String> PARENTS =
      List.of("reply_to", "reply_parent", "reply_parent_uri", "parent_uri", "in_reply_to");

  private static final List<String> ROOTS =
      List.of("reply_root", "reply_root_uri", "root_uri", "thread_root");

  /// The first of these fields that holds the address of a post.
  private static Optional<String> address(RecordFields row, List<String> keys)
      throws FieldException {
    for (String key : keys) {
      if (row.begins(key, AT)) return row.link(key, PLATFORM);
    }
    return Optional.empty();
  }

  private static Post repost(RecordFields post, RecordFields reason) throws FieldException {
    RecordFields by = reason.nested("by", "who reposted it");
    Post original = viewed(post).build();
    // Older answers have no uri for the repost itself.
    String id =
        reason.has("uri")
            ? reason.id("uri", PLATFORM)
            : by.id("did", PLATFORM, post.id("uri") + "#");
    return Post.builder(id, original.text())
        .platform(original.platform())
        .lang(original.lang())
        .createdAt(reason.time(either(reason, "indexedAt")))
        .url(original.url())
        .author(author(by))
        .links(
            new Links(
                Optional.empty(), Optional.empty(), Optional.of(original.id()), Optional.of(id)))
        .build();
  }

  /// Only a quoted post counts; lists and feeds are embedded in the same way.
  private static Optional<String> quoted(RecordFields record) throws FieldException {
    Optional<RecordFields> embedded = record.peek("embed").flatMap(embed -> embed.peek("record"));
    // With pictures beside it the quoted post is one level down.
    if (embedded.isPresent() && !embedded.get().has("uri")) {
      embedded = embedded.get().peek("record");
    }
    return uri(embedded).filter(uri -> uri.contains(POSTS));
  }

  private static Optional<String> uri(Optional<RecordFields> reference) throws FieldException {
    return reference.isEmpty() ? Optional.empty() : reference.get().link("uri", PLATFORM);
  }

  private static Author author(RecordFields author) throws FieldException {
    Optional<String> did = author.text("did");
    return new Author(
        author.text(either(author, "displayName")),
        // A handle that could not be verified is shown as the same word for everybody.
        author.handle("handle").filter(h -> !h.equals(INVALID)).or(() -> did),
        Optional.empty(),
        List.of());
  }

  /// A bare record names nobody, but its address holds the identifier of the account.
  private static Author owner(RecordFields post) throws FieldException {
    return Author.ofHandle(account(post.id("uri")));
  }

  private static String account(String uri) {
    String path = uri.startsWith(AT) ? uri.substring(AT.length()) : uri;
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static Optional<String> url(String uri) {
    int key = uri.indexOf(POSTS);
    if (key < 0) return Optional.empty();
    return Optional.of(
        "https://bsky.app/profile/"
            + account(uri)
            + "/post/"
            + uri.substring(key + POSTS.length()));
  }
}
