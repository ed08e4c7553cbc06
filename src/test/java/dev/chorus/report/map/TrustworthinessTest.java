package dev.chorus.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrustworthinessTest {
  private static final int SIZE = 200;

  @Test
  void aCircleShownAsACircleIsRight() {
    // Landmarks that are equally far are told apart by rounding alone.
    assertThat(Trustworthiness.of(circle(), places(false), 15)).isGreaterThan(0.9999);
  }

  @Test
  void placesByChanceAreHalfWrong() {
    assertThat(Trustworthiness.of(circle(), places(true), 15)).isCloseTo(0.5, within(0.05));
  }

  /// Four on a line, of which the map exchanges the second and the fourth. With one neighbour the
  /// errors are counted by hand: see below.
  @Test
  void isThePublishedFormula() {
    // Angles 0, 20, 50 and 90 degrees around a mean that is kept at zero by their opposites.
    double[] degrees = {0, 20, 50, 90, 180, 200, 230, 270};
    float[][] vectors = new float[8][];
    for (int i = 0; i < 8; i++) vectors[i] = at(Math.toRadians(degrees[i]));
    double[][] places = {{0, 90, 50, 20, 1000, 1020, 1050, 1090}, new double[8]};
    // Shown nearest of 0: 3, by meaning the third after 1 and 2, so 2 too far. Of 3: 0, by meaning
    // the third after 2 and 1, so 2. Of 1: 2, by meaning the second after 0, so 1. Of 2: 3, by
    // meaning the second after 1, so 1. The others are right. So 6 ranks, and the formula is
    // 1 - 2 / (8 * 1 * (2 * 8 - 3 * 1 - 1)) * 6.
    assertThat(Trustworthiness.of(new Landmarks(vectors), places, 1))
        .isCloseTo(1 - 2.0 / 96 * 6, within(1e-12));
  }

  @Test
  void fewLandmarksHaveNone() {
    Landmarks few = new Landmarks(new float[][] {at(0), at(1), at(2)});
    assertThatThrownBy(() -> Trustworthiness.of(few, new double[2][3], 15))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Landmarks circle() {
    float[][] vectors = new float[SIZE][];
    for (int i = 0; i < SIZE; i++) vectors[i] = at(2 * Math.PI * i / SIZE + 0.001 * (i % 3));
    return new Landmarks(vectors);
  }

  private static double[][] places(boolean byChance) {
    Random random = new Random(1);
    double[][] places = new double[2][SIZE];
    for (int i = 0; i < SIZE; i++) {
      double angle = 2 * Math.PI * i / SIZE + 0.001 * (i % 3);
      places[0][i] = byChance ? random.nextDouble() : Math.cos(angle);
      places[1][i] = byChance ? random.nextDouble() : Math.sin(angle);
    }
    return places;
  }

  private static float[] at(double angle) {
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }
}
