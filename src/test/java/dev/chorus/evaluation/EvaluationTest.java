package dev.chorus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static Judged judged(String gold, String given, double confidence) {
    return new Judged(
        gold + given + confidence, "text", gold, Optional.ofNullable(given), confidence);
  }

  private static double figure(Evaluation evaluation, String name) {
    return evaluation.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /// Worked out by hand: recall of a 2/3, of b 1/2; precision of a 2/3, of b 1/2.
  private static final List<Judged> FIVE =
      List.of(
          judged("a", "a", 0.9),
          judged("a", "a", 0.8),
          judged("a", "b", 0.7),
          judged("b", "b", 0.6),
          judged("b", "a", 0.95));

  @Test
  void givesTheFiguresThatAHandWouldGive() {
    Evaluation evaluation = Evaluation.of(FIVE, List.of("a", "b"), 10, 1);
    assertThat(figure(evaluation, "macro-recall")).isEqualTo((2 / 3.0 + 0.5) / 2, within(1e-9));
    assertThat(figure(evaluation, "macro-F1")).isEqualTo((2 / 3.0 + 0.5) / 2, within(1e-9));
    assertThat(figure(evaluation, "F1 of a and b")).isEqualTo((2 / 3.0 + 0.5) / 2, within(1e-9));
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.6, within(1e-9));
    assertThat(evaluation.confusion().counts()).isDeepEqualTo(new int[][] {{2, 1, 0}, {1, 1, 0}});
  }

  @Test
  void showsTheMostConfidentErrorsFirst() {
    assertThat(Evaluation.of(FIVE, List.of(), 10, 1).worst())
        .extracting(Judged::confidence)
        .containsExactly(0.95, 0.7);
    assertThat(Evaluation.of(FIVE, List.of(), 1, 1).worst()).hasSize(1);
  }

  @Test
  void countsAPostWithoutALabelAsWrong() {
    Evaluation evaluation =
        Evaluation.of(List.of(judged("a", "a", 1), judged("a", null, 0)), List.of(), 10, 1);
    assertThat(evaluation.unread()).isEqualTo(1);
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.5);
    assertThat(evaluation.confusion().counts()).isDeepEqualTo(new int[][] {{1, 1}});
  }

  @Test
  void knowsWhenProbabilitiesPromiseTooMuch() {
    List<Judged> honest = new ArrayList<>();
    List<Judged> boastful = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      honest.add(judged("a", i < 75 ? "a" : "b", 0.75));
      boastful.add(judged("a", i < 75 ? "a" : "b", 0.95));
    }
    assertThat(Evaluation.calibrationError(honest)).isEqualTo(0, within(1e-9));
    assertThat(Evaluation.calibrationError(boastful)).isEqualTo(0.20, within(1e-9));
  }

  /// In one bin it is the mean of the absolute value of a normal variable.
  @Test
  void tellsWhatCalibrationErrorFewPostsShowByChance() {
    List<Judged> posts = new ArrayList<>();
    for (int i = 0; i < 200; i++) posts.add(judged("a", i < 190 ? "a" : "b", 0.7));
    List<Figure> figures = Evaluation.of(posts, List.of(), 0, 5).figures();
    Figure chance = figures.getLast();
    assertThat(chance.name()).isEqualTo("ECE by chance");
    assertThat(chance.value())
        .isEqualTo(Math.sqrt(2 / Math.PI) * Math.sqrt(0.7 * 0.3 / 200), within(0.002));
    Figure error = figures.get(figures.size() - 2);
    assertThat(error.value()).isEqualTo(0.25, within(1e-9)).isGreaterThan(chance.high());
  }

  /// The share of intervals that hold the truth, over many samples of a known coin.
  @Test
  @Tag("slow")
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    Random random = new Random(4);
    int held = 0;
    int samples = 120;
    for (int sample = 0; sample < samples; sample++) {
      List<Judged> posts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        posts.add(judged("a", random.nextDouble() < 0.7 ? "a" : "b", 0.7));
      }
      Figure accuracy =
          Evaluation.of(posts, List.of(), 0, sample).figures().stream()
              .filter(f -> f.name().equals("accuracy"))
              .findFirst()
              .orElseThrow();
      if (accuracy.low() <= 0.7 && 0.7 <= accuracy.high()) held++;
    }
    assertThat(held / (double) samples).isBetween(0.89, 0.99);
  }

  @Test
  void measuresHowScoresFollowRatings() {
    List<Correlation.Pair> line = new ArrayList<>();
    List<Correlation.Pair> noise = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      line.add(new Correlation.Pair(i, 3 - 2.0 * i));
      noise.add(new Correlation.Pair(random.nextGaussian(), random.nextGaussian()));
    }
    assertThat(Correlation.pearson(line, 1).value()).isEqualTo(-1, within(1e-9));
    Figure none = Correlation.pearson(noise, 1);
    assertThat(none.low()).isLessThan(0);
    assertThat(none.high()).isGreaterThan(0);
  }
}
