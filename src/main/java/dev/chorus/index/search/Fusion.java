package dev.chorus.index.search;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Two rankings as one: each is stretched to the range from 0 to 1 (min-max), then their weighted
/// sum decides (Fox & Shaw 1994; Bruch et al. 2023 found it better than fusing ranks). What this
/// keeps and a fusion of ranks throws away is how far ahead the best are.
public final class Fusion {
  private Fusion() {}

  /// @param words query likelihood of each candidate
  /// @param meanings cosine of each candidate with the query, NaN for one that has no vector
  /// @param weight of the meanings, from 0 to 1
  /// @return a score for each candidate, from 0 to 1
  public static double[] minMax(double[] words, double[] meanings, double weight) {
    return minMax(words, meanings, weight, stretch(words, meanings));
  }

  /// @param stretch from which to which score each ranking reaches, as [#stretch] gives it; what
  ///     lies outside counts as its end
  public static double[] minMax(
      double[] words, double[] meanings, double weight, double[] stretch) {
    double[] fused = new double[words.length];
    for (int i = 0; i < fused.length; i++) {
      fused[i] =
          (1 - weight) * stretched(words[i], stretch[0], stretch[1])
              + weight * stretched(meanings[i], stretch[2], stretch[3]);
    }
    return fused;
  }

  /// The least and the most of the words' scores, then of the meanings'.
  static double[] stretch(double[] words, double[] meanings) {
    return new double[] {
      known(words).min().orElse(0),
      known(words).max().orElse(0),
      known(meanings).min().orElse(0),
      known(meanings).max().orElse(0)
    };
  }

  private static DoubleStream known(double[] scores) {
    return Arrays.stream(scores).filter(s -> !Double.isNaN(s));
  }

  /// From 0 for the least to 1 for the most; 0 for what is unknown, or where all are the same.
  static double stretched(double score, double least, double most) {
    if (Double.isNaN(score) || most == least) return 0;
    return Math.clamp((score - least) / (most - least), 0, 1);
  }
}
