package dev.chorus.camp.emergent;

import dev.chorus.language.Reaction;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A post as the [Clusterer] sees it.
///
/// @param id unique among the posts that are clustered together
/// @param words what it is about: distinct words, none that every text has
/// @param vector its meaning; empty where no encoder read it
/// @param sides how much it is for (up to 1) or against (down to -1) each of some things, by name;
///     what is left out counts as the middle
public record ClusteredPost(
    String id, Set<String> words, Optional<Vector> vector, Map<String, Double> sides) {
  /// The name under which [#of] keeps the mood among the sides; no target has it.
  private static final String MOOD = "";

  public ClusteredPost {
    words = Set.copyOf(words);
    sides = Map.copyOf(sides);
    sides.forEach(
        (name, side) -> {
          if (!(Math.abs(side) <= 1)) {
            throw new IllegalArgumentException("side " + side + " toward " + name);
          }
        });
  }

  /// Words, meaning, mood and stances of a reaction.
  public static ClusteredPost of(Reaction reaction) {
    Map<String, Double> sides = new TreeMap<>();
    reaction.sentiment().ifPresent(s -> sides.put(MOOD, s.score()));
    for (Stance stance : reaction.stances()) sides.put(stance.target(), side(stance));
    return new ClusteredPost(
        reaction.post().id(),
        TellingWords.content(reaction.post().text()),
        reaction.vector(),
        sides);
  }

  private static double side(Stance stance) {
    return switch (stance.side()) {
      case FAVOR -> stance.probability();
      case NONE -> 0;
      case AGAINST -> -stance.probability();
    };
  }
}
