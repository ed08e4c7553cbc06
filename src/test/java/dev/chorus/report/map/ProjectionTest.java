package dev.chorus.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final int CLOUDS = 6;

  @Test
  void neighboursInMeaningStandTogether() {
    float[][] vectors = Clouds.of(CLOUDS, 300, 0.5, 1);
    Projection map = Projection.of(300, all(300), i -> vectors[i]);
    assertThat(map.trustworthiness()).isGreaterThan(0.9);
    assertThat(ofOneCloud(map, all(300))).isGreaterThan(0.97);
  }

  @Test
  void othersStandAmongTheLandmarksOfTheirCloud() {
    float[][] vectors = Clouds.of(CLOUDS, 600, 0.5, 2);
    int[] landmarks = IntStream.range(0, 600).filter(i -> i % 5 == 0).toArray();
    Projection map = Projection.of(600, landmarks, i -> vectors[i]);
    int[] others = IntStream.range(0, 600).filter(i -> i % 5 != 0).toArray();
    assertThat(ofOneCloud(map, others)).isGreaterThan(0.97);
  }

  @Test
  void noiseIsNotTrusted() {
    float[][] noise = Clouds.of(1, 400, 1, 3);
    assertThat(Projection.of(400, all(400), i -> noise[i]).trustworthiness()).isLessThan(0.8);
  }

  @Test
  void theNumberOfProcessorsChangesNothing() throws Exception {
    float[][] vectors = Clouds.of(CLOUDS, 400, 1, 4);
    int[] landmarks = IntStream.range(0, 400).filter(i -> i % 3 != 0).toArray();
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool seven = new ForkJoinPool(7)) {
      Projection a = one.submit(() -> Projection.of(400, landmarks, i -> vectors[i])).get();
      Projection b = seven.submit(() -> Projection.of(400, landmarks, i -> vectors[i])).get();
      assertThat(a.x()).isEqualTo(b.x());
      assertThat(a.y()).isEqualTo(b.y());
      assertThat(a.trustworthiness()).isEqualTo(b.trustworthiness());
    }
  }

  @Test
  void theMapFillsItsSquareAndKeepsItsEdge() {
    float[][] vectors = Clouds.of(CLOUDS, 200, 0.5, 5);
    Projection map = Projection.of(200, all(200), i -> vectors[i]);
    int wide = width(map.x());
    int high = width(map.y());
    assertThat(Math.max(wide, high)).isBetween(62_000, 63_500);
    assertThat(low(map.x())).isGreaterThan(1_000);
    assertThat(low(map.y())).isGreaterThan(1_000);
  }

  @Test
  void copiesOfOneVectorAmongOthersDoNoHarm() {
    float[][] vectors = Clouds.of(2, 100, 0.5, 6);
    for (int i = 0; i < 60; i++) vectors[i] = vectors[0].clone();
    Projection map = Projection.of(100, all(100), i -> vectors[i]);
    assertThat(width(map.x())).isPositive();
  }

  /// How often the nearest on the map is of the same cloud.
  private static double ofOneCloud(Projection map, int[] points) {
    return Arrays.stream(points).filter(i -> nearest(map, i) % CLOUDS == i % CLOUDS).count()
        / (double) points.length;
  }

  private static int nearest(Projection map, int i) {
    int best = -1;
    long least = Long.MAX_VALUE;
    for (int j = 0; j < map.x().length; j++) {
      long dx = map.x()[i] - map.x()[j];
      long dy = map.y()[i] - map.y()[j];
      if (j == i || dx * dx + dy * dy >= least) continue;
      least = dx * dx + dy * dy;
      best = j;
    }
    return best;
  }

  private static int width(char[] places) {
    return IntStream.range(0, places.length).map(i -> places[i]).max().orElseThrow() - low(places);
  }

  private static int low(char[] places) {
    return IntStream.range(0, places.length).map(i -> places[i]).min().orElseThrow();
  }

  private static int[] all(int size) {
    return IntStream.range(0, size).toArray();
  }
}
