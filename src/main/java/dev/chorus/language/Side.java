package dev.chorus.language;

import java.util.Locale;

/// Which side a post takes toward a target, as in SemEval-2016 task 6.
public enum Side {
  AGAINST,
  NONE,
  FAVOR;

  /// The name in output, such as `favor`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
