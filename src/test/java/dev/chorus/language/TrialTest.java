package dev.chorus.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Trial TRIAL =
      new Trial(
          List.of("yes", "no"),
          List.of(
              new Trial.Answer(0, new double[] {0.75, 0.25}),
              new Trial.Answer(1, new double[] {0.5678, 0.4322})));

  @Test
  void comesBackFromJson() {
    Map<?, ?> json = (Map<?, ?>) Json.parse(Json.compact(Map.of("rows", TRIAL.toRows())));
    Trial back = Trial.ofRows(TRIAL.classes(), json.get("rows"));
    assertThat(back.toRows()).isEqualTo(TRIAL.toRows());
    assertThat(back.accuracy()).isEqualTo(0.5);
  }

  @Test
  void keepsAnEvenSampleOfMany() {
    Trial many =
        new Trial(
            TRIAL.classes(),
            IntStream.range(0, 10_000)
                .mapToObj(i -> new Trial.Answer(i < 5_000 ? 0 : 1, new double[] {1, 0}))
                .toList());
    assertThat(many.answers()).hasSize(2_000);
    assertThat(many.accuracy()).isEqualTo(0.5);
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Trial.ofRows(TRIAL.classes(), List.of(List.of(0, 0.5))))
        .hasMessageContaining("wanted the right class and 2 probabilities");
    assertThatThrownBy(() -> Trial.ofRows(TRIAL.classes(), List.of(List.of(7, 0.5, 0.5))))
        .hasMessageContaining("holds 7");
    assertThatThrownBy(() -> Trial.ofRows(TRIAL.classes(), "x")).hasMessageContaining("no list");
  }

  /// Placed in the first of two camps, for certain as far as `sure` says; the last class is none.
  private static Trial.Answer placed(double sure, boolean correct) {
    return new Trial.Answer(correct ? 0 : 2, new double[] {sure, 0, 1 - sure});
  }

  private static double level(Trial.Answer... answers) {
    return new Trial(List.of("a", "b", "none"), List.of(answers)).level();
  }

  @Test
  void theLevelIsWhereHalfOfThePlacedAreRight() {
    assertThat(level(placed(0.6, false), placed(0.7, true), placed(0.8, true))).isEqualTo(0.7);
    assertThat(level(placed(0.8, true), placed(0.6, true))).isEqualTo(0.6);
    // The right one at 0.7 and the wrong one at 0.8 are a pool of which half are right.
    assertThat(level(placed(0.6, false), placed(0.7, true), placed(0.8, false), placed(0.9, true)))
        .isEqualTo(0.7);
  }

  @Test
  void theLevelTrustsNoLuckyGuessBelowMoreWrongOnes() {
    assertThat(level(placed(0.6, true), placed(0.7, false), placed(0.8, false), placed(0.9, true)))
        .isEqualTo(0.9);
  }

  @Test
  void theLevelHasNoRegardForPostsThatWerePlacedNowhere() {
    assertThat(level(placed(0.3, false), placed(0.2, true))).isZero();
    assertThat(level(placed(0.3, false), placed(0.8, true))).isEqualTo(0.8);
  }

  @Test
  void noLevelIsHighEnoughWhereMostAreWrong() {
    assertThat(level(placed(0.6, false), placed(0.9, false))).isEqualTo(1);
  }

  /// One of three that are as sure is right, in whatever order they come.
  @Test
  void theLevelIsTheSameInAnyOrder() {
    Trial.Answer right = placed(0.6, true);
    Trial.Answer wrong = placed(0.6, false);
    Trial.Answer surer = placed(0.8, true);
    assertThat(level(right, wrong, wrong, surer)).isEqualTo(0.8);
    assertThat(level(surer, wrong, wrong, right)).isEqualTo(0.8);
    assertThat(level(wrong, right, surer, wrong)).isEqualTo(0.8);
  }
}
