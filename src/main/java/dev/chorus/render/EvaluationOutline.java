package dev.chorus.render;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.evaluation.Confusion;
import dev.chorus.evaluation.Evaluation;
import dev.chorus.evaluation.Figure;
import dev.chorus.evaluation.Judged;
import dev.chorus.evaluation.SpanEvaluation;
import dev.chorus.render.Outline.Align;
import dev.chorus.render.Outline.Column;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.estimate.ShareEvaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How good the analysis is.
public final class EvaluationOutline {
  private static final int NAME = 32;
  private static final int LEAST_COLUMN = 5;
  private static final int GAP = 2;
  private static final int CLUSTER_COLUMN = 9;
  private static final List<String> CLUSTER_HEADS =
      List.of("posts", "given", "found", "of one", "NMI", "AMI", "accuracy");
  private static final List<ToDoubleFunction<ClusterEvaluation>> AGREEMENT =
      List.of(ClusterEvaluation::nmi, ClusterEvaluation::ami, ClusterEvaluation::accuracy);

  private EvaluationOutline() {}

  /// Classes: averages, the confusion matrix and the worst errors.
  ///
  /// @param title what was measured, such as `sentiment of gold.jsonl`
  public static Outline of(String title, Evaluation evaluation) {
    String unread =
        evaluation.unread() == 0
            ? ""
            : ", " + Phrases.count(evaluation.unread()) + " given no label, which counts as wrong";
    List<Section> sections = new ArrayList<>();
    sections.add(heading(title, Phrases.count(evaluation.posts(), "post", "posts") + unread));
    sections.add(figures(evaluation.figures()));
    sections.add(Section.of(confusion(evaluation.confusion())));
    if (!evaluation.worst().isEmpty()) {
      sections.add(paragraph("worst errors, the most confident first"));
      evaluation.worst().forEach(j -> sections.add(Section.of(error(j))));
    }
    return new Outline(sections);
  }

  /// Scores against ratings.
  public static Outline of(String title, int posts, int unread, Figure figure) {
    return new Outline(
        heading(
            title,
            Phrases.count(posts, "post", "posts")
                + (unread > 0 ? ", " + Phrases.count(unread) + " left unscored and left out" : "")),
        figures(List.of(figure)));
  }

