package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Discord's two flat shapes. DiscordChatExporter's table (`AuthorID`, `Author`, `Date`, `Content`,
/// `Attachments`, `Reactions`) has no ids of messages, so they are made of author, time and words.
/// The copy of one's own data that Discord sends (`messages.json`, formerly `messages.csv`: `ID`,
/// `Timestamp`, `Contents`, `Attachments`) does not say whose it is.
public final class DiscordRowsFormat implements PostFormat {
  private static final String PLATFORM = "discord";

  /// One reaction in a cell such as `👍 (3),🎉 (1)`.
  private static final Pattern REACTION = Pattern.compile("\\(([0-9]{1,9})\\)(?:,|$)");

  private static final Pattern OLD_DAY =
      Pattern.compile("([0-9]{1,2})-([A-Z][a-z]{2})-([0-9]{2}) ([0-9].*)");

  @Override
  public String id() {
    return "discord-rows";
  }

  @Override
  public boolean readsRows() {
    return true;
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isPackage(record)
        || (record.has("AuthorID") && record.has("Date") && record.has("Content"));
  }

  private static boolean isPackage(RecordFields record) {
    return record.has("ID") && record.has("Timestamp") && record.has("Contents");
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    results.add(isPackage(record) ? own(record) : exported(record));
  }

  private static Post own(RecordFields row) throws FieldException {
    return Post.builder(row.id("ID", PLATFORM), row.words("Contents"))
        .platform(Optional.of(PLATFORM))
        .createdAt(row.anyTime("Timestamp"))
        .build();
  }

  private static Post exported(RecordFields row) throws FieldException {
    String words = row.words("Content");
    String account = row.id("AuthorID");
    Optional<Instant> date = date(row);
    String id = ContentId.of(PLATFORM, account, date.map(Instant::toString).orElse(""), words);
    return Post.builder(id, words)
        .platform(Optional.of(PLATFORM))
        .createdAt(date)
        .author(
            new Author(
                Optional.empty(),
                row.handle("Author").or(() -> Optional.of(account)),
                Optional.empty(),
                List.of()))
        .links(Links.NONE)
        .engagement(new Engagement(reactions(row.text("Reactions").orElse("")), 0, 0, 0))
        .build();
  }

  /// Exports before 2023 have days such as `27-Jan-25 09:30 AM`, in the time zone of the computer,
  /// which is taken for UTC.
  private static Optional<Instant> date(RecordFields row) throws FieldException {
    Optional<Matcher> day = row.text("Date").map(OLD_DAY::matcher).filter(Matcher::matches);
    if (day.isEmpty()) return row.anyTime("Date");
    return new RecordFields(Map.of("Date", day.get().replaceAll("$2 $1, 20$3 $4"))).anyTime("Date");
  }

  private static long reactions(String cell) {
    long all = 0;
    for (Matcher m = REACTION.matcher(cell); m.find(); ) all += Long.parseLong(m.group(1));
    return all;
  }
}
