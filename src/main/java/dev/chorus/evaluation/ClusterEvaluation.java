package dev.chorus.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well clusters agree with groups that somebody made by hand. The names of both mean nothing.
///
/// @param posts how many were clustered
/// @param given groups made by hand
/// @param found clusters
/// @param alone clusters of a single post
/// @param nmi normalised mutual information: mutual information over the mean of the two
///     entropies, from 0 to 1. Rises by chance where there are many small clusters
/// @param ami the same adjusted for chance (Vinh, Epps & Bailey 2010): 0 on average for clusters
///     drawn by lot
/// @param accuracy share of posts whose cluster is matched with their group, by the best
///     one-to-one matching (Kuhn 1955)
public record ClusterEvaluation(
    int posts, int given, int found, int alone, double nmi, double ami, double accuracy) {

  /// @param gold the group of each post; at least one
  /// @param clusters the cluster of each post, in the same order
  public static ClusterEvaluation of(List<String> gold, List<String> clusters) {
    if (gold.isEmpty() || gold.size() != clusters.size()) {
      throw new IllegalArgumentException(gold.size() + " groups, " + clusters.size() + " clusters");
    }
    int[][] counts = counts(numbers(gold), numbers(clusters));
    int[] rows = Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).toArray();
    int[] columns = new int[counts[0].length];
    for (int[] row : counts) for (int c = 0; c < row.length; c++) columns[c] += row[c];
    int n = gold.size();
    double shared = shared(counts, rows, columns, n);
    double entropy = (entropy(rows, n) + entropy(columns, n)) / 2;
    double chance = chance(rows, columns, n);
    return new ClusterEvaluation(
        n,
        rows.length,
        columns.length,
        (int) Arrays.stream(columns).filter(c -> c == 1).count(),
        // Two partitions of one group each say the same.
        entropy == 0 ? 1 : shared / entropy,
        Math.abs(entropy - chance) < 1e-12 ? 1 : (shared - chance) / (entropy - chance),
        (double) Matching.best(counts) / n);
  }

  private static int[] numbers(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    return names.stream()
        .mapToInt(
            name -> {
              numbers.putIfAbsent(name, numbers.size());
              return numbers.get(name);
            })
        .toArray();
  }

  private static int[][] counts(int[] gold, int[] clusters) {
    int[][] counts =
        new int[Arrays.stream(gold).max().orElseThrow() + 1]
            [Arrays.stream(clusters).max().orElseThrow() + 1];
    for (int i = 0; i < gold.length; i++) counts[gold[i]][clusters[i]]++;
    return counts;
  }

  private static double shared(int[][] counts, int[] rows, int[] columns, int n) {
    double shared = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        if (counts[r][c] > 0) shared += share(counts[r][c], rows[r], columns[c], n);
      }
    }
    return shared;
  }

  /// The part of one cell in the mutual information, in nats.
  private static double share(int both, int row, int column, int n) {
    return (double) both / n * Math.log((double) n * both / ((double) row * column));
  }

  private static double entropy(int[] sizes, int n) {
    double entropy = 0;
    for (int size : sizes) entropy -= (double) size / n * Math.log((double) size / n);
    return entropy;
  }

  /// The mutual information that groups of these sizes have on average when drawn by lot.
  private static double chance(int[] rows, int[] columns, int n) {
    double[] factorial = new double[n + 1];
    for (int i = 2; i <= n; i++) factorial[i] = factorial[i - 1] + Math.log(i);
    double chance = 0;
    for (int a : rows) {
      for (int b : columns) {
        double fixed = factorial[a] + factorial[b] + factorial[n - a] + factorial[n - b];
        for (int both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
          double likelihood =
              Math.exp(
                  fixed
                      - factorial[n]
                      - factorial[both]
                      - factorial[a - both]
                      - factorial[b - both]
                      - factorial[n - a - b + both]);
          chance += share(both, a, b, n) * likelihood;
        }
      }
    }
    return chance;
  }
}
