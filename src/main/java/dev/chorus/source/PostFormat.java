package dev.chorus.source;

import dev.chorus.post.Post;
import java.util.List;

/// One shape that a record may have.
///
/// To add a format:
///
/// 1. Write a class like [FlatFormat]. It reads through [Fields], which words every complaint.
/// 2. Add it to [#ALL], in front of [ChorusFormat].
/// 3. Add a fixture to `src/test/resources/source`: a few records of your own in `ID.jsonl`, and in
/// `ID.expected.jsonl` the same ones in Chorus's shape. The test finds them by the id.
interface PostFormat {
  /// In the order in which they are asked; the last one takes what is left.
  List<PostFormat> ALL = List.of(new FlatFormat(), new ChorusFormat());

  /// The short name, such as `flat`.
  String id();

  /// Whether the record has this shape; cheap, as every record is asked, and never fails. Formats
  /// are told apart by record, not by file, so that joined files can be read.
  boolean recognises(Fields record);

  /// @throws FieldException if a field is missing or wrong
  Post read(Fields record) throws FieldException;
}
