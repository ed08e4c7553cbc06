package dev.chorus.language.model;

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
}
