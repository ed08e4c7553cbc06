package dev.chorus.cli;

import dev.chorus.index.query.FamilyCount;
import java.util.Locale;

/// Tells how many texts were posted more than once, so that nobody takes copies for opinions.
public final class FamilyNote {
  private FamilyNote() {}

  public static void say(Io io, FamilyCount count) {
    if (count.families() == 0) return;
    io.say(
        String.format(
            Locale.ENGLISH,
            "%,d posts in the index are near-identical to others: %,d %s, %,d coordinated.",
            count.posts(),
            count.families(),
            count.families() == 1 ? "family" : "families",
            count.coordinated()));
  }
}
