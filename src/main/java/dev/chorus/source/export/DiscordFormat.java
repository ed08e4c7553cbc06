package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Discord as DiscordChatExporter writes it in JSON: a channel with its messages, or a message
/// alone; also messages of Discord's own interface, whose fields have other names. The first shape
/// is that of the program's source, the second that of the interface's manual.
///
/// All reactions together count as likes. A message without words of its own is read as what it
/// shows below (`embeds`), or as the message that it forwards, which it repeats.
public final class DiscordFormat implements PostFormat {
  private static final String PLATFORM = "discord";

  /// Types of messages that somebody wrote: ordinary ones, replies and calls of commands. All
  /// others tell of events, such as "somebody joined".
  private static final Pattern WRITTEN =
      Pattern.compile("Default|Reply|ChatInputCommand|ContextMenuCommand|0|19|20|23");

  /// What stands around the messages.
  private record Around(Optional<String> guild, Optional<String> channel, boolean thread) {
    static final Around UNKNOWN = new Around(Optional.empty(), Optional.empty(), false);

    static Around of(RecordFields export) throws FieldException {
      Optional<RecordFields> guild = export.peek("guild");
      Optional<RecordFields> channel = export.peek("channel");
      if (channel.isEmpty()) return UNKNOWN;
      return new Around(
          guild.isPresent() ? guild.get().text("id") : Optional.empty(),
          channel.get().text("id"),
          channel.get().matches("type", Pattern.compile(".*Thread")));
    }
  }

  @Override
  public String id() {
    return "discord";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isMessage(record) || isExport(record);
  }

  private static boolean isExport(RecordFields record) {
    return record.holds("messages", List.class)
        && (record.peek("messages").filter(DiscordFormat::isMessage).isPresent()
            || (record.has("guild") && record.has("channel")));
  }

  private static boolean isMessage(RecordFields record) {
    return record.has("id")
        && record.has("timestamp")
        && (record.has("content") || record.has("embeds"))
        && record
            .peek("author")
            .filter(a -> a.has("id") && (a.has("name") || a.has("username")))
            .isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    LeftOut service = new LeftOut("system message");
    if (isMessage(record)) {
      message(record, Around.of(record), results, service);
    } else {
      Around around = Around.of(record);
      results.each(record, "messages", message -> message(message, around, results, service));
    }
    service.tell(results);
  }

  private static void message(RecordFields message, Around around, Results results, LeftOut service)
      throws FieldException {
    String type = message.text("type").orElse("Default");
    if (WRITTEN.matcher(type).matches()) results.add(post(message, around));
    else service.add(type);
  }

  private static Post post(RecordFields message, Around around) throws FieldException {
    String id = message.id("id", PLATFORM);
    Optional<String> channel = around.channel();
    if (channel.isEmpty()) channel = message.text("channel_id");
    Optional<RecordFields> reference =
        message.peek("reference").or(() -> message.peek("message_reference"));
    Optional<String> referred = Optional.empty();
    boolean forward = false;
    if (reference.isPresent()) {
      RecordFields r = reference.get();
      referred = r.link(r.has("messageId") ? "messageId" : "message_id", PLATFORM);
      forward = r.begins("type", "Forward") || r.text("type").filter("1"::equals).isPresent();
    }
    Optional<String> inReplyTo = forward ? Optional.empty() : referred;
    Optional<String> thread = Optional.empty();
    // A thread has the number of the message that it hangs on.
    if (around.thread()) thread = channel.map(c -> PLATFORM + ":" + c);
    else if (inReplyTo.isEmpty()) thread = Optional.of(id);
    String edited = message.has("timestampEdited") ? "timestampEdited" : "edited_timestamp";
    return Post.builder(id, words(message))
        .platform(Optional.of(PLATFORM))
        .createdAt(message.time("timestamp"))
        .editedAt(message.time(edited))
        .url(url(message, around.guild(), channel))
        .author(author(message.nested("author", "who wrote it")))
        .links(
            new Links(inReplyTo, Optional.empty(), forward ? referred : Optional.empty(), thread))
        .engagement(new Engagement(reactions(message), 0, 0, 0))
        .build();
  }

  private static String words(RecordFields message) throws FieldException {
    if (message.text("content").isPresent()) return message.words("content");
    List<Optional<String>> parts = new ArrayList<>();
    for (RecordFields shown : shown(message)) {
      parts.add(shown.text("content"));
      for (RecordFields embed : embeds(shown)) {
        parts.add(embed.text("title"));
        parts.add(embed.text("description"));
      }
    }
    return message.words("content", parts);
  }

  /// The message, and the one that it forwards.
  private static List<RecordFields> shown(RecordFields message) {
    List<RecordFields> shown = new ArrayList<>(List.of(message));
    message.peek("forwardedMessage").ifPresent(shown::add);
    message
        .peek("message_snapshots")
        .flatMap(snapshot -> snapshot.peek("message"))
        .ifPresent(shown::add);
    return shown;
  }

  private static List<RecordFields> embeds(RecordFields message) throws FieldException {
    return message.holds("embeds", List.class) ? message.objects("embeds") : List.of();
  }

  private static Optional<String> url(
      RecordFields message, Optional<String> guild, Optional<String> channel)
      throws FieldException {
    if (guild.isEmpty()) guild = message.text("guild_id");
    if (channel.isEmpty() || guild.isEmpty()) return Optional.empty();
    // Chats between people belong to no server.
    String server = guild.get().equals("0") ? "@me" : guild.get();
    return Optional.of(
        "https://discord.com/channels/" + server + "/" + channel.get() + "/" + message.id("id"));
  }

  private static Author author(RecordFields who) throws FieldException {
    Optional<String> handle = who.handle(who.has("name") ? "name" : "username");
    Optional<String> number = who.text("discriminator").filter(d -> !d.matches("0*"));
    // Names were not unique without the number behind them.
    if (handle.isPresent() && number.isPresent()) {
      handle = Optional.of(handle.get() + "#" + number.get());
    }
    if (handle.isEmpty()) handle = who.text("id");
    return new Author(
        who.text(who.has("nickname") ? "nickname" : "global_name"),
        handle,
        Optional.empty(),
        List.of());
  }

  private static long reactions(RecordFields message) throws FieldException {
    if (!message.holds("reactions", List.class)) return 0;
    long all = 0;
    for (RecordFields reaction : message.objects("reactions")) all += reaction.count("count");
    return all;
  }
}
