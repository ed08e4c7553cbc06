package dev.chorus.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SentimentTest {
  @Test
  void isTheLikeliestMoodAndTheMilderOneOnATie() {
    assertThat(new Sentiment(0.2, 0.2, 0.6).label()).isEqualTo(Mood.POSITIVE);
    assertThat(new Sentiment(0.6, 0.2, 0.2).label()).isEqualTo(Mood.NEGATIVE);
    assertThat(new Sentiment(0.4, 0.4, 0.2).label()).isEqualTo(Mood.NEUTRAL);
  }

  @Test
  void scoresPositiveMinusNegative() {
    assertThat(new Sentiment(0.05, 0.29, 0.66).score()).isEqualTo(0.61, within(1e-9));
  }

  @Test
  void refusesWhatAreNoProbabilities() {
    assertThatThrownBy(() -> new Sentiment(0.5, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sentiment(Double.NaN, 0.5, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sentiment(-0.5, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
