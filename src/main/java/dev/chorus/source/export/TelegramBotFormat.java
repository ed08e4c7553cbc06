package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Optional;

/// Messages as Telegram shows them to bots: updates, answers of `getUpdates`, single messages; and
/// as Pyrogram writes them, which has other names for a few fields. Known from the interface's
/// manual; Pyrogram's from memory, whose times are without a zone and taken for UTC.
public final class TelegramBotFormat implements PostFormat {
  private static final List<String> CARRIED =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_message",
          "edited_business_message");

  /// Fields of messages that tell of an event in the chat, which nobody wrote.
  private static final List<String> SERVICE =
      List.of(
          "service",
          "new_chat_members",
          "new_chat_member",
          "new_chat_participant",
          "left_chat_member",
          "left_chat_participant",
          "new_chat_title",
          "new_chat_photo",
          "delete_chat_photo",
          "group_chat_created",
          "supergroup_chat_created",
          "channel_chat_created",
          "migrate_to_chat_id",
          "migrate_from_chat_id",
          "pinned_message",
          "forum_topic_created",
          "forum_topic_closed",
          "forum_topic_edited",
          "forum_topic_reopened",
          "video_chat_started",
          "video_chat_ended",
          "video_chat_scheduled",
          "video_chat_participants_invited",
          "message_auto_delete_timer_changed",
          "boost_added",
          "chat_background_set");

  @Override
  public String id() {
    return "telegram-bot";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isMessage(record)
        || isUpdate(record)
        || record.peek("result").filter(TelegramBotFormat::isUpdate).isPresent()
        || record.peek("messages").filter(TelegramBotFormat::isMessage).isPresent();
  }

  private static boolean isMessage(RecordFields record) {
    return record.has("date")
        && (record.has("message_id") || record.has("id"))
        && record.peek("chat").filter(chat -> chat.has("id") && chat.has("type")).isPresent();
  }

  private static boolean isUpdate(RecordFields record) {
    return record.has("update_id")
        || CARRIED.stream()
            .anyMatch(key -> record.peek(key).filter(TelegramBotFormat::isMessage).isPresent());
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    LeftOut service = new LeftOut("service message");
    if (isMessage(record)) {
      message(record, results, service);
    } else if (isUpdate(record)) {
      update(record, results, service);
    } else if (record.holds("result", List.class)) {
      results.each(record, "result", update -> update(update, results, service));
    } else {
      results.each(record, "messages", message -> message(message, results, service));
    }
    service.tell(results);
  }

  private static void update(RecordFields update, Results results, LeftOut service)
      throws FieldException {
    for (String key : CARRIED) {
      Optional<RecordFields> message = update.object(key);
      if (message.isEmpty()) continue;
      message(message.get(), results, service);
      return;
    }
    service.add("update without a message");
  }

  private static void message(RecordFields message, Results results, LeftOut service)
      throws FieldException {
    Optional<String> event = SERVICE.stream().filter(message::has).findFirst();
    if (event.isPresent()) service.add(message.joined("service", "").orElse(event.get()));
    else results.add(post(message));
  }

  private static Post post(RecordFields message) throws FieldException {
    String key = message.has("message_id") ? "message_id" : "id";
    String number = message.id(key);
    RecordFields chat = message.nested("chat", "the chat of the message");
    String home = chat.id("id");
    String id = Telegram.ownId(home, number);
    Optional<String> inReplyTo = inReplyTo(message, home);
    Optional<String> words = message.joined("text", "text");
    return Post.builder(
            id, message.words("text", List.of(words, message.joined("caption", "text"))))
        .platform(Optional.of(Telegram.PLATFORM))
        .createdAt(message.anyTime("date"))
        .editedAt(message.flag("edit_hidden") ? Optional.empty() : message.anyTime("edit_date"))
        .url(url(message, chat, home, number))
        .author(author(message, chat))
        .links(
            new Links(
                inReplyTo,
                Optional.empty(),
                original(message),
                thread(message, inReplyTo, home, id)))
        .engagement(
            new Engagement(
                reactions(message), message.count("forwards"), 0, message.count("views")))
        .build();
  }

  private static Optional<String> url(
      RecordFields message, RecordFields chat, String home, String number) throws FieldException {
    if (message.begins("link", "http")) return message.text("link");
    Optional<String> username = chat.handle("username");
    if (username.isEmpty() && !home.startsWith("-100")) return Optional.empty();
    return Optional.of(Telegram.url(username, home, number));
  }

  /// Whoever sent it; a channel, or a group that its administrators speak for, is a sender, too.
  private static Author author(RecordFields message, RecordFields chat) throws FieldException {
    RecordFields who =
        message
            .peek("sender_chat")
            .or(() -> message.peek("from_user"))
            .or(() -> message.peek("from"))
            .orElse(chat);
    Optional<String> name = Telegram.name(who);
    Optional<String> handle = who.handle("username");
    if (handle.isEmpty()) {
      String kind = who.begins("id", "-") || who.has("title") ? "channel" : "user";
      handle = who.text("id").map(number -> kind + Telegram.bare(number));
    }
    return new Author(name, handle, Optional.empty(), List.of());
  }

  private static Optional<String> inReplyTo(RecordFields message, String home)
      throws FieldException {
    Optional<RecordFields> parent = message.peek("reply_to_message");
    // In a forum, every message answers the one that opened the topic.
    if (parent.isPresent() && parent.get().has("forum_topic_created")) return Optional.empty();
    Optional<String> number = message.text("reply_to_message_id");
    if (number.isEmpty() && parent.isPresent()) {
      number = parent.get().text(parent.get().has("message_id") ? "message_id" : "id");
    }
    return number.map(n -> Telegram.id(home, n));
  }

  private static Optional<String> thread(
      RecordFields message, Optional<String> inReplyTo, String home, String id)
      throws FieldException {
    String key = message.has("message_thread_id") ? "message_thread_id" : "reply_to_top_message_id";
    Optional<String> top = message.text(key);
    if (top.isPresent()) return Optional.of(Telegram.id(home, top.get()));
    // Where the thread of another reply began is not told.
    return inReplyTo.isPresent() ? Optional.empty() : Optional.of(id);
  }

  /// The post of a channel that a message forwards.
  private static Optional<String> original(RecordFields message) throws FieldException {
    RecordFields forward = message.peek("forward_origin").orElse(message);
    Optional<RecordFields> chat =
        forward
            .peek("chat")
            .filter(_ -> forward != message)
            .or(() -> message.peek("forward_from_chat"));
    Optional<String> number =
        forward == message ? message.text("forward_from_message_id") : forward.text("message_id");
    if (chat.isEmpty() || number.isEmpty()) return Optional.empty();
    Optional<String> home = chat.get().text("id");
    return home.isEmpty() ? home : Optional.of(Telegram.id(home.get(), number.get()));
  }

  private static long reactions(RecordFields message) throws FieldException {
    Optional<RecordFields> reactions = message.peek("reactions");
    if (reactions.isEmpty()) return 0;
    return reactions.get().holds("reactions", List.class)
        ? Telegram.reactions(reactions.get(), "reactions")
        : Telegram.reactions(message, "reactions");
  }
}
