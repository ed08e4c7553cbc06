package dev.chorus.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  /// 20 of 100: the textbook value of Wilson's interval.
  @Test
  void isWilsonsIntervalForWholeVoices() {
    double[] voices = new double[100];
    Arrays.fill(voices, 0, 20, 1);
    Share share = Intervals.share(voices);
    assertThat(share.estimate()).isEqualTo(0.2);
    assertThat(share.low()).isEqualTo(0.1334, within(0.0005));
    assertThat(share.high()).isEqualTo(0.2888, within(0.0005));
  }

  @Test
  void staysBetweenNothingAndEverything() {
    Share none = Intervals.share(new double[30]);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isBetween(0.05, 0.2);
    double[] ones = new double[30];
    Arrays.fill(ones, 1);
    assertThat(Intervals.share(ones).high()).isEqualTo(1);
  }

  /// 1,000 samples of 150 authors, some with split voices: the interval holds the true share about
  /// 95 times in 100.
  @Test
  void coversTheTruth() {
    Random random = new Random(5);
    int covered = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      double[] voices = new double[150];
      for (int i = 0; i < voices.length; i++) {
        double u = random.nextDouble();
        voices[i] = u < 0.15 ? 1 : u < 0.25 ? 0.5 : 0;
      }
      Share share = Intervals.share(voices);
      if (share.low() <= 0.2 && 0.2 <= share.high()) covered++;
    }
    assertThat(covered).isBetween(930, 970);
  }
}
