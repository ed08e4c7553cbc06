package dev.chorus.app;

import dev.chorus.cli.Io;
import dev.chorus.language.Reaction;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts posts in languages that the models do not read, so that nobody takes them for neutral.
public final class Unread {
  private final TreeMap<String, Integer> byLanguage = new TreeMap<>();

  public void count(Reaction reaction) {
    if (!reaction.read()) byLanguage.merge(reaction.lang(), 1, Integer::sum);
  }

  /// Says how many there were, if any.
  public void report(Io io) {
    if (byLanguage.isEmpty()) return;
    int all = byLanguage.values().stream().mapToInt(Integer::intValue).sum();
    io.say(
        String.format(
            Locale.ENGLISH,
            "%,d %s not in English (%s): kept, and left without scores.",
            all,
            all == 1 ? "post is" : "posts are",
            byLanguage.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "))));
  }
}
