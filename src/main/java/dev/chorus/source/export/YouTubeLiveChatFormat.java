package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.PostFormat;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Optional;

/// Live chats as YouTube's page gets them and yt-dlp keeps them (`live_chat.json`): one action or
/// a few a line. Messages and paid messages are posts; new members, tickers and deletions are not.
public final class YouTubeLiveChatFormat implements PostFormat {
  private static final List<String> MESSAGES =
      List.of("liveChatTextMessageRenderer", "liveChatPaidMessageRenderer");

  @Override
  public String id() {
    return "youtube-live-chat";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.has("replayChatItemAction") || isAction(record);
  }

  private static boolean isAction(RecordFields record) {
    return record
        .peek("addChatItemAction")
        .filter(action -> action.has("item") || action.has("clientId"))
        .isPresent();
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    LeftOut other = new LeftOut("event of a live chat");
    if (isAction(record)) {
      action(record, results, other);
    } else {
      RecordFields replay = record.nested("replayChatItemAction", "a part of a live chat");
      results.each(replay, "actions", action -> action(action, results, other));
    }
    other.tell(results);
  }

  private static void action(RecordFields action, Results results, LeftOut other)
      throws FieldException {
    Optional<RecordFields> item = action.peek("addChatItemAction").flatMap(a -> a.peek("item"));
    Optional<RecordFields> message =
        item.flatMap(i -> MESSAGES.stream().flatMap(key -> i.peek(key).stream()).findFirst());
    if (message.isPresent()) {
      results.add(post(message.get()));
    } else {
      other.add(
          item.or(() -> Optional.of(action))
              .flatMap(i -> i.keysOfObjects().stream().findFirst())
              .orElse("unknown"));
    }
  }

  private static Post post(RecordFields message) throws FieldException {
    String id = message.id("id", YouTubeIds.PLATFORM);
    RecordFields words = message.nested("message", "the words of the message");
    Optional<RecordFields> name = message.object("authorName");
    Author author =
        name.isPresent() ? YouTubeIds.author(name.get(), "simpleText", "") : Author.UNKNOWN;
    if (author.handle().isEmpty()) {
      author =
          new Author(
              author.name(), message.text("authorExternalChannelId"), Optional.empty(), List.of());
    }
    return Post.builder(id, words.words("runs", List.of(runs(words))))
        .platform(Optional.of(YouTubeIds.PLATFORM))
        .createdAt(message.anyTime("timestampUsec"))
        .author(author)
        .links(YouTubeIds.links(message.id("id"), Optional.empty()))
        .engagement(Engagement.NONE)
        .build();
  }

  /// Words and emoji; those of a channel's own are written as their names.
  private static Optional<String> runs(RecordFields message) throws FieldException {
    if (!message.holds("runs", List.class)) return message.text("simpleText");
    StringBuilder words = new StringBuilder();
    for (RecordFields run : message.objects("runs")) {
      Optional<RecordFields> emoji = run.peek("emoji");
      if (emoji.isEmpty()) {
        words.append(run.text("text").orElse(" "));
      } else if (emoji.get().flag("isCustomEmoji")) {
        words.append(emoji.get().texts("shortcuts").stream().findFirst().orElse(""));
      } else {
        words.append(emoji.get().text("emojiId").orElse(""));
      }
    }
    return Optional.of(words.toString());
  }
}
