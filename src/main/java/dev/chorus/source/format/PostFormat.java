package dev.chorus.source.format;

import java.util.List;

/// One shape that a record may have. A record is one post, or a page of them as an API answers.
///
/// To add a format:
///
/// 1. Write a class like [MastodonFormat]. It reads through [RecordFields], which words every
/// complaint, and hands what it finds to [Results].
/// 2. Add it to [#ALL], in front of the formats that would take its records for theirs.
/// 3. Add a fixture to `src/test/resources/source`: a few records of your own in `ID.jsonl`, and in
/// `ID.expected.jsonl` the same ones in Chorus's shape. The test finds them by the id.
public interface PostFormat {
  /// In the order in which they are asked; the last one takes all other records.
  List<PostFormat> ALL =
      List.of(
          new RejectsFormat(),
          new XV2Format(),
          new XV1Format(),
          new RedditFormat(),
          new HackerNewsFormat(),
          new AlgoliaFormat(),
          new MastodonFormat(),
          new BlueskyFormat(),
          new YouTubeFormat(),
          new ContainerFormat(),
          new FlatFormat(),
          new ChorusFormat());

  /// The first format that recognises the record.
  static PostFormat of(RecordFields record) {
    for (PostFormat format : ALL) {
      if (format.recognises(record)) return format;
    }
    throw new IllegalStateException("the last format takes every record");
  }

  /// The format of this id.
  static PostFormat named(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst().orElseThrow();
  }

  /// The short name, such as `mastodon`.
  String id();

  /// Whether the record has this shape; cheap, as every record is asked, and never fails. Formats
  /// are told apart by record, not by file, so that joined files can be read.
  boolean recognises(RecordFields record);

  /// Gives every post of the record to `results`, and a rejection for each that cannot be read.
  ///
  /// @throws FieldException if the record, or the rest of it, cannot be read
  void read(RecordFields record, Results results) throws FieldException;
}
