package dev.chorus.language.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.english.Said;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.model.SoftmaxRegression;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceScorerTest {
  private static final String CLAIM = "It was stolen";
  private static final List<Target> TARGETS =
      List.of(
          target("Thing", Target.Kind.ENTITY, List.of("thingy"), List.of()),
          target("Acme", Target.Kind.ENTITY, List.of(), List.of("acmean")),
          target("United States", Target.Kind.ENTITY, List.of("US"), List.of("american")),
          target(CLAIM, Target.Kind.CLAIM, List.of(), List.of("stolen", "theft")));
  private static final Vector ALIKE = Vector.ofDirection(new float[] {1, 0});
  private static final Vector UNLIKE = Vector.ofDirection(new float[] {0, 1});

  private static Target target(
      String name, Target.Kind kind, List<String> aliases, List<String> cues) {
    return new Target(
        name, kind, Optional.empty(), aliases, cues, List.of("yes " + name), List.of("no " + name));
  }

  /// Sides follow from the mood; claims have what `claims` says.
  private static StanceScorer scorer(Function<String, Optional<Answers>> claims) {
    return new StanceScorer(
        TARGETS,
        Said.weights(
            StanceScorer.FEATURES,
            Map.of("mood, the only target", 9.0, "mood, one of several", 9.0)),
        _ -> Optional.empty(),
        Optional.empty(),
        claims,
        // A sentence that ends so is as clear as can be.
        sentence -> Optional.of(Vector.ofDirection(new float[] {sentence.endsWith("!") ? 1 : -1})),
        statements -> new Statements(statements, List.of(ALIKE)));
  }

  private static final StanceScorer UNTAUGHT = scorer(_ -> Optional.empty());

  /// @param p that a post denies the claim, is silent, affirms it, or passes it on
  private static StanceScorer taught(Map<String, Double> atLeast, double... p) {
    return scorer(_ -> Optional.of(Said.answers(Claims.CLASSES, atLeast, p)));
  }

  private static List<Stance> score(
      StanceScorer scorer, Post post, boolean reacts, Optional<Vector> vector) {
    return scorer.score(
        new StanceScorer.Reading(
            post,
            scorer.named(post.text()),
            List.of(new Span(0, post.text().length())),
            new Sentiment(0.1, 0.1, 0.8),
            Optional.empty(),
            Said.TUNED,
            vector),
        reacts);
  }

  private static List<Stance> score(StanceScorer scorer, String text) {
    return score(scorer, Post.of("p", text), true, Optional.of(ALIKE));
  }

  private static Post asking(String text, String... targets) {
    return Post.builder("p", text).targets(List.of(targets)).build();
  }

  @Test
  void aClaimWithoutLabelsIsSpokenOfButHasNoSide() {
    List<Stance> stances = score(UNTAUGHT, "They say it was stolen.");
    assertThat(stances)
        .containsExactly(new Stance(CLAIM, Side.NONE, 1, Optional.of(new Span(0, 23))));
  }

  @Test
  void aClaimWithoutLabelsNeedsItsWordsAndLikenessToItsStatements() {
    assertThat(score(UNTAUGHT, "They took it.")).isEmpty();
    Post other = Post.of("p", "my bike was stolen");
    assertThat(score(UNTAUGHT, other, true, Optional.of(UNLIKE))).isEmpty();
    // Without the encoder the words must do.
    assertThat(score(UNTAUGHT, other, true, Optional.empty())).hasSize(1);
    assertThat(score(UNTAUGHT, asking("my bike", CLAIM), true, Optional.of(UNLIKE)))
        .containsExactly(new Stance(CLAIM, Side.NONE, 1, Optional.empty()));
  }

  @Test
  void aSideOfAClaimIsToldWhereItIsSureEnough() {
    Map<String, Double> atLeast = Map.of("favor", 0.6, "against", Answers.NEVER);
    Stance affirms = score(taught(atLeast, 0.1, 0.2, 0.65, 0.05), "x").getFirst();
    assertThat(affirms.side()).isEqualTo(Side.FAVOR);
    assertThat(affirms.probability()).isEqualTo(0.65, within(1e-9));
    assertThat(affirms.reported()).isFalse();
    assertThat(affirms.evidence()).isEmpty();
    Stance unsure = score(taught(atLeast, 0.1, 0.25, 0.55, 0.1), "x").getFirst();
    assertThat(unsure.side()).isEqualTo(Side.NONE);
    assertThat(unsure.probability()).isEqualTo(0.25, within(1e-9));
    Stance never = score(taught(atLeast, 0.97, 0.01, 0.01, 0.01), "x").getFirst();
    assertThat(never.side()).isEqualTo(Side.NONE);
  }

  @Test
  void aSideOfAClaimMustBeVerySureWhereNothingWasMeasured() {
    assertThat(score(taught(Map.of(), 0.75, 0.1, 0.1, 0.05), "x").getFirst().side())
        .isEqualTo(Side.NONE);
    assertThat(score(taught(Map.of(), 0.85, 0.05, 0.05, 0.05), "x").getFirst().side())
        .isEqualTo(Side.AGAINST);
  }

  @Test
  void theLikelierOfTwoSidesIsTold() {
    Map<String, Double> low = Map.of("favor", 0.3, "against", 0.3);
    assertThat(score(taught(low, 0.5, 0.1, 0.35, 0.05), "x").getFirst().side())
        .isEqualTo(Side.AGAINST);
    assertThat(score(taught(low, 0.35, 0.1, 0.5, 0.05), "x").getFirst().side())
        .isEqualTo(Side.FAVOR);
  }

  @Test
  void aPostThatOnlyPassesAClaimOnHasNoSideButReportsIt() {
    Stance reported = score(taught(Map.of(), 0.1, 0.2, 0.1, 0.6), "x").getFirst();
    assertThat(reported.side()).isEqualTo(Side.NONE);
    assertThat(reported.reported()).isTrue();
    assertThat(reported.probability()).isEqualTo(0.6, within(1e-9));
  }

  /// What somebody is reported to have said is theirs, in whosever words.
  @Test
  void aReportIsTheStatementOfItsAuthor() {
    Post report = Post.builder("p", "x").kind(Kind.REPORT).build();
    StanceScorer claims = taught(Map.of("favor", 0.6), 0.05, 0.2, 0.15, 0.6);
    Stance said = score(claims, report, true, Optional.of(ALIKE)).getFirst();
    assertThat(said.side()).isEqualTo(Side.FAVOR);
    assertThat(said.probability()).isEqualTo(0.6, within(1e-9));
    assertThat(said.reported()).isFalse();
  }

  /// What labelled posts taught says against, what stands around the name says in favor.
  @Test
  void whatStandsAroundItsNameDecidesWhereOthersAreNamedToo() {
    double[] around = new double[3 * (TargetModel.SIZE + 1)];
    around[around.length - 1] = 5;
    EventModel taught =
        new EventModel(
            Said.answers(StanceScorer.CLASSES, Map.of(), 0.9, 0.05, 0.05).labels(),
            Said.weights(StanceScorer.FEATURES, Map.of("labelled posts", 1.0)),
            Optional.empty());
    StanceScorer scorer =
        new StanceScorer(
            TARGETS,
            Said.weights(StanceScorer.FEATURES, Map.of("words around its name", 1.0)),
            name -> name.equals("Thing") ? Optional.of(taught) : Optional.empty(),
            Optional.of(new TargetModel(new SoftmaxRegression(StanceScorer.CLASSES, around, 1))),
            _ -> Optional.empty(),
            _ -> Optional.empty(),
            statements -> new Statements(statements, List.of(ALIKE)));
    assertThat(read(scorer, "A thing").side()).isEqualTo(Side.AGAINST);
    assertThat(read(scorer, "A thing by Acme").side()).isEqualTo(Side.FAVOR);
  }

  private static Stance read(StanceScorer scorer, String text) {
    Words words = Words.of(text);
    float[] any = new float[Encoder.SIZE];
    any[0] = 1;
    float[] pieces = new float[words.pieces().length * Encoder.SIZE];
    Arrays.fill(pieces, 0.1f);
    return scorer
        .score(
            new StanceScorer.Reading(
                Post.of("p", text),
                scorer.named(text),
                List.of(new Span(0, text.length())),
                new Sentiment(0.1, 0.1, 0.8),
                Optional.of(new EncodedPost(words, new Encoder.Encoding(any, any, pieces))),
                Said.TUNED,
                Optional.of(ALIKE)),
            true)
        .getFirst();
  }

  @Test
  void theClearestSentenceProvesTheSideOfAClaim() {
    String text = "Stolen, you ask? They took it all!";
    List<Span> sentences = List.of(new Span(0, 16), new Span(17, 34));
    SoftmaxRegression clear =
        new SoftmaxRegression(Claims.CLASSES, new double[] {0, 0, 0, 0, 1, 4, 0, 0}, 1);
    StanceScorer affirms = scorer(_ -> Optional.of(new Answers(clear, Map.of())));
    assertThat(proof(affirms, text, sentences)).contains(new Span(17, 34));
    SoftmaxRegression even =
        new SoftmaxRegression(Claims.CLASSES, new double[] {0, 0, 0, 0, 0, 4, 0, 0}, 1);
    StanceScorer same = scorer(_ -> Optional.of(new Answers(even, Map.of())));
    assertThat(proof(same, text, sentences)).contains(new Span(0, 16));
  }

  private static Optional<Span> proof(StanceScorer scorer, String text, List<Span> sentences) {
    StanceScorer.Reading reading =
        new StanceScorer.Reading(
            Post.of("p", text),
            Map.of(),
            sentences,
            new Sentiment(0.1, 0.1, 0.8),
            Optional.empty(),
            Said.TUNED,
            Optional.of(ALIKE));
    return scorer.score(reading, true).getFirst().evidence();
  }

  @Test
  void aPostThatIsSilentOnAClaimHasNoStanceUnlessItsRecordAsks() {
    StanceScorer silent = taught(Map.of(), 0.1, 0.7, 0.1, 0.1);
    assertThat(score(silent, "it was stolen")).isEmpty();
    Stance asked = score(silent, asking("x", CLAIM), true, Optional.empty()).getFirst();
    assertThat(asked.side()).isEqualTo(Side.NONE);
    assertThat(asked.reported()).isFalse();
    assertThat(asked.probability()).isEqualTo(0.7, within(1e-9));
  }

  @Test
  void aPostThatDoesNotReactTakesSidesOnOtherTargetsOnly() {
    StanceScorer affirms = taught(Map.of(), 0.05, 0.05, 0.85, 0.05);
    String text = "Thing and Acme, stolen";
    assertThat(score(affirms, Post.of("p", text), true, Optional.of(ALIKE)))
        .extracting(Stance::target)
        .containsExactly("Thing", "Acme", CLAIM);
    List<Stance> stances = score(affirms, Post.of("p", text), false, Optional.of(ALIKE));
    assertThat(stances).extracting(Stance::target).containsExactly("Acme");
    assertThat(stances.getFirst().side()).isEqualTo(Side.FAVOR);
  }

  @Test
  void aPostThatDoesNotReactTakesTheSidesThatItsRecordAsksFor() {
    StanceScorer affirms = taught(Map.of(), 0.05, 0.05, 0.85, 0.05);
    Post post =
        asking("Thing, stolen", "thing", CLAIM.toUpperCase(java.util.Locale.ROOT), "Zenith");
    assertThat(score(affirms, post, false, Optional.of(ALIKE)))
        .extracting(s -> s.target() + " " + s.side().id())
        .containsExactly("Thing favor", CLAIM + " favor", "Zenith favor");
  }

  @ParameterizedTest
  @CsvSource({
    "the US wins, United States",
    "they tell us, ",
    "so American, United States",
    "an acmean product, Acme",
    "my thingy, Thing",
    "it was stolen, "
  })
  void anEntityIsNamedByItsAliasesAndCues(String text, String named) {
    assertThat(UNTAUGHT.named(text).keySet())
        .extracting(Target::name)
        .isEqualTo(named == null ? List.of() : List.of(named));
  }

  @Test
  void aCueIsTheEvidenceOfAStance() {
    Stance stance = score(UNTAUGHT, "I love american things").getFirst();
    assertThat(stance.target()).isEqualTo("United States");
    assertThat(stance.evidence()).contains(new Span(0, 22));
  }
}
