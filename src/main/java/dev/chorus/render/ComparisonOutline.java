package dev.chorus.render;

import dev.chorus.render.Outline.Align;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Column;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.Comparison;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two corpora side by side.
public final class ComparisonOutline {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("camp", Align.LEFT, 25),
          new Column("here", Align.LEFT, 14),
          new Column(Text.of("there"), Align.LEFT, 14, 0, true),
          new Column("", Align.LEFT, 2),
          new Column("change", Align.LEFT, 5),
          new Column(Text.of("95% interval"), Align.LEFT, 0, 0, true));

  private ComparisonOutline() {}

  /// @param name of the second corpus, such as the folder of its index
  public static Outline of(Comparison comparison, String name) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Outline.Table(
            false, COLUMNS, comparison.camps().stream().map(ComparisonOutline::row).toList()));
    missing("only here", comparison.onlyHere()).ifPresent(blocks::add);
    missing("only there", comparison.onlyThere()).ifPresent(blocks::add);
    if (comparison.camps().stream().anyMatch(r -> r.change().isPresent())) {
      blocks.add(
          new Outline.Paragraph(
              "Points of change with their 95% interval; the marked ones exceed what chance and"
                  + " the model's mistakes would make.",
              true));
    }
    Text aside =
        Text.of(" with " + Layout.clean(name) + ": ")
            .plus(Phrases.corpus("compared", comparison.there()));
    return new Outline(
        Section.under(new Outline.Heading(Outline.Level.SECTION, "Compared", aside), blocks));
  }

  private static List<Text> row(Comparison.Row row) {
    List<Text> cells = new ArrayList<>();
    cells.add(Text.said(row.title()));
    String key = "compared." + row.id();
    cells.add(share(key + ".here", row.here()));
    cells.add(share(key + ".there", row.there()));
    if (row.change().isEmpty()) {
      cells.add(Text.of("too few to say"));
      return cells;
    }
    Comparison.ShareChange change = row.change().get();
    cells.add(change.clear() ? Text.of(change.low() > 0 ? Sign.MORE : Sign.LESS) : Text.EMPTY);
    cells.add(Text.figure(key + ".change", points(change.estimate())));
    cells.add(
        Text.figure(
            key + ".interval",
            Text.of("(")
                .plus(points(change.low()))
                .plus(Sign.TO)
                .plus(points(change.high()))
                .plus(")")));
    return cells;
  }

  private static Text share(String key, Optional<Share> share) {
    return share.map(s -> Text.figure(key, Phrases.share(s))).orElse(Text.of(Sign.RANGE));
  }

  private static Text points(double share) {
    long points = Math.round(share * 100);
    if (points == 0) return Text.of("0");
    return (points < 0 ? Text.of(Sign.MINUS) : Text.of("+")).plus(Math.abs(points));
  }

  private static Optional<Block> missing(String label, List<String> titles) {
    if (titles.isEmpty()) return Optional.empty();
    return Optional.of(
        new Outline.Line(Text.of(label + ": " + Layout.clean(String.join(", ", titles))), false));
  }
}
