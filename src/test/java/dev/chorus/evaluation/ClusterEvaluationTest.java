package dev.chorus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterEvaluationTest {
  private static List<String> each(String labels) {
    return List.of(labels.split(""));
  }

  @Test
  void namesOfClustersMeanNothing() {
    ClusterEvaluation same = ClusterEvaluation.of(each("aabbc"), each("xxyyz"));
    assertThat(same).isEqualTo(new ClusterEvaluation(5, 3, 3, 1, same.nmi(), same.ami(), 1));
    assertThat(same.nmi()).isEqualTo(1, within(1e-12));
    assertThat(same.ami()).isEqualTo(1, within(1e-12));
  }

  /// By hand: both entropies are ln 2; half of the pairs of labels never meet, so that the shared
  /// information is ln 2 - H(1/3) for 2 of 3 right on either side.
  @Test
  void givesTheFiguresThatAHandWouldGive() {
    ClusterEvaluation e = ClusterEvaluation.of(each("aaabbb"), each("xxyyyx"));
    double shared = Math.log(2) + (2 * Math.log(2 / 3.0) + Math.log(1 / 3.0)) / 3;
    assertThat(e.nmi()).isEqualTo(shared / Math.log(2), within(1e-12));
    assertThat(e.accuracy()).isEqualTo(4 / 6.0, within(1e-12));
    assertThat(e.alone()).isZero();
  }

  @Test
  void oneHeapSaysNothingOfTheGroups() {
    ClusterEvaluation heap = ClusterEvaluation.of(each("aabb"), each("xxxx"));
    assertThat(heap.nmi()).isZero();
    assertThat(heap.ami()).isEqualTo(0, within(1e-12));
    assertThat(heap.accuracy()).isEqualTo(0.5);
    assertThat(ClusterEvaluation.of(each("a"), each("x")))
        .isEqualTo(new ClusterEvaluation(1, 1, 1, 1, 1, 1, 1));
  }

  /// What AMI is for: many small clusters drawn by lot get some mutual information.
  @Test
  void chanceIsWorthNothing() {
    Random random = new Random(5);
    List<String> gold = new ArrayList<>();
    List<String> lot = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      gold.add("g" + random.nextInt(3));
      lot.add("c" + random.nextInt(150));
    }
    ClusterEvaluation e = ClusterEvaluation.of(gold, lot);
    assertThat(e.nmi()).isGreaterThan(0.08);
    assertThat(e.ami()).isEqualTo(0, within(0.02));
  }

  /// Against trying every matching.
  @Test
  void matchesAsWellAsAllPermutationsDo() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      int[][] counts = new int[rows][columns];
      for (int[] row : counts) for (int c = 0; c < columns; c++) row[c] = random.nextInt(9);
      assertThat(Matching.best(counts)).isEqualTo(best(counts, 0, new boolean[columns]));
    }
  }

  private static int best(int[][] counts, int row, boolean[] taken) {
    if (row == counts.length) return 0;
    int best = best(counts, row + 1, taken);
    for (int c = 0; c < taken.length; c++) {
      if (taken[c]) continue;
      taken[c] = true;
      best = Math.max(best, counts[row][c] + best(counts, row + 1, taken));
      taken[c] = false;
    }
    return best;
  }
}
