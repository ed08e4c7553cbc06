package dev.chorus.source.layout;

import dev.chorus.source.format.DayOrder;
import java.util.Map;
import java.util.Set;

/// What is known of a file before its columns are looked at.
///
/// @param file its name without folders, for ids that are unique in the file only
/// @param columns the name of a column for each field that somebody named, by the field's path
/// @param days which number comes first in `03/02/2025`, if somebody said so
/// @param ids whether the ids of the file are to be taken, if somebody said so
/// @param doubles names that several columns have
/// @param isTable whether the records are rows; else they are JSON
public record LayoutSettings(
    String file,
    Map<String, String> columns,
    DayOrder days,
    Ids ids,
    Set<String> doubles,
    boolean isTable) {

  /// What becomes of ids.
  public enum Ids {
    /// As they are, if they are evidently a platform's own.
    AUTO,
    /// As they are.
    NATIVE,
    /// Made from platform, author, time and text.
    MADE
  }

  /// A column or a field of JSON, for messages.
  String columnWord() {
    return isTable ? "column" : "field";
  }
}
