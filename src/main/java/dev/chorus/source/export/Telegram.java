package dev.chorus.source.export;

import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How all readers of Telegram name posts and people, so that the same message has the same id in
/// the exports of all programs: `telegram:CHAT/MESSAGE`, as messages are numbered in each chat
/// anew.
final class Telegram {
  static final String PLATFORM = "telegram";

  /// Signs in front of the number of a chat: what it is (`channel123`), or `-100` of a channel and
  /// `-` of a group in the interface for bots.
  private static final Pattern SIGN = Pattern.compile("^(?:user|chat|channel|-100(?=[0-9]{5})|-)");

  private Telegram() {}

  /// The id of a post.
  ///
  /// @param chat number or name of its chat, with or without a sign in front
  static String id(String chat, String message) {
    return PLATFORM + ":" + bare(chat) + "/" + message.strip();
  }

  /// The same of the post that is read.
  ///
  /// @throws FieldException if it is longer than ids may be
  static String ownId(String chat, String message) throws FieldException {
    String id = id(chat, message);
    if (id.length() <= Post.MAX_ID) return id;
    throw new FieldException(
        "the name of the chat and the number of the message have %,d characters; an id may have at most %,d."
            .formatted(id.length(), Post.MAX_ID));
  }

  /// The number of a chat without signs.
  static String bare(String chat) {
    String stripped = chat.strip();
    String bare = SIGN.matcher(stripped).replaceFirst("");
    return bare.chars().allMatch(Character::isDigit) && !bare.isEmpty() ? bare : stripped;
  }

  /// Where members of a chat find a message.
  static String url(Optional<String> username, String chat, String message) {
    return username
        .map(name -> "https://t.me/" + name + "/" + message)
        .orElse("https://t.me/c/" + bare(chat) + "/" + message);
  }

  /// First and last name, or title.
  static Optional<String> name(RecordFields who) throws FieldException {
    Optional<String> first = who.text("first_name");
    Optional<String> last = who.text("last_name");
    if (first.isPresent() && last.isPresent()) return Optional.of(first.get() + " " + last.get());
    return first.or(() -> last).or(() -> who.joined("title", "text"));
  }

  /// All reactions together.
  ///
  /// @param list the field that holds them, with a `count` each
  static long reactions(RecordFields record, String list) throws FieldException {
    if (!record.holds(list, List.class)) return 0;
    long all = 0;
    for (RecordFields reaction : record.objects(list)) all += reaction.count("count");
    return all;
  }
}
