package dev.chorus.flood;

/// Levenshtein's distance over words, as far as a limit: only the cells of the table that can stay
/// within it are computed (Ukkonen 1985).
final class Edits {
  private Edits() {}

  /// Whether at most so many words have to be changed, put in or left out to make one the other.
  static boolean within(char[] a, int size, char[] b, int most) {
    if (Math.abs(size - b.length) > most) return false;
    int[] row = lastRow(a, size, b, b.length, most);
    return row != null && row[b.length] <= most;
  }

  /// Whether some beginning of b is within so many edits of the first words of a.
  static boolean beginWithin(char[] a, int size, char[] b, int most) {
    int end = Math.min(b.length, size + most);
    if (end < size - most) return false;
    int[] row = lastRow(a, size, b, end, most);
    if (row == null) return false;
    for (int j = Math.max(0, size - most); j <= end; j++) if (row[j] <= most) return true;
    return false;
  }

  /// The last row of the table; null if nothing in it can be within the limit.
  private static int[] lastRow(char[] a, int size, char[] b, int end, int most) {
    int[] above = new int[end + 1];
    int[] row = new int[end + 1];
    for (int j = 0; j <= end; j++) above[j] = j;
    for (int i = 1; i <= size; i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(end, i + most);
      row[from - 1] = from == 1 ? i : most + 1;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        int cost = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        // Right of the band of the row above nothing was computed.
        if (j < i + most) cost = Math.min(cost, above[j] + 1);
        cost = Math.min(cost, row[j - 1] + 1);
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return null;
      int[] swap = above;
      above = row;
      row = swap;
    }
    return above;
  }
}
