package dev.chorus.source;

import dev.chorus.post.Post;
import java.util.List;
import java.util.Optional;

/// One shape that a record may have. A new format is one class, one entry in [#ALL] and one
/// fixture.
interface PostFormat {
  /// In the order in which they are asked; the last one takes what is left.
  List<PostFormat> ALL = List.of(new FlatFormat(), new ChorusFormat());

  /// Whether the record has this shape; cheap, and never fails.
  boolean recognises(Fields record);

  /// @throws FieldException if a field is missing or wrong
  Post read(Fields record) throws FieldException;

  /// The id that every format needs, checked for what an index can hold.
  static String id(Fields record, String key) throws FieldException {
    String id = record.required(key, "an id that no other post of the corpus has").strip();
    if (id.length() > Post.MAX_ID) {
      throw new FieldException(
          "\""
              + key
              + "\" has "
              + grouped(id.length())
              + " characters; an id may have at most "
              + grouped(Post.MAX_ID)
              + ".");
    }
    return id;
  }

  /// The words that every format needs.
  static String words(Fields record, String key) throws FieldException {
    String text = record.required(key, "the words of the post");
    if (text.length() > Post.MAX_TEXT) {
      throw new FieldException(
          "\""
              + key
              + "\" has "
              + grouped(text.length())
              + " characters; a post may have at most "
              + grouped(Post.MAX_TEXT)
              + ".");
    }
    return text;
  }

  /// The primary subtag of a language tag in lower case; nothing for `und`.
  static Optional<String> language(Fields record, String key) throws FieldException {
    return record
        .text(key)
        .map(tag -> tag.strip().split("[-_]")[0].toLowerCase(java.util.Locale.ROOT))
        .filter(tag -> tag.matches("[a-z]{2,3}") && !tag.equals("und"));
  }

  private static String grouped(int n) {
    return String.format(java.util.Locale.ENGLISH, "%,d", n);
  }
}
