package dev.chorus.language;

import java.util.Locale;
import java.util.Optional;

/// Which side a post takes toward a target, as in SemEval-2016 task 6.
public enum Side {
  AGAINST,
  NONE,
  FAVOR;

  /// By the names that data sets have for it: `favor`, `positive` …
  public static Optional<Side> of(String label) {
    return Optional.ofNullable(
        switch (label.toLowerCase(Locale.ROOT)) {
          case "against", "negative" -> AGAINST;
          case "none", "neutral" -> NONE;
          case "favor", "positive" -> FAVOR;
          default -> null;
        });
  }

  /// The name in output, such as `favor`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
