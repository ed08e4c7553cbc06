package dev.chorus.render.html;

/// Data inside a page.
final class Island {
  private Island() {}

  /// JSON that no parser of HTML takes for the end of the data, whatever a post says.
  static String escaped(String json) {
    return json.replace("<", "\\u003c");
  }
}
