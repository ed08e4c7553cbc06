package dev.chorus.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HillsTest {
  @Test
  void findsTheDensePartsTheDensestFirst() {
    List<Hills.Hill> hills = heaps(new int[][] {{12_000, 15_000, 300}, {50_000, 50_000, 900}});
    assertThat(hills).hasSize(2);
    assertThat(hills.getFirst().x()).isBetween(48_000, 52_000);
    assertThat(hills.getFirst().y()).isBetween(48_000, 52_000);
    assertThat(hills.getLast().x()).isBetween(10_000, 14_000);
    assertThat(hills.getLast().y()).isBetween(13_000, 17_000);
  }

  @Test
  void noPointIsInTwo() {
    int[][] heaps = new int[30][];
    for (int i = 0; i < heaps.length; i++)
      heaps[i] = new int[] {5_000 + i % 6 * 11_000, 8_000 + i / 6 * 12_000, 40 + i};
    List<Hills.Hill> hills = heaps(heaps);
    assertThat(hills).hasSize(12);
    BitSet seen = new BitSet();
    for (Hills.Hill hill : hills) {
      for (int point : hill.points()) {
        assertThat(seen.get(point)).isFalse();
        seen.set(point);
      }
    }
  }

  @Test
  void allInOnePlaceAreOneHill() {
    char[] corner = new char[80];
    List<Hills.Hill> hills = Hills.of(corner, corner, 12);
    assertThat(hills).hasSize(1);
    assertThat(hills.getFirst().points()).hasSize(80);
    char[] edge = new char[80];
    java.util.Arrays.fill(edge, (char) Projection.WIDTH);
    assertThat(Hills.of(edge, edge, 12)).hasSize(1);
  }

  @Test
  void nothingIsNoHill() {
    assertThat(Hills.of(new char[0], new char[0], 12)).isEmpty();
  }

  /// @param heaps x, y and the number of points of each
  private static List<Hills.Hill> heaps(int[][] heaps) {
    Random random = new Random(1);
    int size = 0;
    for (int[] heap : heaps) size += heap[2];
    char[] x = new char[size];
    char[] y = new char[size];
    int at = 0;
    for (int[] heap : heaps) {
      for (int i = 0; i < heap[2]; i++) {
        x[at] = (char) (heap[0] + 1_000 * random.nextGaussian());
        y[at++] = (char) (heap[1] + 1_000 * random.nextGaussian());
      }
    }
    return Hills.of(x, y, 12);
  }
}
