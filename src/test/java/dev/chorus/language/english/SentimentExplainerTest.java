package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.Influence;
import dev.chorus.language.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentimentExplainerTest {
  private static List<Influence> explain(String text) {
    return new SentimentExplainer(
            t ->
                0.6 * (t.contains("superb") ? 1 : 0)
                    - 0.3 * (t.contains("slow") ? 1 : 0)
                    - 0.9 * (t.contains("not good") ? 1 : 0)
                    + 0.1 * (t.contains("good") ? 1 : 0))
        .explain(text);
  }

  @Test
  void namesTheWordsThatMovedTheScoreStrongestFirst() {
    String text = "A superb model, but slow.";
    assertThat(explain(text)).extracting(i -> i.span().of(text)).containsExactly("superb", "slow");
    assertThat(explain(text).getFirst().change()).isEqualTo(0.6, within(1e-9));
    assertThat(explain(text).getLast().change()).isEqualTo(-0.3, within(1e-9));
  }

  @Test
  void namesAPairWhoseWordsMoveLittleAlone() {
    List<Influence> found =
        new SentimentExplainer(t -> t.contains("so") || t.contains("good") ? 0.5 : 0)
            .explain("so good");
    assertThat(found)
        .singleElement()
        .satisfies(i -> assertThat(i.span()).isEqualTo(new Span(0, 7)));
  }

  /// Where several words say the same, none is missed alone.
  @Test
  void leavesOutOneAfterTheOther() {
    List<Influence> found =
        new SentimentExplainer(
                t ->
                    Math.tanh(
                        (t.contains("superb") ? 1.2 : 0)
                            + (t.contains("lovely") ? 0.8 : 0)
                            + (t.contains("nice") ? 0.4 : 0)))
            .explain("nice, superb and lovely");
    assertThat(found).hasSize(3);
    assertThat(found.stream().mapToDouble(Influence::change).sum())
        .isEqualTo(Math.tanh(2.4), within(1e-9));
  }

  @Test
  void saysNothingWhereNothingMoved() {
    assertThat(explain("The meeting is at noon.")).isEmpty();
    assertThat(explain("")).isEmpty();
  }

  @Test
  void keepsSpansApart() {
    String text = "not good, superb, slow, not good";
    List<Influence> found = explain(text);
    for (Influence a : found) {
      for (Influence b : found) {
        if (a != b) assertThat(a.span().overlaps(b.span())).isFalse();
      }
    }
  }
}
