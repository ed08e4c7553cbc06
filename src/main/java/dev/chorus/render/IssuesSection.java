package dev.chorus.render;

import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the debate is about: which part of each camp speaks of each issue.
final class IssuesSection {
  private IssuesSection() {}

  static Optional<Section> of(CampsReport report, CampNames names) {
    if (report.issues().isEmpty()) return Optional.empty();
    List<Outline.CampName> columns =
        names.all().stream()
            .sorted(Comparator.comparingInt(n -> n.colour() < 0 ? Integer.MAX_VALUE : n.colour()))
            .toList();
    List<Outline.GridRow> rows =
        report.issues().stream().map(issue -> row(report, issue, columns)).toList();
    Text legend =
        Text.of(
            "Part of each camp's "
                + report.corpus().unit().id()
                + (report.corpus().unit() == CampsReport.Unit.AUTHORS ? " who" : " that")
                + " speak of an issue, with its 95% interval. A post can speak of several; a camp"
                + " that is about an issue speaks of it by definition.");
    return Optional.of(
        Section.under(
                new Outline.Heading(
                    Outline.Level.SECTION,
                    "Issues",
                    Text.of("  what the debate is about", Text.Style.FAINT)),
                List.of(new Outline.Grid(legend, columns, rows)))
            .named("issues"));
  }

  private static Outline.GridRow row(
      CampsReport report, CampsReport.IssueSummary issue, List<Outline.CampName> columns) {
    String key = "issue." + issue.id();
    double share = (double) issue.posts() / report.corpus().counted();
    Text aside =
        Phrases.counted(key + ".posts", issue.posts(), "post", "posts")
            .plus(" (")
            .plus(Text.figure(key + ".part", Phrases.percent(share)))
            .plus(")");
    List<Outline.Cell> cells = new ArrayList<>();
    for (Outline.CampName camp : columns) cells.add(cell(report, issue, camp.id()));
    return new Outline.GridRow(Text.said(issue.title()), Text.said(issue.question()), aside, cells);
  }

  private static Outline.Cell cell(
      CampsReport report, CampsReport.IssueSummary issue, String camp) {
    String key = "issue." + issue.id() + "." + camp;
    Optional<CampsReport.IssueCell> found =
        issue.cells().stream().filter(c -> c.camp().equals(camp)).findFirst();
    if (found.isEmpty()) {
      return new Outline.Cell(
          Optional.empty(), Text.figure(key + ".share", "0"), Text.EMPTY, Optional.empty());
    }
    CampsReport.IssueCell cell = found.get();
    Text figure =
        cell.share()
            .map(s -> Text.figure(key + ".share", Phrases.share(s)))
            .orElse(Phrases.counted(key + ".share", cell.posts(), "post", "posts"));
    boolean few = cell.authors() < CampsReport.LEAST_AUTHORS;
    Text mood =
        few
            ? Text.EMPTY
            : Text.of("mood ").plus(Text.figure(key + ".mood", Phrases.signed(cell.mood().mean())));
    return new Outline.Cell(
        cell.share(),
        figure,
        mood,
        issue.quotes().stream()
            .filter(q -> q.camp().equals(camp))
            .findFirst()
            .map(q -> CampSection.quote(q.quote())));
  }
}
