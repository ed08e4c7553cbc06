package dev.chorus.cli;

import dev.chorus.app.GoldNamesFile;
import dev.chorus.app.Method;
import dev.chorus.app.Pipeline;
import dev.chorus.app.UserException;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.camp.emergent.Cluster;
import dev.chorus.camp.emergent.Clusterer;
import dev.chorus.camp.emergent.Document;
import dev.chorus.common.OrderedParallel;
import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Correlation;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.Judged;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.json.Json;
import dev.chorus.language.About;
import dev.chorus.language.Issue;
import dev.chorus.language.Mood;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.language.head.Claims;
import dev.chorus.language.model.Trial;
import dev.chorus.post.Post;
import dev.chorus.render.EvaluationJson;
import dev.chorus.render.EvaluationText;
import dev.chorus.report.estimate.ShareEvaluation;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.training.GoldNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus evaluate KIND GOLD`
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the analysis with labelled posts: averages with 95%% intervals, which label was"
          + " taken for which, and the worst errors. Posts with a \"score\" from -4 to 4 instead of"
          + " a sentiment give a correlation. For shares, 1,000 corpora of 200 posts are drawn from"
          + " posts labelled with camps, and the shares that a report would show are compared with"
          + " the true ones."
          + " Clusters of posts are compared with groups made by hand, where posts have a"
          + " \"target\" those of each target by themselves."
    })
final class EvaluateCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int CORPORA = 1_000;
  private static final int CORPUS = 200;

  enum Kind {
    SENTIMENT,
    ENTITIES,
    STANCE,
    CAMPS,
    ABOUT,
    CLAIMS,
    ISSUES,
    SHARES,
    CLUSTERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParentCommand private Main main;

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "GOLD",
      description =
          "JSON Lines with id, text, and \"sentiment\" (or \"label\", or \"score\"), \"stance\""
              + " with or without a \"target\", \"camp\", \"about\", \"claims\", \"issues\", or"
              + " \"cluster\" (or \"label\");"
              + " for entities, id, tokens, and tags such as B-person.")
  private Path gold;

  @Option(
      names = "--errors",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the worst errors are shown (default: ${DEFAULT-VALUE}).")
  private int errors;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    if (errors < 0) throw new UserException("--errors is " + errors + "; wanted 0 or more.");
    switch (kind) {
      case ENTITIES -> entities();
      case SENTIMENT -> labels(Question.SENTIMENT);
      case STANCE -> labels(Question.STANCE);
      case CAMPS -> labels(Question.CAMP);
      case ABOUT -> labels(Question.ABOUT);
      case CLAIMS -> several(EvaluateCommand::claims);
      case ISSUES -> several(EvaluateCommand::issues);
      case SHARES -> shares();
      case CLUSTERS -> clusters();
    }
    return ExitCode.DONE;
  }

  /// What is asked of a post as a whole.
  private enum Question {
    SENTIMENT,
    STANCE,
    CAMP,
    ABOUT
  }

  private void labels(Question question) throws Exception {
    List<Labelled> rows = LabelledReader.read(gold);
    if (rows.isEmpty()) throw new UserException(gold + " holds no labelled posts.");
    Event event = options.event();
    boolean rated =
        question == Question.SENTIMENT && rows.getFirst().label("sentiment", "label").isEmpty();
    // Before the analysis, which may take long.
    for (Labelled row : rows) check(question, row, rated, event);
    Optional<String> mainTarget = event.mainTarget().map(Target::name);
    List<Placed> placed = analysed(rows.stream().map(Labelled::asked).toList(), event);
    if (rated) {
      correlation(rows, placed);
      return;
    }
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Labelled row = rows.get(i);
      judged.add(
          switch (question) {
            case SENTIMENT -> sentiment(row, placed.get(i));
            case STANCE -> stance(row, placed.get(i), mainTarget);
            case CAMP -> camp(row, placed.get(i));
            case ABOUT -> about(row, placed.get(i));
          });
    }
    List<String> sides =
        switch (question) {
          case SENTIMENT -> List.of("positive", "negative");
          case STANCE -> List.of(Side.FAVOR.id(), Side.AGAINST.id());
          case CAMP -> List.of();
          case ABOUT -> List.of(About.Kind.REACTION.id());
        };
    Evaluation evaluation = Evaluation.of(judged, sides, errors, SEED);
    Io io = main.io();
    switch (format) {
      case TEXT -> io.out().print(EvaluationText.of(title(), evaluation, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(evaluation)));
    }
  }

  /// What was answered to a question that has several answers a post, or none.
  private interface Answered {
    List<Judged> of(Labelled row, Placed placed, Event event);
  }

  private void several(Answered answered) throws Exception {
    List<Labelled> rows = LabelledReader.read(gold);
    Event event = options.event();
    List<Placed> placed = analysed(rows.stream().map(Labelled::asked).toList(), event);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      judged.addAll(answered.of(rows.get(i), placed.get(i), event));
    }
    if (judged.isEmpty()) {
      throw new UserException(
          gold + " holds no posts with \"" + kind + "\" of " + event.id() + ".");
    }
    Evaluation evaluation = Evaluation.of(judged, List.of(), errors, SEED);
    Io io = main.io();
    switch (format) {
      case TEXT -> io.out().print(EvaluationText.of(title(), evaluation, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(evaluation)));
    }
  }

  /// What each post does with each claim that somebody judged.
  private static List<Judged> claims(Labelled row, Placed placed, Event event) {
    List<Judged> judged = new ArrayList<>();
    for (var claim : row.claims().entrySet()) {
      Optional<Stance> stance = placed.reaction().stanceOn(claim.getKey());
      String given =
          stance.map(s -> s.reported() ? "reported" : s.side().id()).orElse(Side.NONE.id());
      judged.add(
          new Judged(
              row.post().id(),
              row.post().text(),
              Claims.classOf(claim.getValue()),
              placed.reaction().read() ? Optional.of(given) : Optional.empty(),
              stance.map(Stance::probability).orElse(1.0)));
    }
    return judged;
  }

  /// The issues that a post speaks of, by the label or by the analysis.
  private static List<Judged> issues(Labelled row, Placed placed, Event event) {
    List<Judged> judged = new ArrayList<>();
    if (row.issues().isEmpty()) return judged;
    for (Issue issue : event.issues()) {
      boolean right = row.issues().get().contains(issue.id());
      Optional<Reaction.Spoken> given =
          placed.reaction().issues().stream().filter(s -> s.id().equals(issue.id())).findFirst();
      if (!right && given.isEmpty()) continue;
      judged.add(
          new Judged(
              row.post().id(),
              row.post().text(),
              right ? issue.id() : Side.NONE.id(),
              Optional.of(given.map(Reaction.Spoken::id).orElse(Side.NONE.id())),
              given.map(Reaction.Spoken::probability).orElse(1.0)));
    }
    return judged;
  }

  private static Judged about(Labelled row, Placed placed) throws UserException {
    Optional<About> about = placed.reaction().about();
    return new Judged(
        row.post().id(),
        row.post().text(),
        goldOf(Question.ABOUT, row),
        about.map(a -> a.kind().id()),
        about.map(a -> a.reacts() ? a.event() : 1 - a.event()).orElse(0.0));
  }

  private void shares() throws Exception {
    List<Labelled> rows = LabelledReader.read(gold);
    if (rows.isEmpty()) throw new UserException(gold + " holds no labelled posts.");
    Event event = options.event();
    Trial trial =
        new Method(event, options.settings(event))
            .trial()
            .filter(t -> t.classes().equals(StatementAssigner.classes(event)))
            .orElseThrow(
                () ->
                    new UserException(
                        "No labelled posts have taught the camps of this event, so shares are"
                            + " counted as they are. Teach them: chorus train camps GOLD"));
    for (Labelled row : rows) check(Question.CAMP, row, false, event);
    List<Placed> placed = analysed(rows.stream().map(Labelled::asked).toList(), event);
    List<String> right = new ArrayList<>();
    for (Labelled row : rows) right.add(goldOf(Question.CAMP, row));
    ShareEvaluation evaluation = ShareEvaluation.of(trial, placed, right, CORPORA, CORPUS, SEED);
    Io io = main.io();
    switch (format) {
      case TEXT -> io.out().print(EvaluationText.of(title(), evaluation, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(evaluation)));
    }
  }

  /// Refuses a record whose label is missing or none of those that the analysis gives.
  private static void check(Question question, Labelled row, boolean rated, Event event)
      throws UserException {
    if (rated) {
      gold(row, "score");
      return;
    }
    String label = goldOf(question, row);
    List<String> known =
        switch (question) {
          case SENTIMENT -> Arrays.stream(Mood.values()).map(Mood::id).toList();
          case STANCE -> Arrays.stream(Side.values()).map(Side::id).toList();
          case CAMP -> StatementAssigner.classes(event);
          case ABOUT -> Arrays.stream(About.Kind.values()).map(About.Kind::id).toList();
        };
    if (!known.contains(label)) {
      throw new UserException(
          "The record \""
              + row.post().id()
              + "\" has the label \""
              + label
              + "\"; wanted one of "
              + String.join(", ", known)
              + ".");
    }
  }

  private static String goldOf(Question question, Labelled row) throws UserException {
    return switch (question) {
      case SENTIMENT -> gold(row, "sentiment", "label");
      case STANCE -> {
        String label = gold(row, "stance", "label");
        yield Side.of(label).map(Side::id).orElse(label);
      }
      case CAMP -> {
        String camp = gold(row, "camp");
        yield camp.equals("none") ? Camp.UNALIGNED : camp;
      }
      case ABOUT -> gold(row, "about");
    };
  }

  private String title() {
    return kind + " of " + gold.getFileName();
  }

  private void entities() throws Exception {
    List<GoldNames> gold = GoldNamesFile.read(this.gold);
    List<Placed> placed =
        analysed(gold.stream().map(g -> Post.of(g.id(), g.text())).toList(), options.event());
    List<SpanEvaluation.Post> judged = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      GoldNames post = gold.get(i);
      judged.add(
          new SpanEvaluation.Post(
              post.id(),
              post.text(),
              marked(post, post.names().stream()),
              marked(
                  post,
                  placed.get(i).reaction().mentions().stream()
                      .map(m -> new NamedSpan(m.span(), m.type())))));
    }
    SpanEvaluation evaluation = SpanEvaluation.of(judged, errors, SEED);
    Io io = main.io();
    switch (format) {
      case TEXT -> io.out().print(EvaluationText.of(title(), evaluation, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(evaluation)));
    }
  }

  /// Names of the types that were looked for, without the names of users: data sets differ on
  /// whether those are names.
  private static Set<SpanEvaluation.Marked> marked(GoldNames post, Stream<NamedSpan> names) {
    return names
        .filter(n -> post.types().contains(n.type()))
        .filter(n -> !n.span().of(post.text()).startsWith("@"))
        .filter(n -> !post.text().substring(0, n.span().start()).stripTrailing().endsWith("@"))
        .map(n -> new SpanEvaluation.Marked(n.span().start(), n.span().end(), n.type().name()))
        .collect(Collectors.toSet());
  }

  private void clusters() throws Exception {
    List<Labelled> rows = LabelledReader.read(gold);
    if (rows.isEmpty()) throw new UserException(gold + " holds no labelled posts.");
    Map<String, List<Integer>> targets = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      gold(rows.get(i), "cluster", "label");
      String id = rows.get(i).post().id();
      if (!ids.add(id)) {
        throw new UserException("Two records have the id \"" + id + "\"; wanted one each.");
      }
      targets
          .computeIfAbsent(rows.get(i).label("target").orElse("all"), _ -> new ArrayList<>())
          .add(i);
    }
    List<Placed> placed = analysed(rows.stream().map(Labelled::asked).toList(), options.event());
    SortedMap<String, ClusterEvaluation> evaluations = new TreeMap<>();
    for (var target : targets.entrySet()) {
      Map<String, String> found = new HashMap<>();
      List<Document> documents = new ArrayList<>();
      for (int row : target.getValue()) documents.add(Document.of(placed.get(row).reaction()));
      for (Cluster cluster : Clusterer.cluster(documents, SEED)) {
        for (String id : cluster.members()) found.put(id, cluster.members().getFirst());
      }
      List<String> right = new ArrayList<>();
      List<String> given = new ArrayList<>();
      for (int row : target.getValue()) {
        right.add(gold(rows.get(row), "cluster", "label"));
        given.add(found.get(rows.get(row).post().id()));
      }
      evaluations.put(target.getKey(), ClusterEvaluation.of(right, given));
    }
    Io io = main.io();
    switch (format) {
      case TEXT -> io.out().print(EvaluationText.of(title(), evaluations, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(evaluations)));
    }
  }

  private List<Placed> analysed(List<Post> posts, Event event) throws Exception {
    List<Placed> all = new ArrayList<>();
    Progress progress = new Progress(main.io(), "evaluate");
    try (Pipeline pipeline = new Method(event, options.settings(event)).load();
        OrderedParallel<Post, Placed> analysis =
            new OrderedParallel<>(
                options.threads(),
                pipeline::place,
                placed -> {
                  all.add(placed);
                  progress.at(all.size());
                })) {
      posts.forEach(analysis::add);
      analysis.finish();
    } finally {
      progress.clear();
    }
    return all;
  }

  private Judged sentiment(Labelled row, Placed placed) throws UserException {
    Optional<Sentiment> sentiment = placed.reaction().sentiment();
    return new Judged(
        row.post().id(),
        row.post().text(),
        goldOf(Question.SENTIMENT, row),
        sentiment.map(s -> s.label().id()),
        sentiment
            .map(s -> Stream.of(s.negative(), s.neutral(), s.positive()).reduce(0.0, Math::max))
            .orElse(0.0));
  }

  /// A target without a stance is one on which the post takes no side.
  private Judged stance(Labelled row, Placed placed, Optional<String> mainTarget)
      throws UserException {
    String target =
        row.label("target")
            .or(() -> mainTarget)
            .orElseThrow(() -> new UserException("The event has no entity among its targets."));
    Optional<Stance> stance =
        placed.reaction().stances().stream()
            .filter(s -> s.target().equalsIgnoreCase(target))
            .findFirst();
    return new Judged(
        row.post().id(),
        row.post().text(),
        goldOf(Question.STANCE, row),
        placed.reaction().read()
            ? Optional.of(stance.map(Stance::side).orElse(Side.NONE).id())
            : Optional.empty(),
        stance.map(Stance::probability).orElse(1.0));
  }

  private Judged camp(Labelled row, Placed placed) throws UserException {
    return new Judged(
        row.post().id(),
        row.post().text(),
        goldOf(Question.CAMP, row),
        placed.reaction().read() ? Optional.of(placed.placement().camp()) : Optional.empty(),
        placed.placement().probability());
  }

  private void correlation(List<Labelled> rows, List<Placed> placed) throws UserException {
    List<Correlation.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double rating = Double.parseDouble(gold(rows.get(i), "score"));
      placed
          .get(i)
          .reaction()
          .sentiment()
          .ifPresent(s -> pairs.add(new Correlation.Pair(s.score(), rating)));
    }
    if (pairs.isEmpty()) throw new UserException(gold + " holds no post that could be scored.");
    Figure figure = Correlation.pearson(pairs, SEED);
    int unread = rows.size() - pairs.size();
    Io io = main.io();
    switch (format) {
      case TEXT ->
          io.out().print(EvaluationText.of(title(), rows.size(), unread, figure, io.terminal()));
      case JSON -> io.out().println(Json.pretty(EvaluationJson.of(rows.size(), unread, figure)));
    }
  }

  private static String gold(Labelled row, String... names) throws UserException {
    return row.label(names)
        .orElseThrow(
            () ->
                new UserException(
                    "The record \"" + row.post().id() + "\" has no \"" + names[0] + "\"."));
  }
}
