package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.app.Method;
import dev.chorus.app.UserException;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.language.About;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is compared with what, by an analysis that looks for a few words.
@Tag("models")
class EvaluateTest {
  private static final String BRIDGE = "Harbour Bridge";
  private static final String BILLION = "It cost a billion";

  @TempDir Path folder;

  private EvaluationResult run(EvaluationTask task, Event event, Path gold, int errors)
      throws Exception {
    AnalyzerSettings settings =
        new AnalyzerSettings(
            folder, event.subject(), Optional.empty(), AnalyzerSettings.Scorer.POSTS, true);
    EvaluationRequest request =
        new EvaluationRequest(task, gold, new Method(event, settings), 1, errors);
    return new Evaluate(request, posts -> posts.stream().map(EvaluateTest::placed).toList()).run();
  }

  private Evaluation labels(EvaluationTask task, String... lines) throws Exception {
    EvaluationResult result = run(task, Gold.event(), Gold.file(folder, lines), 9);
    return ((EvaluationResult.OfLabels) result).evaluation();
  }

  /// Feels, takes sides and sees names by words: good, bad, wow, billion, loud, Ann …; `?!` is not
  /// read.
  private static Placed placed(Post post) {
    String text = post.text();
    if (text.contains("?!")) return new Placed(Reaction.unread(post, "xx"), Placement.unread());
    double good = text.contains("good") ? 0.8 : 0.1;
    double bad = text.contains("bad") ? 0.8 : 0.1;
    List<Stance> stances = new ArrayList<>();
    for (String target : post.targets()) stances.add(stance(target, text, Side.FAVOR, "wow"));
    if (post.targets().isEmpty()) stances.add(stance(BRIDGE, text, Side.AGAINST, "bad"));
    if (text.contains("billion")) {
      boolean reported = text.contains("they say");
      stances.add(new Stance(BILLION, Side.FAVOR, 0.7, Optional.empty(), reported));
    }
    List<Mention> mentions =
        Stream.of("Ann", "Rome", "Acme")
            .filter(text::contains)
            .map(
                name -> {
                  int at = text.indexOf(name);
                  return new Mention(
                      name,
                      new Span(at, at + name.length()),
                      name.equals("Acme") ? EntityType.ORGANIZATION : EntityType.PERSON,
                      name);
                })
            .toList();
    boolean off = text.contains("off");
    return new Placed(
        new Reaction(
            post,
            "en",
            Optional.of(new Sentiment(bad, 1 - good - bad, good)),
            Optional.of(new About(off ? 0.2 : 0.9, off ? About.Kind.OFF : About.Kind.REACTION)),
            mentions,
            stances,
            text.contains("loud") ? List.of(new Reaction.Spoken("noise", 0.6)) : List.of(),
            List.of(),
            Optional.empty()),
        new Placement(text.contains("good") ? "fans" : Camp.UNALIGNED, 0.6, List.of(), List.of()));
  }

  private static Stance stance(String target, String text, Side side, String word) {
    return new Stance(target, text.contains(word) ? side : Side.NONE, 0.9, Optional.empty());
  }

  private static String json(String line) {
    return line.replace('\'', '"');
  }

