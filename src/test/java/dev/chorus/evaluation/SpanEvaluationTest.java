package dev.chorus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.evaluation.SpanEvaluation.Marked;
import dev.chorus.evaluation.SpanEvaluation.MarkedPost;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpanEvaluationTest {
  private static final Marked ANN = new Marked(0, 3, "PERSON");
  private static final Marked ROME = new Marked(8, 12, "LOCATION");
  private static final Marked ROME_AS_PERSON = new Marked(8, 12, "PERSON");
  private static final Marked TOO_LONG = new Marked(0, 5, "PERSON");

  private static double value(SpanEvaluation evaluation, String name) {
    return evaluation.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void countsANameOnlyWhereSpanAndTypeAreRight() {
    SpanEvaluation evaluation =
        SpanEvaluation.of(
            List.of(
                new MarkedPost("1", "Ann saw Rome", Set.of(ANN, ROME), Set.of(ANN, ROME_AS_PERSON)),
                new MarkedPost("2", "Ann saw Rome", Set.of(ANN, ROME), Set.of(TOO_LONG, ROME)),
                new MarkedPost("3", "nothing here", Set.of(), Set.of())),
            10,
            1);
    assertThat(value(evaluation, "precision")).isEqualTo(0.5);
    assertThat(value(evaluation, "recall")).isEqualTo(0.5);
    assertThat(value(evaluation, "F1")).isEqualTo(0.5);
    assertThat(value(evaluation, "F1, whatever the type")).isEqualTo(0.75);
    assertThat(value(evaluation, "F1 of LOCATION")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(value(evaluation, "F1 of PERSON")).isCloseTo(0.4, within(1e-9));
    assertThat(evaluation.worst()).extracting(MarkedPost::id).containsExactly("1", "2");
    assertThat(evaluation.worst().getFirst().missed()).containsExactly(ROME);
    assertThat(evaluation.worst().getFirst().wrong()).containsExactly(ROME_AS_PERSON);
  }

  @Test
  void isZeroWhereNothingIsFound() {
    SpanEvaluation evaluation =
        SpanEvaluation.of(List.of(new MarkedPost("1", "Ann", Set.of(ANN), Set.of())), 0, 1);
    assertThat(value(evaluation, "F1")).isZero();
    assertThat(evaluation.worst()).isEmpty();
  }
}
