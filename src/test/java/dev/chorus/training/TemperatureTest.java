package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  /// A model whose log-odds are `boast` times too large needs that temperature.
  @Test
  void coolsAModelThatIsTooSureOfItself() {
    Random random = new Random(2);
    double boast = 1.8;
    List<GoldPost> posts = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double utility = 2 * random.nextGaussian();
      double positive = 1 / (1 + Math.exp(-utility));
      posts.add(
          GoldPost.of(
              Double.toString(utility),
              random.nextDouble() < positive ? Mood.POSITIVE : Mood.NEGATIVE));
    }
    double fitted =
        Temperature.fit(
            List.of(posts),
            text -> {
              double p = 1 / (1 + Math.exp(-boast * Double.parseDouble(text)));
              return new double[] {1 - p, 0, p};
            });
    assertThat(fitted).isEqualTo(boast, within(0.15));
  }

  @Test
  void leavesAModelAloneThatNothingIsKnownOf() {
    assertThat(Temperature.fit(List.of(), _ -> new double[] {1, 0, 0})).isEqualTo(1);
  }

  @Test
  void readsADegreeAsSomethingBetweenTwoMoods() {
    GoldPost mild = GoldPost.of("nice", 1.25);
    assertThat(mild.moods().orElseThrow()).containsExactly(0, 0.5f, 0.5f);
    GoldPost awful = GoldPost.of("awful", -4);
    assertThat(awful.moods().orElseThrow()).containsExactly(1, 0, 0);
  }
}
