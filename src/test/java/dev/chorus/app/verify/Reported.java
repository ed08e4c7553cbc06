package dev.chorus.app.verify;

import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;

import dev.chorus.app.Reports;
import dev.chorus.camp.Placed;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.render.html.HtmlReport;
import dev.chorus.render.markdown.MarkdownPrinter;
import dev.chorus.report.Breakdown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A small index, and reports of it in files.
final class Reported {
  private final Path folder;
  final Path index;

  Reported(Path folder) throws Exception {
    this(folder, corpus());
  }

  Reported(Path folder, List<Placed> posts) throws Exception {
    this.folder = folder;
    this.index = folder.resolve("index");
    try (ReactionWriter writer = ReactionWriter.open(index, event(), "test")) {
      for (Placed placed : posts) writer.add(placed);
      writer.findFamilies();
    }
  }

  /// The report with the shares by platform as well.
  FinishedReport report() throws Exception {
    Reports.Scope scope =
        new Reports.Scope(
            Optional.empty(), Optional.empty(), Optional.of(Breakdown.By.PLATFORM), true);
    try (ReactionReader reader = ReactionReader.open(index)) {
      return FinishedReport.of(reader, new ReportCommand(scope, Optional.empty()));
    }
  }

  String markdown() throws Exception {
    FinishedReport report = report();
    return MarkdownPrinter.print(report.outline(), report.claims());
  }

  String html() throws Exception {
    FinishedReport report = report();
    return HtmlReport.print(report.outline(), report.claims());
  }

  Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  Verification verified(String name, String text) throws Exception {
    return Verify.run(file(name, text), index);
  }
}
