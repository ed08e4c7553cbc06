package dev.chorus.app.verify;

import dev.chorus.app.Reports;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.render.CampsOutline;
import dev.chorus.render.Claims;
import dev.chorus.render.ComparisonOutline;
import dev.chorus.render.Outline;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import java.nio.file.Path;
import java.util.Optional;

/// A report in its words, with its claims as data.
public record FinishedReport(Outline outline, Claims claims) {
  /// Makes the report that a command asks for.
  static FinishedReport of(ReactionReader index, ReportCommand command) throws IndexException {
    CampsReport report = Reports.of(index, command.scope());
    Optional<Comparison> comparison = Optional.empty();
    if (command.compared().isPresent()) {
      Reports.Scope scope = command.scope().whole();
      Path other = Path.of(command.compared().get());
      comparison = Optional.of(Comparison.of(report, Reports.of(other, scope)));
    }
    return of(report, comparison, command);
  }

  public static FinishedReport of(
      CampsReport report, Optional<Comparison> comparison, ReportCommand command) {
    Outline camps = CampsOutline.of(report);
    Outline outline =
        comparison
            .map(c -> camps.with(ComparisonOutline.of(c, command.compared().orElseThrow())))
            .orElse(camps);
    return new FinishedReport(outline, Claims.of(outline, command.made(report)));
  }
}
