package dev.chorus.app.verify;

import dev.chorus.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a check found at one place.
///
/// @param kind of it
/// @param key of the figure or quote; empty for what has none
/// @param line of the file, from 1; 0 where no single line can be named
/// @param shown what the file says; may be empty
/// @param expected what the index says; empty where it says nothing of it
/// @param message the same in words, without the file
public record Finding(
    Kind kind, String key, int line, String shown, Optional<String> expected, String message) {
  private static final int LONGEST = 160;

  /// What a finding is of.
  public enum Kind {
    /// The data of a report were changed after it was made.
    DATA(true),
    /// A report and an index that cannot be compared.
    ORIGIN(true),
    FIGURE(true),
    QUOTE(true),
    /// A bar or another mark of a chart.
    CHART(true),
    /// A number, or words, that the report of this index has not there.
    UNCLAIMED(true),
    /// Words that the report of this index has, and the file has not.
    MISSING(true),
    /// A script, a style or an element that the report of this index has not there.
    MARKUP(true),
    /// A passage of an article that stands in a post as it is.
    EXACT(false),
    /// A passage of an article that stands in a post in other words.
    DIFFERS(true),
    /// A passage of an article that is in no post of the index.
    ABSENT(true),
    /// A figure of an article; no index can tell whether it is right.
    FIGURE_OF_ARTICLE(false);

    private final boolean wrong;

    Kind(boolean wrong) {
      this.wrong = wrong;
    }

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Whether the file is not in order because of it.
  public boolean wrong() {
    return kind.wrong;
  }

  /// A text for a message: in quotation marks, its middle left out if it is long.
  static String quoted(String text) {
    String clean = Json.excerpt(text.strip(), Integer.MAX_VALUE);
    if (clean.length() > LONGEST) {
      clean =
          Json.wellFormed(clean.substring(0, LONGEST / 2))
              + " … "
              + Json.wellFormed(clean.substring(clean.length() - LONGEST / 2));
    }
    return "“" + clean + "”";
  }

  /// For scripts.
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind.id());
    if (!key.isEmpty()) json.put("key", key);
    if (line > 0) json.put("line", line);
    json.put("shown", shown);
    expected.ifPresent(text -> json.put("expected", text));
    json.put("message", message);
    return json;
  }
}
