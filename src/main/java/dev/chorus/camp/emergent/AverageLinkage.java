package dev.chorus.camp.emergent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Agglomerative clustering by average linkage (UPGMA, Sokal & Michener 1958), cut where no two
/// groups are alike enough, in quadratic time by chains of nearest neighbours (Murtagh 1983).
final class AverageLinkage {
  private static final int NONE = -1;

  /// Likeness of each two groups; a row whose group went into another one is dead.
  private final float[][] likeness;

  private final int[] sizes;
  private final float least;
  private final int[] into;

  private AverageLinkage(float[][] likeness, int[] sizes, double least) {
    this.likeness = likeness;
    this.sizes = sizes.clone();
    this.least = (float) least;
    this.into = new int[sizes.length];
    Arrays.fill(into, NONE);
  }

  /// Which of the things belong together: groups of their numbers, in the order of the first ones.
  ///
  /// @param likeness of each two, symmetric; overwritten
  /// @param sizes how many documents each thing stands for
  /// @param least likeness on average for two groups to become one
  static List<List<Integer>> groups(float[][] likeness, int[] sizes, double least) {
    AverageLinkage linkage = new AverageLinkage(likeness, sizes, least);
    linkage.join();
    return linkage.groups();
  }

  private void join() {
    int[] chain = new int[sizes.length];
    int length = 0;
    // Whoever is alike enough to nobody stays so: joining others never brings them nearer than the
    // nearer of the two.
    boolean[] done = new boolean[sizes.length];
    for (int start = 0; start < sizes.length; ) {
      if (length == 0) {
        if (into[start] != NONE || done[start]) {
          start++;
          continue;
        }
        chain[length++] = start;
      }
      int top = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : NONE;
      int nearest = nearest(top, before, done);
      if (nearest == NONE) {
        done[top] = true;
        length--;
      } else if (nearest == before) {
        join(Math.min(top, before), Math.max(top, before));
        length -= 2;
      } else {
        chain[length++] = nearest;
      }
    }
  }

  /// The group most like one that is alike enough; among equals `preferred`, so that chains end,
  /// then the first.
  private int nearest(int one, int preferred, boolean[] done) {
    float[] row = likeness[one];
    int best = preferred;
    float most = preferred == NONE ? least : row[preferred];
    for (int other = 0; other < row.length; other++) {
      if (other == one || into[other] != NONE || done[other]) continue;
      if (row[other] > most || (best == NONE && row[other] == most)) {
        best = other;
        most = row[other];
      }
    }
    return best;
  }

  private void join(int kept, int gone) {
    float total = sizes[kept] + sizes[gone];
    float a = sizes[kept] / total;
    float b = sizes[gone] / total;
    for (int other = 0; other < sizes.length; other++) {
      float one = likeness[kept][other];
      float two = likeness[gone][other];
      // Rounding must not bring anybody nearer: chains would run in circles.
      float joint = Math.min(a * one + b * two, Math.max(one, two));
      likeness[kept][other] = joint;
      likeness[other][kept] = joint;
    }
    sizes[kept] += sizes[gone];
    into[gone] = kept;
  }

  private List<List<Integer>> groups() {
    List<List<Integer>> groups = new ArrayList<>();
    int[] number = new int[into.length];
    for (int i = 0; i < into.length; i++) {
      // What is kept is always the smaller number, so its group exists already.
      if (into[i] == NONE) {
        number[i] = groups.size();
        groups.add(new ArrayList<>());
      } else {
        number[i] = number[into[i]];
      }
      groups.get(number[i]).add(i);
    }
    return groups;
  }
}
