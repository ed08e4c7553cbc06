package dev.chorus.render;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Confusion;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.Judged;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How good the analysis is, for a terminal.
public final class EvaluationText {
  private static final int NAME = 32;
  private static final int INDENT = 4;
  private static final int CELL = 2;
  private static final int CLUSTER_COLUMN = 9;
  private static final List<String> CLUSTER_HEADS =
      List.of("posts", "given", "found", "of one", "NMI", "AMI", "accuracy");
  private static final List<ToDoubleFunction<ClusterEvaluation>> AGREEMENT =
      List.of(ClusterEvaluation::nmi, ClusterEvaluation::ami, ClusterEvaluation::accuracy);

  private EvaluationText() {}

  /// Classes: averages, the confusion matrix and the worst errors.
  ///
  /// @param title what was measured, such as `sentiment of gold.jsonl`
  public static String of(String title, Evaluation evaluation, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append(terminal.bold(Layout.clean(title)))
        .append(": ")
        .append(Phrases.count(evaluation.posts(), "post", "posts"));
    if (evaluation.unread() > 0) {
      out.append(", ")
          .append(Phrases.count(evaluation.unread()))
          .append(" given no label, which counts as wrong");
    }
    out.append("\n\n");
    evaluation.figures().forEach(f -> out.append(figure(f)));
    out.append('\n');
    confusion(evaluation.confusion(), terminal, out);
    if (!evaluation.worst().isEmpty()) {
      out.append('\n').append("worst errors, the most confident first\n");
      evaluation.worst().forEach(j -> error(j, terminal, out));
    }
    return out.toString();
  }

  /// Scores against ratings.
  public static String of(String title, int posts, int unread, Figure figure, Terminal terminal) {
    return terminal.bold(Layout.clean(title))
        + ": "
        + Phrases.count(posts, "post", "posts")
        + (unread > 0 ? ", " + Phrases.count(unread) + " left unscored and left out" : "")
        + "\n\n"
        + figure(figure);
  }

  /// Names: precision, recall and F1, and the posts with the most errors.
  public static String of(String title, SpanEvaluation evaluation, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append(terminal.bold(Layout.clean(title)))
        .append(": ")
        .append(Phrases.count(evaluation.posts(), "post", "posts"))
        .append(", user names left out\n\n");
    evaluation.figures().forEach(f -> out.append(figure(f)));
    if (!evaluation.worst().isEmpty()) out.append("\nposts with the most errors\n");
    for (SpanEvaluation.Post post : evaluation.worst()) {
      text(post.text(), terminal, out);
      String missed = names(post, post.missed());
      String wrong = names(post, post.wrong());
      out.append(" ".repeat(INDENT))
          .append(
              terminal.dim(
                  Stream.of(
                          missed.isEmpty() ? "" : "missed " + missed,
                          wrong.isEmpty() ? "" : "wrong " + wrong,
                          Layout.clean(post.id()))
                      .filter(s -> !s.isEmpty())
                      .collect(Collectors.joining(terminal.either(" · ", "; ")))))
          .append('\n');
    }
    return out.toString();
  }

  /// Shares of camps.
  public static String of(String title, ShareEvaluation shares, Terminal terminal) {
    return terminal.bold(Layout.clean(title))
        + ": "
        + Phrases.count(shares.corpora())
        + " corpora of "
        + Phrases.count(shares.size(), "post", "posts")
        + " drawn from it\n\n"
        + plain("interval holds share in the file", shares.covered())
        + plain("interval holds share as drawn", shares.coveredOwn())
        + plain("mean error of shares", shares.error())
        + plain("mean error of counting labels", shares.errorCounting());
  }

  private static String plain(String name, double value) {
    return Layout.left(name, NAME + 2) + String.format(Locale.ROOT, "%.3f%n", value);
  }

  /// Clusters against groups made by hand, one line for each target.
  ///
  /// @param evaluations by target; at least one
  public static String of(
      String title, SortedMap<String, ClusterEvaluation> evaluations, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append(terminal.bold(Layout.clean(title)))
        .append(": ")
        .append(
            Phrases.count(
                evaluations.values().stream().mapToInt(ClusterEvaluation::posts).sum(),
                "post",
                "posts"))
        .append("\n\n")
        .append(Layout.left("", NAME));
    for (String head : CLUSTER_HEADS) out.append(Layout.right(head, CLUSTER_COLUMN));
    out.append('\n');
    evaluations.forEach(
        (target, e) -> {
          out.append(Layout.left(Layout.clean(target), NAME));
          for (int count : new int[] {e.posts(), e.given(), e.found(), e.alone()}) {
            out.append(Layout.right(Phrases.count(count), CLUSTER_COLUMN));
          }
          AGREEMENT.forEach(figure -> out.append(value(figure.applyAsDouble(e))));
          out.append('\n');
        });
    if (evaluations.size() > 1) {
      out.append(Layout.left("mean", NAME + 4 * CLUSTER_COLUMN));
      for (ToDoubleFunction<ClusterEvaluation> figure : AGREEMENT) {
        out.append(
            value(evaluations.values().stream().mapToDouble(figure).average().orElseThrow()));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String value(double agreement) {
    return Layout.right(String.format(Locale.ROOT, "%.3f", agreement), CLUSTER_COLUMN);
  }

  private static String names(SpanEvaluation.Post post, List<SpanEvaluation.Marked> names) {
    return names.stream()
        .map(
            n ->
                Layout.clean(post.text().substring(n.start(), n.end()))
                    + " ("
                    + n.type().toLowerCase(Locale.ROOT)
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static String figure(Figure figure) {
    return Layout.left(figure.name(), NAME)
        + String.format(
            Locale.ROOT, "%.3f  (%.3f–%.3f)%n", figure.value(), figure.low(), figure.high());
  }

  private static void confusion(Confusion confusion, Terminal terminal, StringBuilder out) {
    List<String> labels = confusion.labels();
    int width = 5;
    for (String label : labels) width = Math.max(width, Layout.width(label));
    int column = width + CELL;
    boolean unread = false;
    for (int[] row : confusion.counts()) unread |= row[labels.size()] > 0;
    out.append(Layout.left(terminal.either("right ↓  given →", "right v  given >"), NAME));
    for (String label : labels) out.append(Layout.right(label, column));
    if (unread) out.append(Layout.right("none", column));
    out.append('\n');
    for (int r = 0; r < labels.size(); r++) {
      out.append(Layout.left(labels.get(r), NAME));
      for (int c = 0; c < labels.size() + (unread ? 1 : 0); c++) {
        String count = Layout.right(Phrases.count(confusion.counts()[r][c]), column);
        out.append(r == c ? terminal.bold(count) : count);
      }
      out.append('\n');
    }
  }

  private static void text(String text, Terminal terminal, StringBuilder out) {
    out.append('\n');
    for (String line : Layout.wrap(Layout.clean(text), terminal.textWidth() - INDENT)) {
      out.append(line).append('\n');
    }
  }

  private static void error(Judged judged, Terminal terminal, StringBuilder out) {
    text(judged.text(), terminal, out);
    out.append(" ".repeat(INDENT))
        .append(
            terminal.dim(
                "given "
                    + judged.given().orElse("none")
                    + String.format(Locale.ROOT, " (%.2f)", judged.confidence())
                    + ", right "
                    + judged.gold()
                    + terminal.either(" · ", ", ")
                    + Layout.clean(judged.id())))
        .append('\n');
  }
}
