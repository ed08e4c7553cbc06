package dev.chorus.camp.emergent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {
  /// Chains of nearest neighbours find what always joining the two nearest finds.
  @Test
  void joinsAsTheSlowWayDoes() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(25);
      float[][] likeness = new float[n][n];
      int[] sizes = new int[n];
      for (int i = 0; i < n; i++) {
        sizes[i] = 1 + random.nextInt(4);
        for (int j = 0; j < i; j++) likeness[i][j] = likeness[j][i] = random.nextFloat();
      }
      double least = 0.3 + 0.5 * random.nextDouble();
      List<List<Integer>> slow = slow(likeness, sizes, least);
      assertThat(AverageLinkage.groups(likeness, sizes, least)).isEqualTo(slow);
    }
  }

  private static List<List<Integer>> slow(float[][] likeness, int[] sizes, double least) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) groups.add(new ArrayList<>(List.of(i)));
    while (true) {
      double most = least;
      List<Integer> first = List.of();
      List<Integer> second = List.of();
      for (List<Integer> a : groups) {
        for (List<Integer> b : groups) {
          if (a == b) break;
          double sum = 0;
          double weight = 0;
          for (int i : a) {
            for (int j : b) {
              sum += (double) sizes[i] * sizes[j] * likeness[i][j];
              weight += (double) sizes[i] * sizes[j];
            }
          }
          if (sum / weight >= most) {
            most = sum / weight;
            first = b;
            second = a;
          }
        }
      }
      if (first.isEmpty()) return groups;
      first.addAll(second);
      Collections.sort(first);
      List<Integer> gone = second;
      groups.removeIf(g -> g == gone);
      groups.sort((a, b) -> a.getFirst() - b.getFirst());
    }
  }

  @Test
  void everythingAlikeIsOneGroup() {
    float[][] likeness = new float[50][50];
    for (float[] row : likeness) java.util.Arrays.fill(row, 0.5f);
    int[] sizes = new int[50];
    java.util.Arrays.fill(sizes, 1);
    assertThat(AverageLinkage.groups(likeness, sizes, 0.5)).hasSize(1);
    assertThat(AverageLinkage.groups(new float[0][0], new int[0], 0.5)).isEmpty();
  }
}
