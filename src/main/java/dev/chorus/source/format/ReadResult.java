package dev.chorus.source.format;

import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One result of reading an input. A record may give several.
public sealed interface ReadResult {

  Place at();

  /// A record, or a part of one, that is a post.
  record Parsed(Place at, Post post) implements ReadResult {}

  /// A note on a post that comes apart from it: before it, behind it, or in another run.
  ///
  /// @param post id of the post that it belongs to
  record Noted(Place at, String post, Note note) implements ReadResult {}

  /// A record, or a part of one, that cannot be read as a post.
  ///
  /// @param reason the field, the value that was found, and the value that was wanted
  /// @param original the whole record; rejections of its parts share it
  record Rejected(Place at, String reason, Original original) implements ReadResult {}

  /// A remark on a record or a file, such as comments that the input itself says it left out. It is
  /// neither a post nor a rejection, and is not counted.
  ///
  /// @param example a post that the text ends with, shown to make clear how a file is understood
  record Remark(Place at, String text, Optional<Post> example) implements ReadResult {
    public Remark(Place at, String text) {
      this(at, text, Optional.empty());
    }

    /// The text with the example.
    ///
    /// @param hiding what is done to the example before it is shown
    public String shown(UnaryOperator<Post> hiding) {
      return text + example.map(hiding).map(PostJson::shown).orElse("");
    }
  }

  /// The end of one of several files of an input.
  ///
  /// @param posts how many were read from it, and notes on posts
  /// @param rejected how many of its records, or parts of them, were not
  record EndOfFile(Place at, long posts, long rejected) implements ReadResult {}
}
