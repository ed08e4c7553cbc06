package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Messages as Telegram's own protocol has them, which is how Telethon dumps them
/// (`message.to_dict()`), alone or as the answer of a request with the `users` and `chats` that it
/// names. Seen in public collections of such dumps.
///
/// Reactions of all kinds count as likes, forwards as reposts. A post of a channel without a sender
/// is the channel's.
public final class TelethonFormat implements PostFormat {
  private static final Pattern TYPE = Pattern.compile("[Mm]essage(?:Service|Empty)?");

  private static final Pattern SERVICE = Pattern.compile(".*(?:Service|Empty)");

  /// People and chats that an answer names, by `user123` and `channel123`.
  private record Known(Map<String, RecordFields> who) {
    static Known of(RecordFields answer) throws FieldException {
      Map<String, RecordFields> who = new HashMap<>();
      for (RecordFields user : objects(answer, "users")) {
        who.put("user" + user.text("id").orElse(""), user);
      }
      for (RecordFields chat : objects(answer, "chats")) {
        who.put("channel" + chat.text("id").orElse(""), chat);
        who.put("chat" + chat.text("id").orElse(""), chat);
      }
      return new Known(who);
    }

    private static List<RecordFields> objects(RecordFields answer, String key)
        throws FieldException {
      return answer.holds(key, List.class) ? answer.objects(key) : List.of();
    }

    Optional<RecordFields> find(String peer) {
      return Optional.ofNullable(who.get(peer));
    }
  }

  @Override
  public String id() {
    return "telethon";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return isMessage(record) || isAnswer(record);
  }

  private static boolean isMessage(RecordFields record) {
    boolean home = record.has("peer_id") || record.has("to_id");
    if (record.matches("_", TYPE)) return home || record.has("message") || record.has("action");
    return home
        && record.has("id")
        && record.has("date")
        && (record.has("message") || record.has("action"));
  }

  private static boolean isAnswer(RecordFields record) {
    return record.peek("messages").filter(TelethonFormat::isMessage).isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    LeftOut service = new LeftOut("service message");
    if (isMessage(record)) {
      message(record, new Known(Map.of()), results, service);
    } else {
      Known known = Known.of(record);
      results.each(record, "messages", m -> message(m, known, results, service));
    }
    service.tell(results);
  }

  private static void message(RecordFields message, Known known, Results results, LeftOut service)
      throws FieldException {
    if (message.has("action") || message.matches("_", SERVICE)) {
      Optional<RecordFields> action = message.peek("action");
      service.add(
          action.isPresent()
              ? action.get().text("_").orElse("other")
              : message.text("_").orElse("other"));
    } else {
      results.add(post(message, known));
    }
  }

  private static Post post(RecordFields message, Known known) throws FieldException {
    String number = message.id("id");
    String home = home(message);
    String id = Telegram.ownId(home, number);
    Optional<RecordFields> reply = message.peek("reply_to");
    Optional<String> inReplyTo = inReplyTo(message, reply, home);
    return Post.builder(id, message.words("message"))
        .platform(Optional.of(Telegram.PLATFORM))
        .createdAt(message.anyTime("date"))
        // Reactions change a message, too, and then its edit is hidden.
        .editedAt(message.flag("edit_hide") ? Optional.empty() : message.anyTime("edit_date"))
        .url(url(known.find(home), home, number))
        .author(author(message, known, home))
        .links(
            new Links(
                inReplyTo, Optional.empty(), original(message), thread(reply, inReplyTo, home, id)))
        .engagement(
            new Engagement(
                reactions(message),
                message.count("forwards"),
                replies(message),
                message.count("views")))
        .build();
  }

  private static String home(RecordFields message) throws FieldException {
    Optional<String> home = peer(message, "peer_id");
    if (home.isEmpty()) home = peer(message, "to_id");
    return home.isPresent() ? home.get() : message.required("peer_id", "the chat of the message");
  }

