package dev.chorus.language;

/// A stretch of a post's text, in UTF-16 units.
///
/// @param start first unit
/// @param end one past the last unit
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a span: " + start + "-" + end);
    }
  }

  /// The words themselves.
  public String of(String text) {
    return text.substring(start, end);
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
