package dev.chorus.render;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Confusion;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.Judged;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.render.json.EvaluationJson;
import dev.chorus.render.terminal.TerminalPrinter;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How good the analysis is, for people and for scripts.
class EvaluationOutlineTest {
  private static final Figure RECALL = new Figure("macro-recall", 0.71234, 0.69, 0.735);
  private static final Figure ACCURACY = new Figure("accuracy", 1, 1, 1);
  private static final Terminal WIDE = new Terminal(80, true, true);
  private static final Terminal ASCII = new Terminal(60, false, false);

  private static void text(String name, String wide, String ascii) throws Exception {
    Golden.check("evaluate-" + name + "-80-colour.txt", wide);
    Golden.check("evaluate-" + name + "-60-ascii.txt", ascii);
  }

  @Test
  void printsHowOftenLabelsAreRight() throws Exception {
    Evaluation evaluation =
        new Evaluation(
            1_234,
            2,
            List.of(RECALL, ACCURACY),
            new Confusion(
                List.of("negative", "ok", "a class with a long name"),
                new int[][] {{1_000, 2, 3, 2}, {4, 5, 6, 0}, {0, 0, 9, 0}}),
            List.of(
                new Judged(
                    "p-1",
                    "Words that are so long that they do not fit on one line of sixty columns",
                    "ok",
                    Optional.of("negative"),
                    0.98765),
                new Judged("p-2", "Oh \u0007", "negative", Optional.empty(), 0.5)));
    text(
        "labels",
        TerminalPrinter.print(EvaluationOutline.of("sentiment of gold.jsonl", evaluation), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("sentiment of gold.jsonl", evaluation), ASCII));
    Golden.json("evaluate-labels", EvaluationJson.of(evaluation));
    Evaluation perfect =
        new Evaluation(
            1, 0, List.of(ACCURACY), new Confusion(List.of("a"), new int[][] {{1, 0}}), List.of());
    text(
        "perfect",
        TerminalPrinter.print(EvaluationOutline.of("camps of x", perfect), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("camps of x", perfect), ASCII));
  }

  @Test
  void printsHowScoresAgreeWithRatings() throws Exception {
    text(
        "scores",
        TerminalPrinter.print(
            EvaluationOutline.of("sentiment of rated.jsonl", 12, 3, RECALL), WIDE),
        TerminalPrinter.print(
            EvaluationOutline.of("sentiment of rated.jsonl", 12, 0, RECALL), ASCII));
    Golden.json("evaluate-scores", EvaluationJson.of(12, 3, RECALL));
  }

  @Test
  void printsHowManyNamesAreFound() throws Exception {
    String words = "OpenAI and Nvidia met in Paris";
    SpanEvaluation.Marked openAi = new SpanEvaluation.Marked(0, 6, "ORGANIZATION");
    SpanEvaluation.Marked paris = new SpanEvaluation.Marked(25, 30, "LOCATION");
    SpanEvaluation evaluation =
        new SpanEvaluation(
            2,
            List.of(RECALL),
            List.of(
                new SpanEvaluation.MarkedPost("n-1", words, Set.of(openAi), Set.of(paris)),
                new SpanEvaluation.MarkedPost("n-2", words, Set.of(openAi, paris), Set.of(paris))));
    text(
        "names",
        TerminalPrinter.print(EvaluationOutline.of("entities of names.jsonl", evaluation), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("entities of names.jsonl", evaluation), ASCII));
    Golden.json("evaluate-names", EvaluationJson.of(evaluation));
  }

  @Test
  void printsHowRightSharesAre() throws Exception {
    ShareEvaluation shares = new ShareEvaluation(1_000, 200, 0.951234, 0.96, 0.0312, 0.05);
    text(
        "shares",
        TerminalPrinter.print(EvaluationOutline.of("shares of camps.jsonl", shares), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("shares of camps.jsonl", shares), ASCII));
    Golden.json("evaluate-shares", EvaluationJson.of(shares));
  }

  @Test
  void printsHowClustersAgreeWithGroups() throws Exception {
    TreeMap<String, ClusterEvaluation> clusters = new TreeMap<>();
    clusters.put("all", new ClusterEvaluation(1_200, 12, 15, 1_003, 0.61234, 0.5, 0.4));
    text(
        "cluster",
        TerminalPrinter.print(EvaluationOutline.of("clusters of one.jsonl", clusters), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("clusters of one.jsonl", clusters), ASCII));
    clusters.put(
        "a target whose name is longer than its column",
        new ClusterEvaluation(1, 1, 1, 1, 1, 1, 1));
    text(
        "clusters",
        TerminalPrinter.print(EvaluationOutline.of("clusters of two.jsonl", clusters), WIDE),
        TerminalPrinter.print(EvaluationOutline.of("clusters of two.jsonl", clusters), ASCII));
    Golden.json("evaluate-clusters", EvaluationJson.of(clusters));
  }
}
