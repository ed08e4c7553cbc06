package dev.chorus.source.layout;

import java.util.List;

/// Questions about names of columns.
public final class LayoutNames {
  private LayoutNames() {}

  /// Whether one of them is a name that the text of posts goes by.
  public static boolean holdText(List<String> names) {
    return names.stream()
        .anyMatch(
            n -> {
              var fields = FieldNames.fields(n);
              return fields.containsKey(Field.TEXT) || fields.containsKey(Field.TITLE);
            });
  }

  /// Whether it is the name of any field of a post.
  public static boolean isKnown(String name) {
    return !FieldNames.fields(name).isEmpty();
  }

  /// Names for a message, in quotation marks; the first ones of many.
  public static String quoted(List<String> names) {
    return LayoutWords.quoted(names);
  }
}
