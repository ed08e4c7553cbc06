package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.About;
import dev.chorus.language.Subject;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.english.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AboutModelTest {
  private static final Target THING = Target.named("Thing");
  private static final Subject SUBJECT =
      new Subject("e", List.of(THING), List.of(), List.of("good", "bad"), List.of("moat", "hype"));
  private static final Vector ALIKE = Vector.ofDirection(new float[] {1, 0, 0});
  private static final Vector UNLIKE = Vector.ofDirection(new float[] {0, 0, 1});
  private static final Statements ABOUT_IT =
      new Statements(
          List.of("good", "bad"), List.of(ALIKE, Vector.ofDirection(new float[] {0.6f, 0.8f, 0})));
  private static final Statements TALK = new Statements(List.of("hello"), List.of(UNLIKE));

  private static About taught(Map<String, Double> atLeast, double... p) {
    Answers answers = Said.answers(AboutModel.CLASSES, atLeast, p);
    return model(Optional.of(answers), Map.of())
        .judge("whatever it says here", Said.TUNED, Optional.empty(), Set.of());
  }

  private static AboutModel model(Optional<Answers> taught, Map<String, Double> weights) {
    return new AboutModel(
        SUBJECT, taught, Said.weights(AboutModel.FEATURES, weights), ABOUT_IT, TALK);
  }

  private static double[] features(String text, Optional<Vector> vector, Set<Target> named) {
    return model(Optional.empty(), Map.of()).alternatives(text, vector, named)[0];
  }

  private static double feature(double[] features, String name) {
    return features[AboutModel.FEATURES.indexOf(name)];
  }

  @Test
  void takesForAReactionWhatIsAsSureAsWasMeasured() {
    double[] p = {0.35, 0.5, 0.05, 0.05, 0.05};
    assertThat(taught(Map.of("reaction", 0.3), p).kind()).isEqualTo(About.Kind.REACTION);
    About mention = taught(Map.of(), p);
    assertThat(mention.kind()).isEqualTo(About.Kind.MENTION);
    assertThat(mention.event()).isEqualTo(0.35, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void namesTheLikeliestKindOfWhatIsNoReaction(About.Kind kind) {
    double[] p = {0.15, 0.15, 0.15, 0.15, 0.15};
    p[kind.ordinal()] = 0.4;
    assertThat(taught(Map.of("reaction", 0.3), p).kind()).isEqualTo(kind);
  }

  /// However likely a reaction is: it was not likely enough.
  @Test
  void callsNothingAReactionThatIsNotSureEnough() {
    About about = taught(Map.of("reaction", 0.9), 0.8, 0.05, 0.05, 0.06, 0.04);
    assertThat(about.kind()).isEqualTo(About.Kind.FRAGMENT);
    assertThat(about.reacts()).isFalse();
    assertThat(about.event()).isEqualTo(0.8, within(1e-9));
  }

  @Test
  void goesByLikenessWhereNothingIsLabelled() {
    AboutModel model =
        model(
            Optional.empty(),
            Map.of("reaction", -5.0, "likeness to the event's three closest statements", 10.0));
    About alike = model.judge("this is good news", Optional.empty(), Optional.of(ALIKE), Set.of());
    assertThat(alike.kind()).isEqualTo(About.Kind.REACTION);
    assertThat(alike.event()).isEqualTo(1 / (1 + Math.exp(-3)), within(1e-6));
    About unlike = model.judge("my cat is ill", Optional.empty(), Optional.of(UNLIKE), Set.of());
    assertThat(unlike.kind()).isEqualTo(About.Kind.OFF);
    assertThat(unlike.event()).isEqualTo(1 / (1 + Math.exp(5)), within(1e-6));
  }

  @Test
  void comparesWithGeneralTalk() {
    double[] alike = features("so it is", Optional.of(ALIKE), Set.of(THING));
    assertThat(feature(alike, "likeness to the event's three closest statements"))
        .isEqualTo(0.8, within(1e-6));
    assertThat(feature(alike, "likeness to its closest statement")).isEqualTo(1, within(1e-6));
    assertThat(feature(alike, "likeness beyond that of general talk")).isEqualTo(0.8, within(1e-6));
    assertThat(feature(alike, "main target named, likeness")).isEqualTo(0.8, within(1e-6));
    double[] unlike = features("so it is", Optional.of(UNLIKE), Set.of());
    assertThat(feature(unlike, "likeness beyond that of general talk")).isEqualTo(-1, within(1e-6));
    assertThat(feature(unlike, "main target named, likeness")).isZero();
  }

  @Test
  void countsNamesAndCueWordsToThree() {
    double[] few = features("the hype! HYPE and a moat", Optional.empty(), Set.of(THING));
    assertThat(feature(few, "the main target is named")).isEqualTo(1);
    assertThat(feature(few, "how many other targets are named")).isZero();
    assertThat(feature(few, "cue words")).isEqualTo(2);
    Set<Target> others =
        Set.of(Target.named("A"), Target.named("B"), Target.named("C"), Target.named("D"));
    double[] many = features("a b c d", Optional.empty(), others);
    assertThat(feature(many, "the main target is named")).isZero();
    assertThat(feature(many, "how many other targets are named")).isEqualTo(3);
    assertThat(feature(many, "cue words")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Thing is what my cat is called, true, MENTION",
    "my cat is ill, false, OFF",
    "so very true, false, FRAGMENT",
    "https://t.co/abc https://t.co/def, false, FRAGMENT",
    "Thing, true, MENTION"
  })
  void tellsWithoutLabelsWhatIsNoReaction(String text, boolean named, About.Kind kind) {
    About about =
        model(Optional.empty(), Map.of("reaction", -1.0))
            .judge(text, Optional.empty(), Optional.empty(), named ? Set.of(THING) : Set.of());
    assertThat(about.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"so very true, 1", "https://t.co/abc one two three, 1", "one two three four, 0"})
  void countsWordsWithoutLinks(String text, double few) {
    assertThat(feature(features(text, Optional.empty(), Set.of()), "few words")).isEqualTo(few);
  }
}
