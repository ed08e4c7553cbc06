package dev.chorus.source.format;

import dev.chorus.json.Json;
import java.util.List;
import java.util.Map;

/// A field of a record that is missing or wrong. The message names the field, the value that was
/// found and the value that was wanted.
public final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  public FieldException(String message) {
    super(message);
  }

  /// A wrong value.
  public static FieldException found(String field, Object found, String wanted) {
    return new FieldException("\"" + field + "\" is " + shown(found) + "; wanted " + wanted + ".");
  }

  public static FieldException missing(String field, String wanted) {
    return new FieldException("\"" + field + "\" is missing; wanted " + wanted + ".");
  }

  /// UTF-16 units of a value that a message shows.
  private static final int SHOWN = 60;

  private static String shown(Object value) {
    return switch (value) {
      case null -> "null";
      case String s -> "\"" + Json.excerpt(s, SHOWN) + "\"";
      case Map<?, ?> _ -> "an object";
      case List<?> _ -> "a list";
      default -> Json.excerpt(value.toString(), SHOWN);
    };
  }
}
