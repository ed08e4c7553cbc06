package dev.chorus.index;

import java.util.Arrays;

/// Two rankings as one: each is stretched to the range from 0 to 1 (min-max), then their weighted
/// sum decides (Fox & Shaw 1994; Bruch et al. 2023 found it better than fusing ranks). What this
/// keeps and a fusion of ranks throws away is how far ahead the best are.
final class Fusion {
  private Fusion() {}

  /// @param words query likelihood of each candidate
  /// @param meanings cosine of each candidate with the query, NaN for one that has no vector
  /// @param weight of the meanings, from 0 to 1
  /// @return a score for each candidate, from 0 to 1
  static double[] minMax(double[] words, double[] meanings, double weight) {
    double[] word = stretched(words);
    double[] meaning = stretched(meanings);
    double[] fused = new double[words.length];
    for (int i = 0; i < fused.length; i++) {
      fused[i] = (1 - weight) * word[i] + weight * meaning[i];
    }
    return fused;
  }

  /// From 0 for the least to 1 for the most; 0 for what is unknown, or where all are the same.
  private static double[] stretched(double[] scores) {
    double most = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).max().orElse(0);
    double least = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).min().orElse(0);
    return Arrays.stream(scores)
        .map(s -> Double.isNaN(s) || most == least ? 0 : (s - least) / (most - least))
        .toArray();
  }
}
