package dev.chorus.source;

/// A field of a record that is missing or wrong. The message names the field, what was found and
/// what was wanted.
final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  FieldException(String message) {
    super(message);
  }

  /// A value that is not what it should be.
  static FieldException found(String field, Object found, String wanted) {
    return new FieldException("\"" + field + "\" is " + shown(found) + "; wanted " + wanted + ".");
  }

  static FieldException missing(String field, String wanted) {
    return new FieldException("\"" + field + "\" is missing; wanted " + wanted + ".");
  }

  private static final int SHOWN = 60;

  private static String shown(Object value) {
    return switch (value) {
      case null -> "null";
      case String s -> {
        String visible = s.replaceAll("\\p{Cntrl}", "\uFFFD");
        yield "\""
            + (visible.length() > SHOWN ? visible.substring(0, SHOWN) + "…" : visible)
            + "\"";
      }
      case java.util.Map<?, ?> _ -> "an object";
      case java.util.List<?> _ -> "a list";
      default -> value.toString();
    };
  }
}
