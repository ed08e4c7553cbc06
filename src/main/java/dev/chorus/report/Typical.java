package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import java.util.List;

/// The posts that say most of what their group says: nearest to the mean of its posts, each a
/// direction in the space of words, rare words weighing more (Rocchio's centroid with inverse
/// document frequencies).
final class Typical {
  /// A word or two are near to everything.
  private static final int LEAST_WORDS = 6;

  private Typical() {}

  /// @param group rows, in an order that depends on the posts alone
  /// @return rows of it
  static List<Integer> of(PostColumns posts, CorpusWords corpus, int[] group, int limit) {
    TermColumn words = posts.words();
    double[] centre = new double[words.size()];
    for (int row : group) {
      for (int place = words.begin(row); place < words.begin(row + 1); place++) {
        int word = words.at(place);
        centre[word] += corpus.rarity(word) / corpus.length(row);
      }
    }
    for (int word = 0; word < centre.length; word++) centre[word] *= corpus.rarity(word);
    return Best.of(
        posts,
        group,
        row -> {
          if (words.begin(row + 1) - words.begin(row) < LEAST_WORDS) return Double.NaN;
          double sum = 0;
          for (int place = words.begin(row); place < words.begin(row + 1); place++) {
            sum += centre[words.at(place)];
          }
          return sum / corpus.length(row);
        },
        limit);
  }
}
