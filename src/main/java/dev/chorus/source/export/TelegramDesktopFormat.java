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
import java.util.Optional;
import java.util.regex.Pattern;

/// The `result.json` of Telegram Desktop: one chat, or all chats of an account (`chats` and
/// `left_chats`); also a message of it alone. Its shape is that of the program's own source.
///
/// Reactions of all kinds count as likes. A forwarded message is a post of whoever forwarded it, as
/// the export names the author of the original and no id. `date` is in the time zone of the
/// computer that exported, so `date_unixtime` is preferred; exports before 2021 have the former
/// alone, and it is taken for UTC.
public final class TelegramDesktopFormat implements PostFormat {
  private static final Pattern CHAT =
      Pattern.compile(
          "(?:personal|bot)_chat|saved_messages|replies|verify_codes"
              + "|(?:private|public)_(?:group|supergroup|channel)");

  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,9}");

  private static final long DAY = 86_400;

  private static final Pattern LINKED = Pattern.compile(".*(?:supergroup|channel)");

  private static final Pattern MESSAGE = Pattern.compile("message|service|unsupported");

  /// The chat of a message: what stands around it in the export.
  private record Chat(Optional<String> id, Optional<String> name, boolean linked) {
    static final Chat UNKNOWN = new Chat(Optional.empty(), Optional.empty(), false);

    static Chat of(RecordFields chat) throws FieldException {
      return new Chat(chat.text("id"), chat.text("name"), chat.matches("type", LINKED));
    }
  }

  @Override
  public String id() {
    return "telegram";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isMessage(record) || isChat(record) || isAccount(record);
  }

  private static boolean isMessage(RecordFields record) {
    return record.matches("type", MESSAGE)
        && record.has("id")
        && (record.has("date_unixtime")
            || (record.has("date") && (record.has("from_id") || record.has("from")))
            || record.has("text_entities")
            || (record.has("date") && record.has("action")));
  }

  private static boolean isChat(RecordFields record) {
    return record.holds("messages", List.class)
        && (record.matches("type", CHAT)
            || record.peek("messages").filter(TelegramDesktopFormat::isMessage).isPresent());
  }

  private static boolean isAccount(RecordFields record) {
    return isListOfChats(record, "chats") || isListOfChats(record, "left_chats");
  }

  private static boolean isListOfChats(RecordFields record, String key) {
    return record
        .peek(key)
        .filter(chats -> chats.holds("list", List.class))
        .filter(
            chats ->
                chats.isEmpty("list")
                    || chats.peek("list").filter(TelegramDesktopFormat::isChat).isPresent())
        .isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    LeftOut service = new LeftOut("service message");
    if (isMessage(record)) {
      message(record, Chat.UNKNOWN, results, service);
    } else if (record.holds("messages", List.class)) {
      chat(record, results, service);
    } else {
      for (String list : List.of("chats", "left_chats")) {
        if (!isListOfChats(record, list)) continue;
        results.each(record.nested(list, "chats"), "list", chat -> chat(chat, results, service));
      }
    }
    service.tell(results);
  }

  private static void chat(RecordFields chat, Results results, LeftOut service)
      throws FieldException {
    Chat around = Chat.of(chat);
    results.each(chat, "messages", message -> message(message, around, results, service));
  }

  private static void message(RecordFields message, Chat chat, Results results, LeftOut service)
      throws FieldException {
    if (message.begins("type", "service")) {
      service.add(message.text("action").orElse("other"));
    } else {
      results.add(post(message, chat));
    }
  }

  private static Post post(RecordFields message, Chat chat) throws FieldException {
    String number = message.id("id");
    Optional<Instant> date = time(message, "date");
    Optional<String> home = home(message, chat);
    // Without a chat the number says little; with the second it is one of a kind.
    String second = "at" + date.map(Instant::getEpochSecond).orElse(0L);
    String id = Telegram.ownId(home.orElse(second), number);
    Optional<String> inReplyTo = inReplyTo(message, home);
    return Post.builder(id, message.words("text", List.of(message.joined("text", "text"))))
        .platform(Optional.of(Telegram.PLATFORM))
        .createdAt(date)
        .editedAt(time(message, "edited"))
        .url(home.filter(_ -> chat.linked()).map(h -> Telegram.url(Optional.empty(), h, number)))
        .author(
            new Author(
                message.text("from"),
                message.text("from_id").map(TelegramDesktopFormat::account),
                Optional.empty(),
                List.of()))
        .links(
            new Links(
                inReplyTo,
                Optional.empty(),
                Optional.empty(),
                // Where the thread of a reply began is not told.
                inReplyTo.isPresent() ? Optional.empty() : Optional.of(id)))
        .engagement(new Engagement(Telegram.reactions(message, "reactions"), 0, 0, 0))
        .build();
  }

  /// Exports before 2021 have bare numbers for people.
  private static String account(String from) {
    return SHORT_NUMBER.matcher(from).matches() ? "user" + from : from;
  }

  /// The chat, or its name if it has no id; for a message alone, the channel that wrote it.
  private static Optional<String> home(RecordFields message, Chat chat) throws FieldException {
    if (chat.id().isPresent()) return chat.id();
    if (chat.name().isPresent()) return chat.name();
    if (message.begins("from_id", "channel")) return message.text("from_id");
    return Optional.empty();
  }

  private static Optional<String> inReplyTo(RecordFields message, Optional<String> home)
      throws FieldException {
    Optional<String> parent = message.text("reply_to_message_id");
    // The chat of the parent is named if it is another one.
    Optional<String> peer = message.text("reply_to_peer_id").or(() -> home);
    if (parent.isEmpty() || peer.isEmpty()) return Optional.empty();
    return Optional.of(Telegram.id(peer.get(), parent.get()));
  }

  private static Optional<Instant> time(RecordFields message, String key) throws FieldException {
    String seconds = key + "_unixtime";
    Optional<Instant> time = message.has(seconds) ? message.seconds(seconds) : message.time(key);
    // Some versions write 0 for a message that nobody edited.
    return time.filter(t -> t.getEpochSecond() > DAY);
  }
}
