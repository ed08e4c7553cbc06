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
import java.util.Map;
import java.util.Optional;

/// Mastodon statuses, also those of servers that speak its API, and the context of a status: the
/// statuses above and below it in its thread. A timeline is an array of statuses.
///
/// A notification or conversation is read for the status that it is about. Ids are those of the
/// server that was asked; the same status has another id elsewhere. A content warning is not
/// part of the text. Truth Social and Gab give statuses of the same shape, and are platforms of
/// their own.
public final class MastodonFormat implements PostFormat {
  private static final String PLATFORM = "mastodon";

  /// Platforms of their own, by how the addresses of their posts begin.
  private static final Map<String, String> OTHERS =
      Map.of("https://truthsocial.com/", "truthsocial", "https://gab.com/", GabFormat.PLATFORM);

  @Override
  public String id() {
    return "mastodon";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isContext(record) || isStatus(record) || carried(record).isPresent();
  }

  /// The status that a notification, or the last one that a conversation, is about.
  private static Optional<RecordFields> carried(RecordFields record) {
    return record
        .peek("status")
        .or(() -> record.peek("last_status"))
        .filter(MastodonFormat::isStatus);
  }

  private static boolean isContext(RecordFields record) {
    return record.holds("ancestors", List.class) && record.holds("descendants", List.class);
  }

  private static boolean isStatus(RecordFields record) {
    return record.peek("account").filter(account -> account.has("acct")).isPresent()
        && (record.has("content") || record.has("reblog") || record.has("visibility"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (isStatus(record)) {
      results.add(post(record));
      return;
    }
    Optional<RecordFields> carried = carried(record);
    if (carried.isPresent()) {
      results.add(post(carried.get()));
      return;
    }
    results.each(record, "ancestors", status -> results.add(post(status)));
    results.each(record, "descendants", status -> results.add(post(status)));
  }

  private static Post post(RecordFields status) throws FieldException {
    String platform = platform(status);
    String id = status.id("id", platform);
    RecordFields account = status.nested("account", "who wrote it");
    Optional<RecordFields> original = status.object("reblog");
    Optional<String> inReplyTo = status.link("in_reply_to_id", platform);
    return Post.builder(id, words(original.orElse(status)))
        .platform(Optional.of(platform))
        .lang(original.orElse(status).language("language"))
        .createdAt(status.time("created_at"))
        .editedAt(status.time("edited_at"))
        .url(status.has("url") ? status.text("url") : status.text("uri"))
        .author(
            new Author(
                account.text("display_name"), account.handle("acct"), Optional.empty(), List.of()))
        .links(
            new Links(
                inReplyTo,
                quoted(status, platform),
                original.isPresent() ? original.get().link("id", platform) : Optional.empty(),
                // Where the thread of a reply began is not told.
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id)))
        // The counts of a repost are the original's.
        .engagement(original.isPresent() ? Engagement.NONE : engagement(status))
        .build();
  }

  private static String platform(RecordFields status) {
    return OTHERS.entrySet().stream()
        .filter(
            other -> status.begins("url", other.getKey()) || status.begins("uri", other.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(PLATFORM);
  }

  private static String words(RecordFields status) throws FieldException {
    Optional<String> content = status.text("content").map(Html::text).filter(t -> !t.isBlank());
    // All that somebody wrote beside a picture may be the warning.
    if (content.isEmpty() && status.text("spoiler_text").isPresent()) {
      return status.words("spoiler_text");
    }
    return status.words("content", List.of(content));
  }

  private static Optional<String> quoted(RecordFields status, String platform)
      throws FieldException {
    Optional<RecordFields> quote = status.peek("quote");
    if (quote.isEmpty()) return status.link("quote_id", platform);
    if (quote.get().has("quoted_status_id")) return quote.get().link("quoted_status_id", platform);
    Optional<RecordFields> quoted = quote.get().peek("quoted_status");
    // Forks of Mastodon have the status itself there.
    if (quoted.isEmpty()) quoted = quote.filter(MastodonFormat::isStatus);
    return quoted.isEmpty() ? Optional.empty() : quoted.get().link("id", platform);
  }

  private static Engagement engagement(RecordFields status) throws FieldException {
    return new Engagement(
        status.count("favourites_count"),
        status.count("reblogs_count"),
        status.count("replies_count"),
        0);
  }
}
