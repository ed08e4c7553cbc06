package dev.chorus.json;

import java.util.Map;
import java.util.function.Supplier;

/// One record of an input, as [JsonRecords] finds it.
public sealed interface JsonRecord {

  /// First line of the record, from 1.
  long line();

  /// The record as it stands in the input, in UTF-8.
  byte[] bytes();

  /// A JSON object.
  ///
  /// @param source makes a copy of its bytes; valid while the record is being given, as only
  ///     records that are left out need it
  record Good(long line, Map<String, Object> fields, Supplier<byte[]> source)
      implements JsonRecord {
    @Override
    public byte[] bytes() {
      return source.get();
    }

    /// The same record, with bytes that stay valid.
    public Good kept() {
      byte[] copy = bytes();
      return new Good(line, fields, () -> copy);
    }
  }

  /// A stretch of the input that is not a record, with the reason.
  ///
  /// @param bytes all of it, up to where the next record begins; empty if nothing is there, or too
  ///     much
  record Broken(long line, String reason, byte[] bytes) implements JsonRecord {}
}
