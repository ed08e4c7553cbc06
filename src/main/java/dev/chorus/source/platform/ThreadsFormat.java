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

/// Threads as its web pages get it: posts alone or in whole answers. A post is one of Instagram's
/// with a part of its own, `text_post_app_info`. Its id is the code in its address.
///
/// The shape is that which open programs read; that of quotes and reposts is recalled.
public final class ThreadsFormat implements PostFormat {
  private static final String PLATFORM = "threads";

  private static final String OWN = "text_post_app_info";

  @Override
  public String id() {
    return "threads";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPost(record)
        || record.peek("thread_items").isPresent()
        || (!record.has("id")
            && record.peek("data").isPresent()
            && Pages.hold(record, ThreadsFormat::isPost));
  }

  private static boolean isPost(RecordFields record) {
    return record.has("code") && record.peek(OWN).isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Pages.each(record, ThreadsFormat::isPost, results, post -> results.add(post(post)));
  }

  private static Post post(RecordFields post) throws FieldException {
    String id = post.id("code", PLATFORM);
    RecordFields own = post.nested(OWN, "what makes it a post on Threads");
    Optional<RecordFields> original =
        own.peek("share_info", "reposted_post").filter(p -> p.has("code"));
    Optional<RecordFields> quoted =
        own.peek("share_info", "quoted_post").filter(p -> p.has("code"));
    Author author = author(post);
    return Post.builder(id, words(original.orElse(post)))
        .platform(Optional.of(PLATFORM))
        .createdAt(post.seconds("taken_at"))
        .url(Optional.of(url(author, post.id("code"))))
        .author(author)
        .links(
            new Links(
                Optional.empty(),
                quoted.isPresent() ? quoted.get().link("code", PLATFORM) : Optional.empty(),
                original.isPresent() ? original.get().link("code", PLATFORM) : Optional.empty(),
                // Where the thread of a reply began is not told.
                own.flag("is_reply") ? Optional.empty() : Optional.of(id)))
        .engagement(
            original.isPresent()
                ? Engagement.NONE
                : new Engagement(
                    post.countOrNegative("like_count"),
                    own.count("repost_count"),
                    own.count("direct_reply_count"),
                    0))
        .build();
  }

  private static String url(Author author, String code) {
    return "https://www.threads.com/"
        + author.handle().map(handle -> "@" + handle + "/post/").orElse("t/")
        + code;
  }

  private static String words(RecordFields post) throws FieldException {
    Optional<RecordFields> caption = post.peek("caption");
    if (caption.isPresent() && caption.get().text("text").isPresent()) {
      return caption.get().words("text");
    }
    StringBuilder words = new StringBuilder();
    for (RecordFields part :
        post.peek(OWN, "text_fragments").map(f -> f.inner("fragments")).orElse(List.of())) {
      words.append(part.text("plaintext").orElse(""));
    }
    return post.words("caption", List.of(Optional.of(words.toString())));
  }

  private static Author author(RecordFields post) throws FieldException {
    Optional<RecordFields> user = post.peek("user");
    if (user.isEmpty()) return Author.UNKNOWN;
    return new Author(
        user.get().text("full_name"), user.get().handle("username"), Optional.empty(), List.of());
  }
}
