package dev.chorus.camp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.About;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Span;
import dev.chorus.language.Vector;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.EventModel;
import dev.chorus.post.Post;
import dev.chorus.training.SoftmaxTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementAssignerTest {
  private static final String TWO =
      """
      event: {id: e, title: E}
      targets: [{name: Thing, type: product}]
      camps:
        - {id: fans, title: Fans, claim: good., cues: [great], examples: [a, b, c]}
        - {id: foes, title: Foes, claim: bad., cues: [awful], examples: [d, e, f]}
      """;
  private static final String THREE =
      TWO
          + "  - {id: buyers, title: Buyers, claim: cheap., cues: [cheap, price], examples: [g, h,"
          + " i]}\n";

  private static Event event(String yaml) throws Exception {
    return EventFile.parse("test", yaml);
  }

  /// Weighs cue words, and what labels say if there are any.
  private static ChoiceModel weights(double labels) {
    double[] weights = new double[StatementAssigner.FEATURES.size()];
    weights[StatementAssigner.FEATURES.indexOf("cue words")] = 2;
    weights[StatementAssigner.FEATURES.indexOf("labelled posts")] = labels;
    return new ChoiceModel(StatementAssigner.FEATURES, weights);
  }

  /// Labels that see in the first number of the tuned vector who is a fan.
  private static EventModel taught() {
    List<Vector> vectors = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      vectors.add(tuned(i % 3));
      right.add(i % 3);
    }
    Classifier labels =
        SoftmaxTraining.train(
            List.of("fans", "foes", "unaligned"), vectors, right, new double[] {1, 1, 1}, 1e-3);
    return new EventModel(labels, weights(1), Optional.empty());
  }

  private static Vector tuned(int kind) {
    float[] direction = new float[3];
    direction[kind] = 1;
    return Vector.ofDirection(direction);
  }

  private static Reaction reaction(String text, Optional<Vector> tuned) {
    return new Reaction(
        Post.of("p", text),
        "en",
        Optional.of(new Sentiment(0.2, 0.6, 0.2)),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Span(0, text.length())),
        Optional.empty(),
        tuned);
  }

  private static StatementAssigner assigner(String yaml, Optional<EventModel> taught)
      throws Exception {
    return new StatementAssigner(event(yaml), weights(0), taught, _ -> Statements.NONE);
  }

  /// What was learned comes back from an index without the vector that it was learned from.
  @Test
  void placesAgainFromWhatWasStored() throws Exception {
    StatementAssigner assigner = assigner(TWO, Optional.of(taught()));
    Placement first = assigner.place(reaction("so so", Optional.of(tuned(1))));
    assertThat(first.camp()).isEqualTo("foes");
    assertThat(first.learned()).containsOnlyKeys("fans", "foes", "unaligned");
    Placement again = assigner.place(reaction("so so", Optional.empty()), first.learned());
    assertThat(again).isEqualTo(first);
  }

  /// A camp that was declared later takes from the others what its cue words earn, and leaves
  /// their order alone.
  @Test
  void placesCampsWithoutLabelsBesideThoseWithThem() throws Exception {
    StatementAssigner two = assigner(TWO, Optional.of(taught()));
    StatementAssigner three = assigner(THREE, Optional.of(taught()));
    Reaction quiet = reaction("so so", Optional.of(tuned(0)));
    Reaction cheap = reaction("what a cheap price", Optional.of(tuned(0)));
    assertThat(three.place(quiet).camp()).isEqualTo("fans");
    assertThat(three.place(cheap).camp()).isEqualTo("buyers");
    Placement placed = three.place(cheap);
    double all = 0;
    for (String id : List.of("fans", "foes", "buyers", "unaligned")) all += placed.probability(id);
    assertThat(all).isEqualTo(1, within(1e-9));
    Placement before = two.place(cheap);
    assertThat(placed.probability("fans") / placed.probability("foes"))
        .isEqualTo(before.probability("fans") / before.probability("foes"), within(1e-6));
  }

  @Test
  void forgetsACampThatIsGone() throws Exception {
    String one = TWO.replaceFirst("(?m)^  - \\{id: foes.*\n", "");
    Placement placed =
        assigner(one, Optional.of(taught())).place(reaction("so so", Optional.of(tuned(1))));
    assertThat(placed.probability("foes")).isZero();
    assertThat(placed.probability("fans") + placed.probability("unaligned"))
        .isEqualTo(1, within(1e-9));
  }

  @Test
  void decidesByDeclarationsAloneWhereNothingIsLabelled() throws Exception {
    Placement placed = assigner(TWO, Optional.empty()).place(reaction("awful", Optional.empty()));
    assertThat(placed.camp()).isEqualTo("foes");
    assertThat(placed.learned()).isEqualTo(Map.of());
  }

  private static Reaction judged(Reaction reaction, About about) {
    return new Reaction(
        reaction.post(),
        reaction.lang(),
        reaction.sentiment(),
        Optional.of(about),
        reaction.mentions(),
        reaction.stances(),
        reaction.issues(),
        reaction.sentences(),
        reaction.vector(),
        reaction.tuned());
  }

  /// What it might say as a reaction stands among the alternatives, as far as it might be one.
  @Test
  void aPostThatDoesNotReactHasNoCamp() throws Exception {
    StatementAssigner assigner = assigner(TWO, Optional.of(taught()));
    Reaction foe = reaction("awful", Optional.of(tuned(1)));
    Placement as = assigner.place(judged(foe, new About(0.75, About.Kind.REACTION)));
    Placement placed = assigner.place(judged(foe, new About(0.25, About.Kind.MENTION)));
    assertThat(as.camp()).isEqualTo("foes");
    assertThat(placed.camp()).isEqualTo("unaligned");
    assertThat(placed.aligned()).isFalse();
    for (String camp : List.of("fans", "foes")) {
      assertThat(placed.probability(camp)).isEqualTo(as.probability(camp) / 4, within(1e-9));
    }
    assertThat(placed.probability())
        .isEqualTo(1 - (as.probability("fans") + as.probability("foes")) / 4, within(1e-9));
    assertThat(placed.alternatives().getFirst().camp()).isEqualTo("foes");
    assertThat(placed.reasons())
        .extracting(Placement.Reason::what)
        .containsExactly("it does not react to the event");
  }

  @Test
  void aPostThatDoesNotReactHasNoCampThoughNothingIsLabelled() throws Exception {
    Reaction foe = reaction("awful", Optional.empty());
    Placement placed =
        assigner(TWO, Optional.empty()).place(judged(foe, new About(0.4, About.Kind.OFF)));
    assertThat(placed.camp()).isEqualTo("unaligned");
    assertThat(placed.alternatives().getFirst().camp()).isEqualTo("foes");
  }

  @Test
  void theLikelierNoReactionTheMoreSpeaksForBeingUnaligned() throws Exception {
    StatementAssigner assigner = assigner(TWO, Optional.empty());
    Reaction post = reaction("awful", Optional.empty());
    int at = StatementAssigner.FEATURES.indexOf("unaligned: no reaction to the event");
    About sure = new About(0.75, About.Kind.REACTION);
    assertThat(assigner.features(judged(post, sure), Optional.empty())[2][at])
        .isEqualTo(-Math.log(3), within(1e-9));
    assertThat(assigner.features(post, Optional.empty())[2][at]).isZero();
    About never = new About(0, About.Kind.OFF);
    assertThat(assigner.features(judged(post, never), Optional.empty())[2][at])
        .isEqualTo(Math.log(999), within(1e-9));
  }

  /// As likely to be one thing as another: nobody would be right to count it.
  @Test
  void aCampThatIsLessLikelyThanNotIsAGuess() throws Exception {
    StatementAssigner assigner = assigner(TWO, Optional.of(taught()));
    assertThat(assigner.place(reaction("so so", Optional.of(tuned(1)))).camp()).isEqualTo("foes");
    Vector between = Vector.ofDirection(new float[] {1, 1.1f, 1});
    Placement guessed = assigner.place(reaction("so so", Optional.of(between)));
    assertThat(guessed.camp()).isEqualTo("unaligned");
    Placement.Alternative best = guessed.alternatives().getFirst();
    assertThat(best.camp()).isEqualTo("foes");
    assertThat(best.probability()).isBetween(guessed.probability(), 0.5);
    assertThat(guessed.reasons())
        .extracting(Placement.Reason::what)
        .containsExactly("no camp's examples, cue words or stances fit well enough");
  }
}
