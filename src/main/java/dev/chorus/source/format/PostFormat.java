package dev.chorus.source.format;

/// One shape that a record may have. A record is one post, or a page of them as an API answers.
///
/// To add a format:
///
/// 1. Write a class like `MastodonFormat`: in `source.platform` for answers of a platform's own
/// interface, in `source.export` for files that tools and downloads make. It reads through
/// [RecordFields], which words every complaint, and hands what it finds to [Results].
/// 2. Add it to `Formats.ALL`, in front of the formats that would take its records for theirs.
/// 3. Add a fixture to `src/test/resources/source`: a few records of your own in `ID.jsonl`, and in
/// `ID.expected.jsonl` the same ones in Chorus's shape. The test finds them by the id.
public interface PostFormat {
  /// The short name, such as `mastodon`.
  String id();

  /// Whether the record has this shape; cheap, as every record is asked, and never fails. Formats
  /// are told apart by record, not by file, so that joined files can be read.
  boolean recognises(RecordFields record);

  /// Whether rows of tables have this shape, too. Then a table is read by this format if it
  /// recognises a record with the table's columns as fields, and the cells of a row, all of them
  /// words, are the fields of a record.
  default boolean readsRows() {
    return false;
  }

  /// Gives every post of the record to `results`, and a rejection for each that cannot be read.
  ///
  /// @throws FieldException if the record, or the rest of it, cannot be read
  void read(RecordFields record, Results results) throws FieldException;
}
