package dev.chorus.language;

import java.util.Locale;

/// The three classes of sentiment, as in SemEval: objective and evenly mixed texts are neutral.
public enum Mood {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  /// The name in output, such as `negative`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
