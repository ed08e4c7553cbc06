package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.render.html.HtmlReport;
import dev.chorus.report.CampsReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page of a report with something in every field; the rest is tested in the room of the page.
class HtmlTest {
  @Test
  void everyPartIsOnThePage() throws Exception {
    CampsReport report = FullReport.report();
    Outline outline =
        CampsOutline.of(report).with(ComparisonOutline.of(FullReport.comparison(report), "other"));
    Claims claims = Claims.of(outline, Map.of("command", "chorus camps --compare other"));
    String page = HtmlReport.print(outline, claims);
    Golden.check("camps-full.html", page);
    claims.figures().keySet().forEach(k -> assertThat(page).contains("data-figure=\"" + k + "\""));
    claims.quotes().keySet().forEach(k -> assertThat(page).contains("data-quote=\"" + k + "\""));
  }
}
