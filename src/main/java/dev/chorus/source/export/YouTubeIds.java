package dev.chorus.source.export;

import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.util.List;
import java.util.Optional;

/// What all readers of YouTube's comments share: the id of a reply begins with that of the comment
/// it stands under (`Ugx….9a…`), and the name shown is a handle since 2022.
final class YouTubeIds {
  static final String PLATFORM = "youtube";

  private YouTubeIds() {}

  static Optional<String> url(Optional<String> video, String comment) {
    return video.map(v -> "https://www.youtube.com/watch?v=" + v + "&lc=" + comment);
  }

  /// @param parent id of the comment above, without the platform
  static Links links(String id, Optional<String> parent) {
    Optional<String> inReplyTo = parent.map(p -> PLATFORM + ":" + p);
    return new Links(
        inReplyTo,
        Optional.empty(),
        Optional.empty(),
        inReplyTo.or(() -> Optional.of(PLATFORM + ":" + id)));
  }

  /// The comment under which a reply stands, as its own id tells.
  static Optional<String> parentIn(String id) {
    int dot = id.indexOf('.');
    return dot > 0 ? Optional.of(id.substring(0, dot)) : Optional.empty();
  }

  /// The handle where the name is one, else the name, and the channel to tell two people of one
  /// name apart.
  static Author author(RecordFields record, String name, String channel) throws FieldException {
    if (record.begins(name, "@")) {
      return record.handle(name).map(Author::ofHandle).orElse(Author.UNKNOWN);
    }
    return new Author(record.text(name), record.text(channel), Optional.empty(), List.of());
  }
}
