package dev.chorus.index.text;

import java.util.Locale;

/// The terms of fields that are compared as a whole, whatever the case of their letters.
public final class KeywordTerms {
  /// Lucene refuses terms over 32,766 bytes; no honest name is near that.
  private static final int LONGEST = 1_000;

  private KeywordTerms() {}

  /// The term by which a value is found.
  public static String of(String value) {
    return clip(value.toLowerCase(Locale.ROOT));
  }

  /// The term by which a value is counted and shown.
  public static String clip(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }
}
