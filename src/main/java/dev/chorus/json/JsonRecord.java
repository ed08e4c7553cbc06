package dev.chorus.json;

import java.util.Map;

/// One record of an input, as [JsonRecords] finds it.
public sealed interface JsonRecord {

  /// First line of the record, from 1.
  long line();

  /// A JSON object.
  record Good(long line, Map<String, Object> fields) implements JsonRecord {}

  /// A stretch of the input that is not a record, with the reason.
  ///
  /// @param text all of it, up to where the next record begins; empty if nothing is there, or too
  ///     much
  record Broken(long line, String reason, String text) implements JsonRecord {}
}
