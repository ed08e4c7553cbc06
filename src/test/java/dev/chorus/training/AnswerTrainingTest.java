package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Reaction;
import dev.chorus.language.Subject;
import dev.chorus.language.Vector;
import dev.chorus.language.head.AboutModel;
import dev.chorus.language.head.Answers;
import dev.chorus.language.head.IssueFinder;
import dev.chorus.language.head.StanceScorer;
import dev.chorus.post.Post;
import dev.chorus.training.Training.Case;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTrainingTest {
  private static final double SHORT_OF = 1e-6;

  @TempDir Path folder;

  /// Posts with the probability of the answer 1, and the right one.
  private static List<AnswerTraining.Given> given(int right, double... yes) {
    List<AnswerTraining.Given> given = new ArrayList<>();
    for (double p : yes) given.add(new AnswerTraining.Given(new double[] {1 - p, p}, right));
    return given;
  }

  private static List<AnswerTraining.Given> both(
      List<AnswerTraining.Given> some, List<AnswerTraining.Given> others) {
    List<AnswerTraining.Given> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  @Test
  void givesAnAnswerFromWhereItsF1IsBest() {
    List<AnswerTraining.Given> apart =
        both(given(1, 0.9, 0.7, 0.6, 0.455), given(0, 0.445, 0.3, 0.1));
    assertThat(AnswerTraining.bestF1(apart, 1)).isEqualTo(0.45, within(SHORT_OF));
    // To find the last one would cost four wrong answers.
    List<AnswerTraining.Given> mixed =
        both(given(1, 0.9, 0.7, 0.6, 0.255), given(0, 0.555, 0.5, 0.4, 0.3));
    assertThat(AnswerTraining.bestF1(mixed, 1)).isEqualTo(0.56, within(SHORT_OF));
  }

  @Test
  void takesAnEvenChanceWhereNoPostHasTheAnswer() {
    assertThat(AnswerTraining.bestF1(given(0, 0.9, 0.3), 1)).isEqualTo(0.5);
    assertThat(AnswerTraining.bestF1(List.of(), 1)).isEqualTo(0.5);
  }

  private static double[] times(int count, double p) {
    double[] all = new double[count];
    java.util.Arrays.fill(all, p);
    return all;
  }

  @Test
  void tellsASideFromWhereEnoughAreRight() {
    List<AnswerTraining.Given> given =
        both(
            given(1, times(11, 0.705)), both(given(0, times(3, 0.805)), given(0, times(5, 0.545))));
    assertThat(AnswerTraining.precise(given, 1)).isEqualTo(0.55, within(SHORT_OF));
    assertThat(AnswerTraining.precise(both(given, given(0, 0.705)), 1)).isEqualTo(Answers.NEVER);
  }

  @Test
  void tellsNoSideThatTooFewPostsSpeakFor() {
    assertThat(AnswerTraining.precise(given(1, times(5, 0.905)), 1)).isEqualTo(Answers.NEVER);
    assertThat(AnswerTraining.precise(given(1, times(6, 0.905)), 1))
        .isEqualTo(0.4, within(SHORT_OF));
    assertThat(AnswerTraining.precise(List.of(), 1)).isEqualTo(Answers.NEVER);
  }

  private AnalyzerSettings settings() {
    return new AnalyzerSettings(
        folder,
        new Subject("e", List.of(), List.of(), List.of(), List.of()),
        Optional.empty(),
        AnalyzerSettings.Scorer.POSTS,
        true);
  }

  private static List<Case> cases(int of, String text, int right) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < of; i++) {
      Reaction reaction =
          new Reaction(
              Post.of("p" + i, text + " " + i),
              "en",
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(),
              Optional.empty());
      cases.add(new Case(reaction, right));
    }
    return cases;
  }

  private static Training.Cases seen(List<Case> some, List<Case> others) {
    List<Case> all = new ArrayList<>(some);
    all.addAll(others);
    return new Training.Cases(all, List.of());
  }

  @Test
  void writesWhatItLearnedAndHowSureThatMustBe() {
    Training.Cases cases =
        seen(cases(30, "the new thing is great", 0), cases(30, "my cat sleeps all day", 2));
    AnswerTraining.about(settings(), cases, false, Map.of("posts", 60));
    Path file = settings().event().about();
    Answers learned =
        Answers.readIfPresent(settings().folder(), file, AboutModel.TAUGHT, AboutModel.CLASSES)
            .orElseThrow();
    assertThat(learned.atLeast()).containsOnlyKeys("reaction");
    assertThat(learned.atLeast("reaction", Answers.NEVER)).isBetween(0.2, 0.8);
    double[] p = learned.labels().probabilities("a great new thing", Optional.empty());
    assertThat(p[0]).isGreaterThan(p[2]);
    assertThat(file).content().contains("\"posts\" : 60");
  }

  @Test
  void keepsHowSureAnAnswerMustBeIfAsked() {
    Path file = settings().event().issue("cost");
    AnswerTraining.issue(
        settings(),
        "cost",
        seen(cases(30, "what it costs", 1), cases(30, "a fine day", 0)),
        false,
        Map.of());
    Map<String, Double> measured = Answers.atLeast(file, IssueFinder.TAUGHT);
    Training.Cases silent = seen(cases(10, "what it costs", 0), cases(30, "a fine day", 0));
    AnswerTraining.issue(settings(), "cost", silent, true, Map.of());
    assertThat(Answers.atLeast(file, IssueFinder.TAUGHT)).isEqualTo(measured);
    AnswerTraining.issue(settings(), "cost", silent, false, Map.of());
    assertThat(Answers.atLeast(file, IssueFinder.TAUGHT))
        .isEqualTo(Map.of("spoken", 0.5))
        .isNotEqualTo(measured);
  }

  /// What is measured on posts that taught nothing holds, not what is said of those that did.
  @Test
  void neverTellsTheSidesOfAClaimThatFewUnseenPostsTake() {
    List<Case> seen = seen(cases(30, "stolen from others", 0), cases(30, "hello", 1)).seen();
    AnswerTraining.claim(
        settings(),
        "It was stolen!",
        new Training.Cases(seen, cases(5, "stolen from others", 0)),
        false,
        Map.of());
    Path file = folder.resolve("events/e/fast/claims/it-was-stolen-.json");
    assertThat(Answers.atLeast(file, StanceScorer.TAUGHT_CLAIM))
        .isEqualTo(Map.of("favor", Answers.NEVER, "against", Answers.NEVER));
  }

  @Test
  void findsTheMiddlesOfAlikeDirections() {
    Random random = new Random(5);
    List<Vector> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] direction = new float[8];
      for (int d = 0; d < direction.length; d++) direction[d] = (float) random.nextGaussian() / 40;
      direction[i % direction.length] += 1;
      all.add(Vector.ofDirection(direction));
    }
    List<Vector> middles = AnswerTraining.clustered(all);
    assertThat(middles).hasSize(128).isEqualTo(AnswerTraining.clustered(all));
    for (int d = 0; d < 8; d++) {
      float[] axis = new float[8];
      axis[d] = 1;
      Vector middle = Vector.ofDirection(axis);
      assertThat(middles.stream().mapToDouble(middle::cosine).filter(c -> c > 0.98).count())
          .isPositive();
    }
    assertThat(all)
        .allSatisfy(
            v -> assertThat(middles.stream().mapToDouble(v::cosine)).anyMatch(c -> c > 0.99));
  }

  @Test
  void leavesFewDirectionsAsTheyAre() {
    List<Vector> few = List.of(Vector.ofDirection(new float[] {1, 0}));
    assertThat(AnswerTraining.clustered(few)).isEqualTo(few);
  }
}