  private static Optional<String> url(Optional<RecordFields> chat, String home, String number)
      throws FieldException {
    Optional<String> username = chat.isPresent() ? chat.get().handle("username") : Optional.empty();
    if (username.isEmpty() && !home.startsWith("channel")) return Optional.empty();
    return Optional.of(Telegram.url(username, home, number));
  }

  /// What a field names, such as `channel123`; dumps made flat have a number.
  private static Optional<String> peer(RecordFields record, String key) throws FieldException {
    Optional<RecordFields> peer = record.peek(key);
    if (peer.isEmpty()) return record.text(key).map(TelethonFormat::signed);
    for (String kind : List.of("channel", "chat", "user")) {
      Optional<String> id = peer.get().text(kind + "_id");
      if (id.isPresent()) return Optional.of(kind + id.get());
    }
    return Optional.empty();
  }

  private static String signed(String number) {
    if (number.startsWith("-100")) return "channel" + Telegram.bare(number);
    if (number.startsWith("-")) return "chat" + Telegram.bare(number);
    return number;
  }

  private static Author author(RecordFields message, Known known, String home)
      throws FieldException {
    Optional<String> sender = peer(message, "from_id");
    if (sender.isEmpty()) sender = peer(message, "sender_id");
    String who = sender.orElse(home);
    if (who.chars().allMatch(Character::isDigit)) who = "user" + who;
    Optional<RecordFields> details = known.find(who);
    Optional<String> name = message.text("post_author");
    Optional<String> handle = Optional.empty();
    if (details.isPresent()) {
      if (name.isEmpty()) name = Telegram.name(details.get());
      handle = details.get().handle("username");
    }
    // The number of an account stands in for its handle.
    if (handle.isEmpty()) handle = Optional.of(who);
    return new Author(name, handle, Optional.empty(), List.of());
  }

  private static Optional<String> inReplyTo(
      RecordFields message, Optional<RecordFields> reply, String home) throws FieldException {
    if (reply.isEmpty()) {
      return message.text("reply_to_msg_id").map(parent -> Telegram.id(home, parent));
    }
    Optional<String> parent = reply.get().text("reply_to_msg_id");
    // The topic of a forum is no message that somebody answers.
    if (parent.isEmpty()
        || (reply.get().flag("forum_topic") && !reply.get().has("reply_to_top_id"))) {
      return Optional.empty();
    }
    String where = peer(reply.get(), "reply_to_peer_id").orElse(home);
    return Optional.of(Telegram.id(where, parent.get()));
  }

  private static Optional<String> thread(
      Optional<RecordFields> reply, Optional<String> inReplyTo, String home, String id)
      throws FieldException {
    if (reply.isPresent()) {
      Optional<String> top = reply.get().text("reply_to_top_id");
      if (top.isEmpty() && inReplyTo.isEmpty()) top = reply.get().text("reply_to_msg_id");
      if (top.isPresent()) return Optional.of(Telegram.id(home, top.get()));
    }
    // Where the thread of another reply began is not told.
    return inReplyTo.isPresent() ? Optional.empty() : Optional.of(id);
  }

  /// The post of a channel that a message forwards.
  private static Optional<String> original(RecordFields message) throws FieldException {
    Optional<RecordFields> forward = message.peek("fwd_from");
    if (forward.isEmpty()) return Optional.empty();
    Optional<String> channel = peer(forward.get(), "from_id");
    Optional<String> post = forward.get().text("channel_post");
    if (channel.isEmpty() || post.isEmpty()) return Optional.empty();
    return Optional.of(Telegram.id(channel.get(), post.get()));
  }

  private static long replies(RecordFields message) throws FieldException {
    Optional<RecordFields> replies = message.peek("replies");
    return replies.isPresent() ? replies.get().count("replies") : message.count("replies");
  }

  private static long reactions(RecordFields message) throws FieldException {
    Optional<RecordFields> reactions = message.peek("reactions");
    return reactions.isEmpty() ? 0 : Telegram.reactions(reactions.get(), "results");
  }
}