  /// Names: precision, recall and F1, and the posts with the most errors.
  public static Outline of(String title, SpanEvaluation evaluation) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        heading(
            title, Phrases.count(evaluation.posts(), "post", "posts") + ", user names left out"));
    sections.add(figures(evaluation.figures()));
    if (!evaluation.worst().isEmpty()) sections.add(paragraph("posts with the most errors"));
    for (SpanEvaluation.MarkedPost post : evaluation.worst()) {
      String missed = names(post, post.missed());
      String wrong = names(post, post.wrong());
      List<Text> facts =
          Stream.of(
                  missed.isEmpty() ? "" : "missed " + missed,
                  wrong.isEmpty() ? "" : "wrong " + wrong,
                  Layout.clean(post.id()))
              .filter(s -> !s.isEmpty())
              .map(Text::of)
              .toList();
      sections.add(
          Section.of(new Outline.Mistake(Layout.clean(post.text()), Text.join(Sign.GROUP, facts))));
    }
    return new Outline(sections);
  }

  /// Shares of camps.
  public static Outline of(String title, ShareEvaluation shares) {
    List<Column> columns =
        List.of(
            new Column(Text.of("figure"), Align.LEFT, NAME, GAP, false),
            new Column("value", Align.LEFT, 0));
    return new Outline(
        heading(
            title,
            Phrases.count(shares.corpora())
                + " corpora of "
                + Phrases.count(shares.size(), "post", "posts")
                + " drawn from it"),
        Section.of(
            new Outline.Table(
                false,
                columns,
                List.of(
                    row("interval holds share in the file", shares.covered()),
                    row("interval holds share as drawn", shares.coveredOwn()),
                    row("mean error of shares", shares.error()),
                    row("mean error of counting labels", shares.errorCounting())))));
  }

  private static List<Text> row(String name, double value) {
    return List.of(Text.of(name), decimals(value));
  }

  /// Clusters against groups made by hand, one line for each target.
  ///
  /// @param evaluations by target; at least one
  public static Outline of(String title, SortedMap<String, ClusterEvaluation> evaluations) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", Align.LEFT, NAME));
    for (String head : CLUSTER_HEADS) columns.add(new Column(head, Align.RIGHT, CLUSTER_COLUMN));
    List<List<Text>> rows = new ArrayList<>();
    evaluations.forEach(
        (target, e) -> {
          List<Text> row = new ArrayList<>();
          row.add(Text.said(target));
          for (int count : new int[] {e.posts(), e.given(), e.found(), e.alone()}) {
            row.add(Text.of(Phrases.count(count)));
          }
          AGREEMENT.forEach(figure -> row.add(decimals(figure.applyAsDouble(e))));
          rows.add(row);
        });
    if (evaluations.size() > 1) {
      List<Text> row = new ArrayList<>();
      row.add(Text.of("mean"));
      row.addAll(Collections.nCopies(CLUSTER_HEADS.size() - AGREEMENT.size(), Text.EMPTY));
      for (ToDoubleFunction<ClusterEvaluation> figure : AGREEMENT) {
        row.add(
            decimals(evaluations.values().stream().mapToDouble(figure).average().orElseThrow()));
      }
      rows.add(row);
    }
    int posts = evaluations.values().stream().mapToInt(ClusterEvaluation::posts).sum();
    return new Outline(
        heading(title, Phrases.count(posts, "post", "posts")),
        Section.of(new Outline.Table(true, columns, rows)));
  }

  private static Section heading(String title, String of) {
    return Section.under(
        new Outline.Heading(Outline.Level.DOCUMENT, Layout.clean(title), Text.of(": " + of)),
        List.of());
  }

  private static Section paragraph(String text) {
    return Section.of(new Outline.Paragraph(text, false));
  }

  private static Text decimals(double value) {
    return Text.of(String.format(Locale.ROOT, "%.3f", value));
  }

  private static String names(SpanEvaluation.MarkedPost post, List<SpanEvaluation.Marked> names) {
    return names.stream()
        .map(
            n ->
                Layout.clean(post.text().substring(n.start(), n.end()))
                    + " ("
                    + n.type().toLowerCase(Locale.ROOT)
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static Section figures(List<Figure> figures) {
    List<Column> columns =
        List.of(
            new Column("figure", Align.LEFT, NAME),
            new Column("value and 95% interval", Align.LEFT, 0));
    return Section.of(
        new Outline.Table(
            false,
            columns,
            figures.stream()
                .map(
                    f ->
                        List.of(
                            Text.of(f.name()),
                            Text.of(
                                String.format(
                                    Locale.ROOT,
                                    "%.3f  (%.3f–%.3f)",
                                    f.value(),
                                    f.low(),
                                    f.high()))))
                .toList()));
  }

  private static Outline.Table confusion(Confusion confusion) {
    List<String> labels = confusion.labels();
    int width = LEAST_COLUMN;
    for (String label : labels) width = Math.max(width, Layout.width(label));
    boolean unread = false;
    for (int[] row : confusion.counts()) unread |= row[labels.size()] > 0;
    Text corner = Text.of("right ").plus(Sign.DOWN).plus("  given ").plus(Sign.RIGHT);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(corner, Align.LEFT, NAME, 0, false));
    for (String label : labels) columns.add(new Column(label, Align.RIGHT, width + GAP));
    if (unread) columns.add(new Column("none", Align.RIGHT, width + GAP));
    List<List<Text>> rows = new ArrayList<>();
    for (int r = 0; r < labels.size(); r++) {
      List<Text> row = new ArrayList<>();
      row.add(Text.of(labels.get(r)));
      for (int c = 0; c < labels.size() + (unread ? 1 : 0); c++) {
        row.add(
            Text.of(
                Phrases.count(confusion.counts()[r][c]),
                r == c ? Text.Style.STRONG : Text.Style.PLAIN));
      }
      rows.add(row);
    }
    return new Outline.Table(true, columns, rows);
  }

  private static Outline.Mistake error(Judged judged) {
    return new Outline.Mistake(
        Layout.clean(judged.text()),
        Text.of(
                "given "
                    + judged.given().orElse("none")
                    + String.format(Locale.ROOT, " (%.2f)", judged.confidence())
                    + ", right "
                    + judged.gold())
            .plus(Sign.ITEM)
            .plus(Layout.clean(judged.id())));
  }
}
