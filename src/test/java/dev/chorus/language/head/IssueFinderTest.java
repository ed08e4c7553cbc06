package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Vector;
import dev.chorus.language.english.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IssueFinderTest {
  private static final Issue COST = issue("cost", "cheap", "dear", "price", "bill", "budget");
  private static final Issue JOBS = issue("jobs", "work");
  private static final Issue SAFETY = issue("safety", "harm");
  private static final String LIKENESS = "likeness to its three closest statements";
  private static final String BEYOND = "likeness beyond that of the other issues";

  private static Issue issue(String id, String... cues) {
    return new Issue(id, id, id + "?", List.of(id), List.of(cues));
  }

  private static Vector vector(float x, float y, float z) {
    return Vector.ofDirection(new float[] {x, y, z});
  }

  private static Statements encoded(List<String> statements) {
    if (statements.isEmpty()) return Statements.NONE;
    Vector of =
        switch (statements.getFirst()) {
          case "cost" -> vector(1, 0, 0);
          case "jobs" -> vector(0, 1, 0);
          default -> vector(0, 0, 1);
        };
    return new Statements(statements, List.of(of));
  }

  private static IssueFinder finder(
      Map<String, Double> weights, Function<Issue, Optional<Answers>> taught, Issue... issues) {
    return new IssueFinder(
        List.of(issues),
        Said.weights(IssueFinder.FEATURES, weights),
        taught,
        IssueFinderTest::encoded);
  }

  private static Optional<Answers> spoken(double p, Map<String, Double> atLeast) {
    return Optional.of(Said.answers(IssueFinder.CLASSES, atLeast, 1 - p, p));
  }

  private static double feature(double[] features, String name) {
    return features[IssueFinder.FEATURES.indexOf(name)];
  }

  @Test
  void goesByWhatLabelledPostsTaughtAndHowSureItMustBe() {
    IssueFinder finder =
        finder(
            Map.of("spoken of", -9.0),
            i ->
                switch (i.id()) {
                  case "cost" -> spoken(0.4, Map.of("spoken", 0.35));
                  case "jobs" -> spoken(0.4, Map.of());
                  default -> spoken(0.7, Map.of("spoken", Answers.NEVER));
                },
            COST,
            JOBS,
            SAFETY);
    List<Reaction.Spoken> spoken = finder.find("cheap work", Said.TUNED, Optional.empty());
    assertThat(spoken).extracting(Reaction.Spoken::id).containsExactly("cost");
    assertThat(spoken.getFirst().probability()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void goesByLikenessAndCueWordsWhereNothingIsLabelled() {
    IssueFinder finder =
        finder(
            Map.of("spoken of", -2.0, BEYOND, 3.0, "a cue word", 4.0),
            _ -> Optional.empty(),
            COST,
            JOBS,
            SAFETY);
    List<Reaction.Spoken> spoken =
        finder.find("nobody will work", Optional.empty(), Optional.of(vector(1, 0, 0)));
    assertThat(spoken).extracting(Reaction.Spoken::id).containsExactly("cost");
    assertThat(finder.find("nobody will work", Optional.empty(), Optional.empty()))
        .extracting(Reaction.Spoken::id)
        .containsExactly("jobs");
    assertThat(finder.find("nothing", Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void putsTheLikeliestFirstAndEqualsInTheOrderOfTheFile() {
    IssueFinder finder =
        finder(
            Map.of("spoken of", 1.0, LIKENESS, 1.0),
            i -> i == SAFETY ? spoken(0.99, Map.of()) : Optional.empty(),
            COST,
            JOBS,
            SAFETY);
    assertThat(finder.find("x", Said.TUNED, Optional.of(vector(0, 1, 0))))
        .extracting(Reaction.Spoken::id)
        .containsExactly("safety", "jobs", "cost");
    assertThat(finder.find("x", Said.TUNED, Optional.empty()))
        .extracting(Reaction.Spoken::id)
        .containsExactly("safety", "cost", "jobs");
  }

  @Test
  void setsLikenessAgainstThatOfTheLikestOtherIssue() {
    IssueFinder finder = finder(Map.of(), _ -> Optional.empty(), COST, JOBS, SAFETY);
    double[][] x = finder.features("x", Optional.of(vector(0.8f, 0.6f, 0)));
    assertThat(feature(x[0], LIKENESS)).isEqualTo(0.8, within(1e-6));
    assertThat(feature(x[0], BEYOND)).isEqualTo(0.2, within(1e-6));
    assertThat(feature(x[1], BEYOND)).isEqualTo(-0.2, within(1e-6));
    assertThat(feature(x[2], BEYOND)).isEqualTo(-0.8, within(1e-6));
    double[][] alone =
        finder(Map.of(), _ -> Optional.empty(), COST)
            .features("x", Optional.of(vector(0.8f, 0.6f, 0)));
    assertThat(feature(alone[0], BEYOND)).isEqualTo(0.8, within(1e-6));
  }

  @Test
  void countsDifferentCueWordsToFour() {
    IssueFinder finder = finder(Map.of(), _ -> Optional.empty(), COST, JOBS);
    double[][] two = finder.features("cheap, CHEAP, dear", Optional.empty());
    assertThat(feature(two[0], "a cue word")).isEqualTo(1);
    assertThat(feature(two[0], "more cue words")).isEqualTo(1);
    assertThat(feature(two[1], "a cue word")).isZero();
    assertThat(feature(two[1], "more cue words")).isZero();
    double[][] five = finder.features("cheap dear price bill budget", Optional.empty());
    assertThat(feature(five[0], "more cue words")).isEqualTo(3);
  }
}
