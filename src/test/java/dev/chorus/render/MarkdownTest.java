package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.render.markdown.MarkdownPrinter;
import dev.chorus.report.CampsReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The stance summaries as Markdown.
class MarkdownTest {
  @Test
  void printsEverythingThatAReportCanHold() throws Exception {
    CampsReport report = FullReport.report();
    Outline outline =
        CampsOutline.of(report).with(ComparisonOutline.of(FullReport.comparison(report), "other"));
    Claims claims = Claims.of(outline, Map.of("command", "chorus camps --compare other"));
    String printed = MarkdownPrinter.print(outline, claims);
    Golden.check("camps-full.md", printed);
    for (String key : claims.figures().keySet()) {
      assertThat(printed).contains(MarkdownPrinter.mark('f', key));
    }
    for (String key : claims.quotes().keySet()) {
      assertThat(printed).contains(MarkdownPrinter.mark('q', key));
    }
  }
}
