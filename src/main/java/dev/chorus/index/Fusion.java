package dev.chorus.index;

import java.util.Arrays;

/// Two rankings as one: each is stretched to the range from 0 to 1 (min-max), then their weighted
/// sum decides (Fox & Shaw 1994; Bruch et al. 2023 found it better than fusing ranks). What this
/// keeps and a fusion of ranks throws away is how far ahead the best are.
final class Fusion {
  private Fusion() {}

  /// @param words query likelihood of each candidate, 0 for one that has none of the words
  /// @param meanings cosine of each candidate with the query, NaN for one that has no vector
  /// @param weight of the meanings, from 0 to 1
  /// @return a score for each candidate, from 0 to 1
  static double[] minMax(double[] words, double[] meanings, double weight) {
    double most = Arrays.stream(words).max().orElse(0);
    double nearest = Arrays.stream(meanings).filter(m -> !Double.isNaN(m)).max().orElse(0);
    double farthest = Arrays.stream(meanings).filter(m -> !Double.isNaN(m)).min().orElse(0);
    double[] fused = new double[words.length];
    for (int i = 0; i < fused.length; i++) {
      double word = most > 0 ? words[i] / most : 0;
      double meaning =
          Double.isNaN(meanings[i]) || nearest == farthest
              ? 0
              : (meanings[i] - farthest) / (nearest - farthest);
      fused[i] = (1 - weight) * word + weight * meaning;
    }
    return fused;
  }
}
