package dev.chorus.evaluation;

import java.util.Arrays;

/// Matches rows with columns, each at most once, so that the matched counts add up to the most: the
/// Hungarian method with potentials (Kuhn 1955; Jonker & Volgenant 1987).
final class Matching {
  private Matching() {}

  /// @param counts at least one row and column, none negative
  /// @return the sum of the matched counts
  static int best(int[][] counts) {
    // One row after the other finds its column, so the short side is the rows.
    int[][] c = counts.length <= counts[0].length ? counts : transposed(counts);
    int rows = c.length;
    int columns = c[0].length;
    // Row and column 0 are nobody.
    long[] ofRow = new long[rows + 1];
    long[] ofColumn = new long[columns + 1];
    int[] rowAt = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      long[] slack = new long[columns + 1];
      int[] from = new int[columns + 1];
      boolean[] seen = new boolean[columns + 1];
      Arrays.fill(slack, Long.MAX_VALUE);
      rowAt[0] = row;
      int column = 0;
      do {
        seen[column] = true;
        long least = Long.MAX_VALUE;
        int next = 0;
        for (int j = 1; j <= columns; j++) {
          if (seen[j]) continue;
          long cost = -c[rowAt[column] - 1][j - 1] - ofRow[rowAt[column]] - ofColumn[j];
          if (cost < slack[j]) {
            slack[j] = cost;
            from[j] = column;
          }
          if (slack[j] < least) {
            least = slack[j];
            next = j;
          }
        }
        for (int j = 0; j <= columns; j++) {
          if (seen[j]) {
            ofRow[rowAt[j]] += least;
            ofColumn[j] -= least;
          } else {
            slack[j] -= least;
          }
        }
        column = next;
      } while (rowAt[column] != 0);
      while (column != 0) {
        rowAt[column] = rowAt[from[column]];
        column = from[column];
      }
    }
    int sum = 0;
    for (int j = 1; j <= columns; j++) if (rowAt[j] != 0) sum += c[rowAt[j] - 1][j - 1];
    return sum;
  }

  private static int[][] transposed(int[][] counts) {
    int[][] turned = new int[counts[0].length][counts.length];
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) turned[c][r] = counts[r][c];
    }
    return turned;
  }
}
