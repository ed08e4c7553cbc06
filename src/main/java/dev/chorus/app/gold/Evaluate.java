package dev.chorus.app.gold;

import dev.chorus.app.Analysis;
import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.evaluation.Correlation;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Judged;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.language.model.Trial;
import dev.chorus.post.Post;
import dev.chorus.report.estimate.ShareEvaluation;
import dev.chorus.source.LabelledReader;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.GoldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Compares the analysis with labelled posts. Labels are checked before the analysis, which may
/// take long.
public final class Evaluate {
  /// Draws of intervals and corpora, and the order in which posts are clustered: the same posts
  /// give the same figures.
  private static final long SEED = 1;

  private static final int CORPORA = 1_000;
  private static final int POSTS_A_CORPUS = 200;

  private final EvaluationRequest request;
  private final Event event;
  private final Function<List<Post>, List<Placed>> analysis;

  /// @param analysis analyses posts and keeps their order
  Evaluate(EvaluationRequest request, Function<List<Post>, List<Placed>> analysis) {
    this.request = request;
    this.event = request.method().event();
    this.analysis = analysis;
  }

  /// Reads, analyses and judges the posts of a request.
  ///
  /// @param progress told of each analysed post how many there are now; by the calling thread
  /// @throws UserException if there is nothing to compare, or a label is missing or unknown
  /// @throws UnreadableSourceException if the file or a record of it cannot be read
  public static EvaluationResult run(EvaluationRequest request, IntConsumer progress)
      throws UserException, UnreadableSourceException {
    return new Evaluate(
            request, posts -> Analysis.of(request.method(), posts, request.threads(), progress))
        .run();
  }

  EvaluationResult run() throws UserException, UnreadableSourceException {
    return switch (request.task()) {
      case ENTITIES -> entities();
      case SENTIMENT -> sentiment();
      case STANCE -> labels(rows(), PostLabel.STANCE);
      case CAMPS -> labels(rows(), PostLabel.CAMP);
      case ABOUT -> labels(rows(), PostLabel.ABOUT);
      case CLAIMS -> answers(AnswerJudge::claims);
      case ISSUES -> answers(AnswerJudge::issues);
      case SHARES -> shares();
      case CLUSTERS -> clusters();
    };
  }

  private List<Labelled> rows() throws UserException, UnreadableSourceException {
    List<Labelled> rows = LabelledReader.read(request.gold());
    if (rows.isEmpty()) throw new UserException(request.gold() + " holds no labelled posts.");
    return rows;
  }

  private List<Placed> placed(List<Labelled> rows) {
    return analysis.apply(rows.stream().map(Labelled::asked).toList());
  }

  /// By the first record: a file holds moods or ratings, not both.
  private EvaluationResult sentiment() throws UserException, UnreadableSourceException {
    List<Labelled> rows = rows();
    boolean rated = rows.getFirst().label("sentiment", "label").isEmpty();
    return rated ? scores(rows) : labels(rows, PostLabel.SENTIMENT);
  }

  private EvaluationResult labels(List<Labelled> rows, PostLabel label) throws UserException {
    for (Labelled row : rows) label.check(row, event);
    List<Placed> placed = placed(rows);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      judged.add(label.judged(rows.get(i), placed.get(i), event));
    }
    return new EvaluationResult.OfLabels(
        Evaluation.of(judged, label.sides(), request.errors(), SEED));
  }

  private EvaluationResult scores(List<Labelled> rows) throws UserException {
    List<Double> ratings = new ArrayList<>();
    for (Labelled row : rows) {
      ratings.add(GoldLabels.required(row, Double::valueOf, "score"));
    }
    List<Placed> placed = placed(rows);
    List<Correlation.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double rating = ratings.get(i);
      placed
          .get(i)
          .reaction()
          .sentiment()
          .ifPresent(s -> pairs.add(new Correlation.Pair(s.score(), rating)));
    }
    if (pairs.isEmpty()) {
      throw new UserException(request.gold() + " holds no post that could be scored.");
    }
    return new EvaluationResult.OfScores(
        rows.size(), rows.size() - pairs.size(), Correlation.pearson(pairs, SEED));
  }

  private EvaluationResult answers(AnswerJudge judge)
      throws UserException, UnreadableSourceException {
    List<Labelled> rows = LabelledReader.read(request.gold());
    List<Placed> placed = placed(rows);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      judged.addAll(judge.judged(rows.get(i), placed.get(i), event));
    }
    if (judged.isEmpty()) {
      throw new UserException(
          request.gold()
              + " holds no posts with \""
              + request.task()
              + "\" of "
              + event.id()
              + ".");
    }
    return new EvaluationResult.OfLabels(Evaluation.of(judged, List.of(), request.errors(), SEED));
  }

  private EvaluationResult shares() throws UserException, UnreadableSourceException {
    List<Labelled> rows = rows();
    Trial trial =
        request
            .method()
            .trial()
            .filter(t -> t.classes().equals(StatementAssigner.classes(event)))
            .orElseThrow(
                () ->
                    new UserException(
                        "No labelled posts have taught the camps of this event, so shares are"
                            + " counted as they are. Teach them: chorus train camps GOLD"));
    List<String> right = new ArrayList<>();
    for (Labelled row : rows) {
      PostLabel.CAMP.check(row, event);
      right.add(PostLabel.CAMP.right(row));
    }
    return new EvaluationResult.OfShares(
        ShareEvaluation.of(trial, placed(rows), right, CORPORA, POSTS_A_CORPUS, SEED));
  }

  private EvaluationResult entities() throws UserException, UnreadableSourceException {
    List<GoldNames> gold = GoldNamesFile.read(request.gold());
    List<Placed> placed =
        analysis.apply(gold.stream().map(g -> Post.of(g.id(), g.text())).toList());
    List<SpanEvaluation.MarkedPost> judged = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) judged.add(NameJudge.judged(gold.get(i), placed.get(i)));
    return new EvaluationResult.OfNames(SpanEvaluation.of(judged, request.errors(), SEED));
  }

  private EvaluationResult clusters() throws UserException, UnreadableSourceException {
    List<Labelled> rows = rows();
    ClusterJudge judge = new ClusterJudge(rows);
    return new EvaluationResult.OfClusters(judge.evaluate(placed(rows), SEED));
  }
}
