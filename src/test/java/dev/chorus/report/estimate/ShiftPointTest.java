package dev.chorus.report.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShiftPointTest {
  @Test
  void findsWhereThePartChanged() {
    int[] whole = new int[20];
    int[] group = new int[20];
    for (int i = 0; i < 20; i++) {
      whole[i] = 40 + 7 * (i % 3);
      group[i] = whole[i] / (i < 12 ? 10 : 4);
    }
    assertThat(ShiftPoint.of(group, whole))
        .hasValueSatisfying(
            shift -> {
              assertThat(shift.at()).isEqualTo(12);
              assertThat(shift.before()).isCloseTo(0.1, within(0.02));
              assertThat(shift.after()).isCloseTo(0.25, within(0.02));
            });
  }

  /// That everybody posts more is no change of a part.
  @Test
  void ignoresWhatTheWholeDoes() {
    int[] whole = new int[20];
    for (int i = 0; i < 20; i++) whole[i] = i < 10 ? 20 : 400;
    int[] group = Arrays.stream(whole).map(n -> n / 5).toArray();
    assertThat(ShiftPoint.of(group, whole)).isEmpty();
  }

  @Test
  void seldomTakesChanceForAChange() {
    Random random = new Random(7);
    int wrong = 0;
    for (int series = 0; series < 500; series++) {
      int[] whole = new int[24];
      int[] group = new int[24];
      for (int i = 0; i < 24; i++) {
        whole[i] = 10 + random.nextInt(40);
        for (int post = 0; post < whole[i]; post++) if (random.nextInt(5) == 0) group[i]++;
      }
      if (ShiftPoint.of(group, whole).isPresent()) wrong++;
    }
    assertThat(wrong).isLessThan(15);
  }

  @Test
  void saysNothingOfShortOrEmptySeries() {
    assertThat(ShiftPoint.of(new int[0], new int[0])).isEmpty();
    assertThat(ShiftPoint.of(new int[] {1, 9, 1}, new int[] {9, 9, 9})).isEmpty();
    assertThat(ShiftPoint.of(new int[8], new int[8])).isEmpty();
  }
}
