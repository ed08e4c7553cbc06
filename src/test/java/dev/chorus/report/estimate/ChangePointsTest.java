package dev.chorus.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  private static int poisson(double rate, Random random) {
    double left = Math.exp(-rate);
    int count = 0;
    for (double p = random.nextDouble(); p > left; p *= random.nextDouble()) count++;
    return count;
  }

  @Test
  void findsWhereARateRoseAndFell() {
    int[] counts = {2, 1, 3, 2, 2, 30, 41, 35, 38, 5, 4, 6, 5, 4};
    assertThat(ChangePoints.of(counts))
        .satisfiesExactly(
            rise -> {
              assertThat(rise.at()).isEqualTo(5);
              assertThat(rise.before()).isEqualTo(2);
              assertThat(rise.after()).isEqualTo(36);
            },
            fall -> {
              assertThat(fall.at()).isEqualTo(9);
              assertThat(fall.after()).isEqualTo(4.8, within(1e-9));
            });
  }

  /// Five hundred series of one rate: almost never a change.
  @Test
  void seesNoChangeInNoise() {
    Random random = new Random(2);
    int wrong = 0;
    for (int i = 0; i < 500; i++) {
      double rate = 0.5 + random.nextInt(30);
      int[] counts =
          IntStream.range(0, 10 + random.nextInt(200)).map(_ -> poisson(rate, random)).toArray();
      if (!ChangePoints.of(counts).isEmpty()) wrong++;
    }
    assertThat(wrong).isLessThan(15);
  }

  @Test
  void hasNothingToSayOfLittle() {
    assertThat(ChangePoints.of(new int[0])).isEmpty();
    assertThat(ChangePoints.of(new int[] {7})).isEmpty();
    assertThat(ChangePoints.of(new int[] {0, 0, 0, 0})).isEmpty();
    assertThat(ChangePoints.of(new int[] {3, 3})).isEmpty();
  }
}