  private static double figure(Evaluation evaluation, String name) {
    return evaluation.figures().stream()
        .filter(f -> f.name().equals(name))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void comparesMoodsAndShowsTheWorstErrors() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.SENTIMENT,
            json("{'id':'1','text':'good','sentiment':'positive'}"),
            json("{'id':'2','text':'bad','label':'negative'}"),
            json("{'id':'3','text':'so so','sentiment':'positive'}"),
            json("{'id':'4','text':'?!','sentiment':'neutral'}"));
    assertThat(evaluation.posts()).isEqualTo(4);
    assertThat(evaluation.unread()).isEqualTo(1);
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.5);
    // Positive: all it was given is right, half of what is positive was found. Negative: all.
    assertThat(figure(evaluation, "F1 of positive and negative"))
        .isEqualTo((2.0 / 3 + 1) / 2, within(1e-9));
    assertThat(evaluation.worst())
        .singleElement()
        .satisfies(
            worst -> {
              assertThat(worst.id()).isEqualTo("3");
              assertThat(worst.given()).contains("neutral");
              assertThat(worst.confidence()).isEqualTo(0.8, within(1e-9));
            });
  }

  @Test
  void comparesScoresWithRatings() throws Exception {
    Path gold =
        Gold.file(
            folder,
            "{\"id\":\"1\",\"text\":\"good\",\"score\":3.1}",
            "{\"id\":\"2\",\"text\":\"bad\",\"score\":-3}",
            "{\"id\":\"3\",\"text\":\"so so\",\"score\":0.05}",
            "{\"id\":\"4\",\"text\":\"?!\",\"score\":4}");
    EvaluationResult.OfScores scores =
        (EvaluationResult.OfScores) run(EvaluationTask.SENTIMENT, Gold.event(), gold, 0);
    assertThat(scores.posts()).isEqualTo(4);
    assertThat(scores.unread()).isEqualTo(1);
    assertThat(scores.correlation().value()).isEqualTo(1, within(1e-3));
  }

  @Test
  void comparesStancesTowardTheNamedTargetOrTheMainOne() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.STANCE,
            "{\"id\":\"1\",\"text\":\"wow\",\"stance\":\"favor\",\"target\":\"ferry\"}",
            "{\"id\":\"2\",\"text\":\"wow\",\"label\":\"negative\",\"target\":\"Ferry\"}",
            "{\"id\":\"3\",\"text\":\"bad\",\"stance\":\"against\"}",
            "{\"id\":\"4\",\"text\":\"wow\",\"stance\":\"none\"}");
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.75);
    assertThat(evaluation.worst())
        .singleElement()
        .satisfies(
            worst -> {
              assertThat(worst.id()).isEqualTo("2");
              assertThat(worst.gold()).isEqualTo("against");
              assertThat(worst.given()).contains("favor");
            });
  }

  @Test
  void comparesCampsAndTakesNoneForUnaligned() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.CAMPS,
            "{\"id\":\"1\",\"text\":\"good\",\"camp\":\"fans\"}",
            "{\"id\":\"2\",\"text\":\"so so\",\"camp\":\"none\"}",
            "{\"id\":\"3\",\"text\":\"so so\",\"camp\":\"savers\"}");
    assertThat(figure(evaluation, "accuracy")).isEqualTo(2.0 / 3, within(1e-9));
    assertThat(evaluation.worst()).extracting(w -> w.given().get()).containsExactly("unaligned");
  }

  @Test
  void comparesWhatPostsAreAbout() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.ABOUT,
            "{\"id\":\"1\",\"text\":\"good\",\"about\":\"reaction\"}",
            "{\"id\":\"2\",\"text\":\"way off\",\"about\":\"reaction\"}");
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.5);
    // How sure it is that the post is no reaction.
    assertThat(evaluation.worst().getFirst().confidence()).isEqualTo(0.8, within(1e-9));
  }

  /// A claim of which nobody said anything is not counted.
  @Test
  void countsTheClaimsThatWereJudged() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.CLAIMS,
            "{\"id\":\"1\",\"text\":\"a billion\",\"claims\":{\"It cost a billion\":\"affirm\"}}",
            "{\"id\":\"2\",\"text\":\"a billion\",\"claims\":{\"It cost a billion\":\"deny\","
                + "\"It shakes\":\"none\"}}",
            "{\"id\":\"3\",\"text\":\"a billion, they say\",\"claims\":"
                + "{\"It cost a billion\":\"none\"},\"reported_claims\":[\"It cost a billion\"]}",
            "{\"id\":\"4\",\"text\":\"a billion\"}");
    assertThat(evaluation.posts()).isEqualTo(4);
    assertThat(figure(evaluation, "accuracy")).isEqualTo(0.75);
    assertThat(evaluation.confusion().labels())
        .containsExactlyInAnyOrder("favor", "against", "none", "reported");
    assertThat(evaluation.worst()).extracting(w -> w.id()).containsExactly("2");
  }

  /// Issues that neither the label nor the analysis names are not counted, nor are posts of which
  /// nobody said what issues they speak of.
  @Test
  void countsTheIssuesThatAreNamed() throws Exception {
    Evaluation evaluation =
        labels(
            EvaluationTask.ISSUES,
            "{\"id\":\"1\",\"text\":\"loud\",\"issues\":[\"noise\"]}",
            "{\"id\":\"2\",\"text\":\"loud\",\"issues\":[]}",
            "{\"id\":\"3\",\"text\":\"so so\",\"issues\":[\"cost\"]}",
            "{\"id\":\"4\",\"text\":\"so so\",\"issues\":[]}",
            "{\"id\":\"5\",\"text\":\"loud\"}");
    assertThat(evaluation.posts()).isEqualTo(3);
    assertThat(evaluation.worst())
        .extracting(w -> w.id() + " " + w.gold() + " " + w.given().get())
        .containsExactly("3 cost none", "2 none noise");
  }

  @Test
  void leavesOutUserNamesAndTypesThatNobodyLookedFor() throws Exception {
    Path gold =
        Gold.file(
            folder,
            "{\"id\":\"1\",\"tokens\":[\"Ann\",\"left\",\"Acme\"],\"tags\":[\"B-PER\",\"O\",\"O\"]}",
            "{\"id\":\"2\",\"tokens\":[\"@\",\"Ann\",\"@bob\",\"left\"],"
                + "\"tags\":[\"O\",\"B-PER\",\"B-PER\",\"O\"]}",
            "{\"id\":\"3\",\"tokens\":[\"Rome\",\"and\",\"Bea\"],\"tags\":[\"O\",\"O\",\"B-PER\"]}");
    SpanEvaluation evaluation =
        ((EvaluationResult.OfNames) run(EvaluationTask.ENTITIES, Gold.event(), gold, 9))
            .evaluation();
    assertThat(evaluation.posts()).isEqualTo(3);
    assertThat(evaluation.figures().getFirst().value()).as("precision").isEqualTo(0.5);
    assertThat(evaluation.worst()).extracting(SpanEvaluation.MarkedPost::id).containsExactly("3");
    assertThat(evaluation.worst().getFirst().missed()).hasSize(1);
    assertThat(evaluation.worst().getFirst().wrong()).hasSize(1);
  }

  @Test
  void comparesTheClustersOfEachTargetWithItsGroups() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(
          """
          {"id":"f%d","text":"The ferry to the island left the harbour %d hours late","cluster":"a"}\
          """
              .formatted(i, i));
      lines.add(
          """
          {"id":"b%d","text":"Our bakery sells rye sourdough with a dark crust %d","label":"b"}\
          """
              .formatted(i, i));
    }
    lines.add("{\"id\":\"t\",\"text\":\"Trams\",\"label\":\"c\",\"target\":\"Trams\"}");
    EvaluationResult.OfClusters clusters =
        (EvaluationResult.OfClusters)
            run(
                EvaluationTask.CLUSTERS,
                Gold.event(),
                Gold.file(folder, lines.toArray(String[]::new)),
                0);
    assertThat(clusters.byTarget()).containsOnlyKeys("Trams", "all");
    ClusterEvaluation all = clusters.byTarget().get("all");
    assertThat(all.posts()).isEqualTo(12);
    assertThat(all.found()).isEqualTo(2);
    assertThat(all.nmi()).isEqualTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sentiment | {'id':'7','text':'x','sentiment':'odd'} | \"7\" has the label \"odd\";"
            + " wanted one of negative, neutral, positive.",
        "sentiment | {'id':'7','text':'x'}                   | \"7\" has no \"score\".",
        "stance    | {'id':'7','text':'x','stance':'up'}     | \"7\" has the label \"up\"; wanted"
            + " one of against, none, favor.",
        "stance    | {'id':'7','text':'x'}                   | \"7\" has no \"stance\".",
        "camps     | {'id':'7','text':'x','camp':'martians'} | \"martians\"; wanted one of fans,"
            + " savers, unaligned.",
        "about     | {'id':'7','text':'x','about':'me'}      | \"7\" has the label \"me\"; wanted"
            + " one of reaction, mention, off, fragment, notice.",
        "claims    | {'id':'7','text':'x'}                   | holds no posts with \"claims\" of"
            + " bridge.",
        "issues    | {'id':'7','text':'x','issues':[]}       | holds no posts with \"issues\" of"
            + " bridge.",
        "clusters  | {'id':'7','text':'x'}                   | \"7\" has no \"cluster\".",
        "entities  | {'id':'7','tokens':['x'],'tags':['B-PET']} | \"7\" has a name of type \"PET\";"
            + " wanted person",
        "shares    | {'id':'7','text':'x','camp':'fans'}     | chorus train camps GOLD",
      })
  void refusesWhatCannotBeCompared(String task, String line, String message) {
    assertThatThrownBy(
            () ->
                run(
                    EvaluationTask.valueOf(task.toUpperCase(Locale.ROOT)),
                    Gold.event(),
                    Gold.file(folder, json(line)),
                    0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  @Test
  void checksEveryLabelBeforeTheAnalysis() {
    Path gold =
        Gold.file(
            folder,
            "{\"id\":\"1\",\"text\":\"x\",\"camp\":\"fans\"}",
            "{\"id\":\"2\",\"text\":\"x\",\"camp\":\"martians\"}");
    Event event = Gold.event();
    AnalyzerSettings settings =
        new AnalyzerSettings(
            folder, event.subject(), Optional.empty(), AnalyzerSettings.Scorer.POSTS, true);
    Evaluate evaluate =
        new Evaluate(
            new EvaluationRequest(EvaluationTask.CAMPS, gold, new Method(event, settings), 1, 0),
            _ -> {
              throw new AssertionError("analysed");
            });
    assertThatThrownBy(evaluate::run)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("\"2\" has the label \"martians\"");
  }

  @Test
  void refusesTwoRecordsWithOneIdAmongThoseToCluster() {
    String line = "{\"id\":\"7\",\"text\":\"x\",\"cluster\":\"a\"}";
    assertThatThrownBy(
            () -> run(EvaluationTask.CLUSTERS, Gold.event(), Gold.file(folder, line, line), 0))
        .isInstanceOf(UserException.class)
        .hasMessage("Two records have the id \"7\"; wanted one each.");
  }

  @Test
  void refusesAFileWithoutPosts() {
    String line = json("{'id':'1','text':'x','readings':[],'tokens':[''],'tags':['O']}");
    for (EvaluationTask task : EvaluationTask.values()) {
      assertThatThrownBy(() -> run(task, Gold.event(), Gold.file(folder, line), 0))
          .as(task.toString())
          .isInstanceOf(UserException.class)
          .hasMessageContaining("holds no ");
    }
  }

  /// An event may have claims alone: then a stance must say toward what.
  @Test
  void refusesStancesWithoutTargetWhereTheEventHasNoMainOne() {
    Event claimsAlone =
        Gold.event(
            Gold.EVENT
                .replaceFirst("(?m)^  - \\{name: Harbour.*\n", "")
                .replaceFirst("(?m)^  - \\{name: Ferry.*\n", ""));
    Path gold = Gold.file(folder, "{\"id\":\"1\",\"text\":\"x\",\"stance\":\"none\"}");
    assertThatThrownBy(() -> run(EvaluationTask.STANCE, claimsAlone, gold, 0))
        .isInstanceOf(UserException.class)
        .hasMessage("The event has no entity among its targets.");
  }
}
