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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Posts in the language that servers like Mastodon's speak among themselves (ActivityPub): the
/// `outbox.json` of an account's archive, outboxes that servers publish, and single notes and
/// activities.
///
/// Ids are those that Mastodon's own interface has for the posts of its server, so that a post of
/// an archive and the same post from there are one. A post of another server is named by its whole
/// address. A boost is only the address of what was boosted, and has no words to read.
public final class ActivityPubFormat implements PostFormat {
  private static final String PLATFORM = "mastodon";

  private static final Set<String> NOTES = Set.of("Note", "Question", "Article", "Page");

  private static final Set<String> ACTIVITIES = Set.of("Create", "Update", "Announce");

  /// The address of a post on a server of Mastodon's.
  private static final Pattern STATUS =
      Pattern.compile("(https?://[^/]+)/(?:users/[^/]+/statuses|@[^/]+)/([0-9]+)(?:/activity)?");

  private static final Pattern ACTOR =
      Pattern.compile("https?://[^/]+/(?:users/|@|u/|profile/|channel/)?([^/]+)/?");

  @Override
  public String id() {
    return "activitypub";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.holds("orderedItems", List.class) || isActivity(record) || isNote(record);
  }

  private static boolean isActivity(RecordFields record) {
    return record.has("actor")
        && record.has("object")
        && ACTIVITIES.stream().anyMatch(type -> record.begins("type", type));
  }

  private static boolean isNote(RecordFields record) {
    return (record.has("attributedTo") || record.has("published"))
        && record.has("content")
        && NOTES.stream().anyMatch(type -> record.begins("type", type));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (!record.has("orderedItems")) {
      results.add(post(record));
      return;
    }
    int boosts = 0;
    List<RecordFields> items = record.inner("orderedItems");
    for (RecordFields item : items) {
      if (isBoost(item)) boosts++;
      else results.attempt(() -> results.add(post(item)));
    }
    // Lists of likes and bookmarks look the same, and hold nothing but addresses.
    int addresses = record.size("orderedItems") - items.size();
    if (boosts > 0) results.remark(left(boosts, "boosts"));
    if (addresses > 0) results.remark(left(addresses, "items"));
  }

  private static boolean isBoost(RecordFields item) {
    return item.begins("type", "Announce");
  }

  private static String left(int number, String what) {
    return String.format(
        Locale.ENGLISH,
        "%s left out, as only the address of a post stands there, without its words: %,d.",
        what,
        number);
  }

  private static Post post(RecordFields item) throws FieldException {
    if (isBoost(item) && item.peek("object").isEmpty()) {
      throw item.wrong("object", "a post with its words, but a boost has only the address");
    }
    if (!item.has("object")) return note(item, Optional.empty());
    return note(item.nested("object", "a note"), item.text("actor"));
  }

  private static Post note(RecordFields note, Optional<String> actor) throws FieldException {
    String address = note.id("id");
    String id = PLATFORM + ":" + number(address, address);
    Optional<String> inReplyTo = link(note, "inReplyTo", address);
    Optional<String> quotes = link(note, "quote", address);
    if (quotes.isEmpty()) quotes = link(note, "quoteUri", address);
    if (quotes.isEmpty()) quotes = link(note, "quoteUrl", address);
    Optional<String> by =
        note.holds("attributedTo", String.class) ? note.text("attributedTo") : actor;
    return Post.builder(id, words(note))
        .platform(Optional.of(PLATFORM))
        .lang(
            note.peek("contentMap")
                .flatMap(words -> words.names().stream().findFirst())
                .flatMap(RecordFields::languageOf))
        .createdAt(note.time("published"))
        .editedAt(note.time("updated"))
        .url(note.holds("url", String.class) ? note.text("url") : Optional.of(address))
        .author(by.flatMap(ActivityPubFormat::handle).map(Author::ofHandle).orElse(Author.UNKNOWN))
        .links(
            new Links(
                inReplyTo,
                quotes,
                Optional.empty(),
                // Where the thread of a reply began is not told.
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id)))
        .engagement(
            new Engagement(total(note, "likes"), total(note, "shares"), total(note, "replies"), 0))
        .build();
  }

  private static String words(RecordFields note) throws FieldException {
    Optional<String> content = note.text("content").map(Html::text).filter(t -> !t.isBlank());
    // An article has a title. All that somebody wrote beside a picture may be the warning.
    Optional<String> above =
        note.has("name")
            ? note.text("name")
            : content.isEmpty() ? note.text("summary") : Optional.empty();
    return note.words("content", List.of(above, content));
  }

  private static Optional<String> handle(String actor) {
    Matcher address = ACTOR.matcher(actor);
    return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
  }

  private static Optional<String> link(RecordFields note, String key, String own)
      throws FieldException {
    if (!note.holds(key, String.class)) return Optional.empty();
    return note.text(key).map(address -> PLATFORM + ":" + number(address.strip(), own));
  }

  /// The number of a post on the server of `own`; the whole address of others, as their numbers
  /// mean nothing there.
  private static String number(String address, String own) {
    Matcher status = STATUS.matcher(address);
    return status.matches() && own.startsWith(status.group(1) + "/") ? status.group(2) : address;
  }

  private static long total(RecordFields note, String key) throws FieldException {
    Optional<RecordFields> all = note.peek(key);
    return all.isEmpty() ? 0 : all.get().count("totalItems");
  }
}
