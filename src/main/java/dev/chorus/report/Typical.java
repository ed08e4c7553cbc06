package dev.chorus.report;

import dev.chorus.camp.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The posts that say most of what their group says: nearest to the mean of its posts, each a
/// direction in the space of words, rare words weighing more (Rocchio's centroid with inverse
/// document frequencies).
final class Typical {
  /// A word or two are near to everything.
  private static final int LEAST_WORDS = 6;

  private Typical() {}

  /// @param wordsOf the words of a post
  /// @param rarity what a word weighs
  static List<Placed> of(
      List<Placed> group,
      Function<Placed, Set<String>> wordsOf,
      Function<String, Double> rarity,
      int limit) {
    Map<String, Double> centre = new HashMap<>();
    for (Placed placed : group) {
      double length = length(wordsOf.apply(placed), rarity);
      for (String word : wordsOf.apply(placed)) {
        centre.merge(word, rarity.apply(word) / length, Double::sum);
      }
    }
    record Candidate(Placed placed, double nearness) {}
    List<Candidate> candidates = new ArrayList<>();
    for (Placed placed : group) {
      Set<String> words = wordsOf.apply(placed);
      if (words.size() < LEAST_WORDS) continue;
      double sum = 0;
      for (String word : words) sum += centre.get(word) * rarity.apply(word);
      candidates.add(new Candidate(placed, sum / length(words, rarity)));
    }
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(Candidate::nearness)
                .reversed()
                .thenComparing(c -> c.placed().reaction().post().id()))
        .limit(limit)
        .map(Candidate::placed)
        .toList();
  }

  private static double length(Set<String> words, Function<String, Double> rarity) {
    double squares = 0;
    for (String word : words) squares += rarity.apply(word) * rarity.apply(word);
    return squares > 0 ? Math.sqrt(squares) : 1;
  }
}
