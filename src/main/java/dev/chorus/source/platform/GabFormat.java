package dev.chorus.source.platform;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.Html;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Optional;

/// Gab as its web pages get it, with names of one or two letters: `c` for the words, `ca` for the
/// time. Its statuses with whole names are those of [MastodonFormat].
///
/// The shape is that which open programs read.
public final class GabFormat implements PostFormat {
  static final String PLATFORM = "gab";

  @Override
  public String id() {
    return "gab";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.has("i") && record.has("ca") && (record.has("c") || record.has("ul"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(post(record));
  }

  private static Post post(RecordFields post) throws FieldException {
    String id = post.id("i", PLATFORM);
    Optional<RecordFields> account = post.peek("author_info").or(() -> post.peek("account"));
    Optional<String> inReplyTo = post.link("irti", PLATFORM);
    return Post.builder(id, post.words("c", List.of(post.text("c").map(Html::text))))
        .platform(Optional.of(PLATFORM))
        .lang(post.language("l"))
        .createdAt(post.time("ca"))
        .url(post.text("ul"))
        .author(account.isEmpty() ? Author.UNKNOWN : author(account.get()))
        .links(
            new Links(
                inReplyTo,
                Optional.empty(),
                Optional.empty(),
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id)))
        .engagement(new Engagement(post.count("fbc"), post.count("rbc"), post.count("rc"), 0))
        .build();
  }

  private static Author author(RecordFields account) throws FieldException {
    return new Author(
        account.text("dn"),
        account.handle(account.has("ac") ? "ac" : "un"),
        Optional.empty(),
        List.of());
  }
}
