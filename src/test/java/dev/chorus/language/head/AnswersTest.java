package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.english.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Answers ANSWERS =
      Said.answers(
          List.of("no", "yes", "maybe"), Map.of("yes", 0.3, "maybe", Answers.NEVER), 0.2, 0.3, 0.5);

  @Test
  void anAnswerIsAsSureAsWasMeasuredOrElseAsIsUsual() {
    assertThat(ANSWERS.atLeast("yes", 0.8)).isEqualTo(0.3);
    assertThat(ANSWERS.atLeast("no", 0.8)).isEqualTo(0.8);
  }

  @Test
  void noProbabilityIsEnoughForWhatIsNeverGiven() {
    assertThat(ANSWERS.atLeast("maybe", 0.8)).isGreaterThan(1);
  }
}
