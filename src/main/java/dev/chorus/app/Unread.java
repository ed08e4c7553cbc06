package dev.chorus.app;

import dev.chorus.language.Reaction;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts posts in languages that the models do not read, so that nobody takes them for neutral.
public final class Unread {
  private final TreeMap<String, Integer> byLanguage = new TreeMap<>();

  /// Counts the reaction if its post was not read.
  public void count(Reaction reaction) {
    if (!reaction.read()) byLanguage.merge(reaction.lang(), 1, Integer::sum);
  }

  /// Posts by their language, such as `fr`.
  public SortedMap<String, Integer> byLanguage() {
    return Collections.unmodifiableSortedMap(byLanguage);
  }
}
