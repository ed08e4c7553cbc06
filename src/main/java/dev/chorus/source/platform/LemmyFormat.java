package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lemmy's interface: posts and comments as it shows them, with `creator`, `community` and `counts`
/// beside, alone, in lists, or as the answer to a request for one. Known from memory of the
/// interface, versions 0.18 to 1.0.
///
/// Ids are those of the server that was asked; the same post has another id elsewhere. A post is
/// its title and its text. What was removed or deleted is a rejection.
public final class LemmyFormat implements PostFormat {
  private static final String PLATFORM = "lemmy";

  /// Where a comment stands: the numbers of all comments above it, behind a 0.
  private static final Pattern PATH = Pattern.compile("0(?:\\.[0-9]+)+");

  @Override
  public String id() {
    return PLATFORM;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isView(record)
        || record.peek("post_view").filter(LemmyFormat::isView).isPresent()
        || record.peek("comment_view").filter(LemmyFormat::isView).isPresent()
        || record.peek("comments").filter(LemmyFormat::isView).isPresent()
        || record.peek("posts").filter(LemmyFormat::isView).isPresent();
  }

  private static boolean isView(RecordFields record) {
    return (isComment(record) || record.peek("post").filter(LemmyFormat::isPost).isPresent())
        && (record.peek("creator").isPresent() || record.peek("counts").isPresent());
  }

  private static boolean isComment(RecordFields record) {
    return record
        .peek("comment")
        .filter(c -> c.has("id") && (c.has("ap_id") || c.has("path") || c.has("post_id")))
        .isPresent();
  }

  private static boolean isPost(RecordFields post) {
    return post.has("id") && post.has("name") && (post.has("ap_id") || post.has("creator_id"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isView(record)) {
      view(record, results);
      return;
    }
    for (String key : List.of("post_view", "comment_view")) {
      Optional<RecordFields> view = record.object(key);
      if (view.isPresent()) view(view.get(), results);
    }
    results.each(record, "posts", view -> view(view, results));
    results.each(record, "comments", view -> view(view, results));
  }

  private static void view(RecordFields view, Results results) throws FieldException {
    results.add(view.has("comment") ? comment(view) : post(view));
  }

  private static Post post(RecordFields view) throws FieldException {
    RecordFields post = view.nested("post", "a post");
    refuseIfGone(post);
    String id = post.id("id", PLATFORM, "post/");
    RecordFields counts = view.peek("counts").orElse(post);
    return Post.builder(id, post.words("name", List.of(post.text("name"), post.text("body"))))
        .platform(Optional.of(PLATFORM))
        .createdAt(post.time(post.has("published") ? "published" : "published_at"))
        .editedAt(post.time(post.has("updated") ? "updated" : "updated_at"))
        .url(post.text("ap_id"))
        .author(author(view))
        .links(new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)))
        .engagement(new Engagement(likes(counts), 0, counts.count("comments"), 0))
        .build();
  }

  private static Post comment(RecordFields view) throws FieldException {
    RecordFields comment = view.nested("comment", "a comment");
    refuseIfGone(comment);
    RecordFields counts = view.peek("counts").orElse(comment);
    Optional<String> thread = comment.text("post_id").map(p -> PLATFORM + ":post/" + p.strip());
    return Post.builder(comment.id("id", PLATFORM, "comment/"), comment.words("content"))
        .platform(Optional.of(PLATFORM))
        .createdAt(comment.time(comment.has("published") ? "published" : "published_at"))
        .editedAt(comment.time(comment.has("updated") ? "updated" : "updated_at"))
        .url(comment.text("ap_id"))
        .author(author(view))
        .links(
            new Links(parent(comment).or(() -> thread), Optional.empty(), Optional.empty(), thread))
        .engagement(new Engagement(likes(counts), 0, counts.count("child_count"), 0))
        .build();
  }

  private static void refuseIfGone(RecordFields what) throws FieldException {
    for (String mark : List.of("deleted", "removed")) {
      if (what.flag(mark)) {
        throw new FieldException(
            "\"" + what.name() + "\" was " + mark + "; wanted words that are still there.");
      }
    }
  }

  /// The comment right above; nothing if it is the post.
  private static Optional<String> parent(RecordFields comment) throws FieldException {
    Optional<String> path = comment.text("path").filter(p -> PATH.matcher(p).matches());
    if (path.isEmpty()) return Optional.empty();
    String[] above = path.get().split("\\.");
    return above.length < 3
        ? Optional.empty()
        : Optional.of(PLATFORM + ":comment/" + above[above.length - 2]);
  }

  /// A name on the server that was asked, or `name@server`.
  private static Author author(RecordFields view) throws FieldException {
    Optional<RecordFields> creator = view.peek("creator");
    if (creator.isEmpty()) return Author.UNKNOWN;
    RecordFields who = creator.get();
    Optional<String> handle = who.handle("name");
    if (handle.isPresent() && who.has("local") && !who.flag("local")) {
      String address = who.has("actor_id") ? "actor_id" : "ap_id";
      String name = handle.get();
      handle =
          who.text(address)
              .flatMap(LemmyFormat::server)
              .map(s -> name + "@" + s)
              .or(() -> Optional.of(name));
    }
    return new Author(who.text("display_name"), handle, Optional.empty(), List.of());
  }

  private static Optional<String> server(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long likes(RecordFields counts) throws FieldException {
    return counts.has("upvotes") ? counts.count("upvotes") : counts.countOrNegative("score");
  }
}
