package dev.chorus.source.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A field of a post that a column may hold.
public enum Field {
  ID("id"),
  TEXT("text"),
  TITLE("title"),
  KIND("kind"),
  PLATFORM("platform"),
  LANG("lang"),
  CREATED_AT("createdAt"),
  /// The time of day, where a column of its own holds it beside the day.
  CLOCK("createdAt.clock"),
  EDITED_AT("editedAt"),
  URL("url"),
  /// Who it was, where the column does not say whether by name or by handle.
  AUTHOR("author"),
  NAME("author.name"),
  HANDLE("author.handle"),
  ROLE("author.role"),
  IN_REPLY_TO("inReplyTo"),
  QUOTES("quotes"),
  REPOST_OF("repostOf"),
  THREAD("thread"),
  VERSION_OF("versionOf"),
  LIKES("engagement.likes"),
  REPOSTS("engagement.reposts"),
  REPLIES("engagement.replies"),
  VIEWS("engagement.views"),
  RATING("rating");

  private final String path;

  Field(String path) {
    this.path = path;
  }

  /// Its path in Chorus's own shape, such as `author.handle`.
  public String path() {
    return path;
  }

  /// The field of this path.
  public static Optional<Field> of(String path) {
    return Arrays.stream(values()).filter(f -> f.path.equals(path)).findFirst();
  }

  /// The paths of all fields.
  public static List<String> paths() {
    return Arrays.stream(values()).map(Field::path).toList();
  }

  /// Whether it is a number of reactions.
  boolean isCount() {
    return switch (this) {
      case LIKES, REPOSTS, REPLIES, VIEWS -> true;
      default -> false;
    };
  }

  /// Whether it is the id of another post.
  boolean isLink() {
    return switch (this) {
      case IN_REPLY_TO, QUOTES, REPOST_OF, THREAD, VERSION_OF -> true;
      default -> false;
    };
  }

  /// Whether it says who wrote the post.
  boolean isAuthor() {
    return switch (this) {
      case AUTHOR, NAME, HANDLE, ROLE -> true;
      default -> false;
    };
  }
}
