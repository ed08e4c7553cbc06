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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// LinkedIn as its web pages get it ("Voyager"): updates of a feed, alone or in whole answers.
///
/// An update says only how long ago it was posted ("2w"), but its number holds the moment: the
/// upper bits are milliseconds since 1970. The headline of a person becomes the role.
///
/// The shape is that which open programs read; LinkedIn has no documents on it.
public final class LinkedInFormat implements PostFormat {
  private static final String PLATFORM = "linkedin";

  /// What an update is about, by the kinds of things that LinkedIn numbers alike.
  private static final Pattern NUMBER =
      Pattern.compile("urn:li:(?:activity|ugcPost|share):([0-9]{15,20})");

  private static final Pattern PROFILE =
      Pattern.compile("linkedin\\.com/(?:in|company|school|showcase)/([^/?#]+)");

  private static final Pattern FOLLOWERS = Pattern.compile("[0-9.,  KM]+ \\p{L}+");

  /// Bits of a number below the milliseconds.
  private static final int BELOW_TIME = 22;

  @Override
  public String id() {
    return "linkedin";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isUpdate(record)
        || ((record.has("included") || record.has("elements") || record.has("data"))
            && !record.has("id")
            && Pages.hold(record, LinkedInFormat::isUpdate));
  }

  private static boolean isUpdate(RecordFields record) {
    return record.peek("actor").filter(actor -> actor.peek("name").isPresent()).isPresent()
        && (record.peek("updateMetadata").isPresent()
            || record.begins("preDashEntityUrn", "urn:li:")
            || record.begins("entityUrn", "urn:li:"));
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    Pages.each(record, LinkedInFormat::isUpdate, results, update -> results.add(post(update)));
  }

  private static Post post(RecordFields update) throws FieldException {
    String number = number(update);
    String id = PLATFORM + ":" + number;
    Optional<RecordFields> shared = shared(update);
    boolean isRepost = shared.isPresent() && words(update).isEmpty();
    RecordFields words = isRepost ? shared.get() : update;
    Optional<String> other = Optional.empty();
    if (shared.isPresent()) other = Optional.of(PLATFORM + ":" + number(shared.get()));
    return Post.builder(id, words.words("commentary", List.of(words(words))))
        .platform(Optional.of(PLATFORM))
        .createdAt(Optional.of(Instant.ofEpochMilli(Long.parseLong(number) >> BELOW_TIME)))
        .url(Optional.of("https://www.linkedin.com/feed/update/urn:li:activity:" + number + "/"))
        .author(author(update.nested("actor", "who posted it")))
        .links(
            new Links(
                Optional.empty(),
                isRepost ? Optional.empty() : other,
                isRepost ? other : Optional.empty(),
                Optional.of(id)))
        // The counts of a repost are the original's.
        .engagement(isRepost ? Engagement.NONE : engagement(update))
        .build();
  }

  private static Optional<RecordFields> shared(RecordFields update) {
    return update
        .peek("*resharedUpdate")
        .or(() -> update.peek("resharedUpdate"))
        .filter(LinkedInFormat::isUpdate);
  }

  private static String number(RecordFields update) throws FieldException {
    RecordFields naming =
        update.peek("updateMetadata").filter(meta -> meta.has("urn")).orElse(update);
    String key =
        naming.has("urn")
            ? "urn"
            : naming.has("preDashEntityUrn") ? "preDashEntityUrn" : "entityUrn";
    Matcher number = NUMBER.matcher(naming.id(key));
    // An update about several posts names them all; the first one is shown.
    if (number.find() && number.group(1).length() <= LONGEST) return number.group(1);
    throw naming.wrong(key, "the number of a post such as urn:li:activity:7289000000000000000");
  }

  /// Digits of a number that fits.
  private static final int LONGEST = 19;

  private static Optional<String> words(RecordFields update) throws FieldException {
    Optional<RecordFields> text = update.peek("commentary", "text");
    return text.isEmpty() ? Optional.empty() : text.get().text("text");
  }

  private static Author author(RecordFields actor) throws FieldException {
    Optional<RecordFields> name = actor.peek("name");
    Optional<RecordFields> headline = actor.peek("description");
    Optional<RecordFields> link = actor.peek("navigationContext");
    Optional<String> address = link.isEmpty() ? Optional.empty() : link.get().text("actionTarget");
    return new Author(
        name.isEmpty() ? Optional.empty() : name.get().text("text").map(String::strip),
        address.map(PROFILE::matcher).filter(Matcher::find).map(m -> m.group(1)),
        headline.isEmpty()
            ? Optional.empty()
            // Under the name of a company stands how many follow it.
            : headline.get().text("text").filter(h -> !FOLLOWERS.matcher(h.strip()).matches()),
        List.of());
  }

  private static Engagement engagement(RecordFields update) throws FieldException {
    Optional<RecordFields> social =
        update.peek("*socialDetail").or(() -> update.peek("socialDetail"));
    Optional<RecordFields> counts =
        social.flatMap(
            s ->
                s.peek("*totalSocialActivityCounts").or(() -> s.peek("totalSocialActivityCounts")));
    if (counts.isPresent()) {
      return new Engagement(
          counts.get().count("numLikes"),
          counts.get().count("numShares"),
          counts.get().count("numComments"),
          counts.get().count("numImpressions"));
    }
    if (social.isEmpty()) return Engagement.NONE;
    return new Engagement(
        total(social.get(), "likes"),
        social.get().count("totalShares"),
        total(social.get(), "comments"),
        0);
  }

  private static long total(RecordFields social, String key) throws FieldException {
    Optional<RecordFields> paging = social.peek(key, "paging");
    return paging.isEmpty() ? 0 : paging.get().count("total");
  }
}
