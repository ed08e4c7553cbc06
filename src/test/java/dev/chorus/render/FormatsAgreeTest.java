package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import dev.chorus.render.html.HtmlReport;
import dev.chorus.render.json.CampsJson;
import dev.chorus.render.markdown.MarkdownPrinter;
import dev.chorus.render.terminal.TerminalPrinter;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Text, Markdown, HTML and JSON say the same, figure by figure.
class FormatsAgreeTest {
  private static final Pattern PERCENT = Pattern.compile("(\\d+)(?=[%–)]|–\\d+%)");

  @Test
  void everyFigureStandsInEachFormat() throws Exception {
    CampsReport report = FullReport.report();
    Outline outline = CampsOutline.of(report);
    Claims claims = Claims.of(outline, Map.of());
    String markdown = MarkdownPrinter.print(outline, claims).replace("&#60;", "<");
    Document page = Jsoup.parse(HtmlReport.print(outline, claims));
    assertThat(claims.figures()).hasSizeGreaterThan(30);
    claims
        .figures()
        .forEach(
            (key, shown) -> {
              assertThat(page.getElementsByAttributeValue("data-figure", key).eachText())
                  .as(key)
                  .contains(shown);
              assertThat(markdown).as(key).contains(shown + MarkdownPrinter.mark('f', key));
            });
  }

  /// The terminal leaves out what is folded and drawn; of what it has, each share is the same.
  @Test
  void sharesAreTheSameOnATerminalAndInJson() throws Exception {
    CampsReport report = FullReport.report();
    Outline outline = CampsOutline.of(report);
    String text = TerminalPrinter.print(outline, new Terminal(200, false, true));
    Set<Long> percents = new HashSet<>();
    numbers(Json.parse(Json.compact(CampsJson.of(report))), percents);
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, String> figure : Claims.of(outline, Map.of()).figures().entrySet()) {
      if (!figure.getKey().endsWith(".share") || !figure.getValue().contains("%")) continue;
      PERCENT
          .matcher(figure.getValue())
          .results()
          .map(m -> Long.valueOf(m.group(1)))
          .filter(percent -> !percents.contains(percent))
          .forEach(percent -> missing.add(figure + " in JSON"));
      boolean bar = figure.getKey().matches("camp\\.\\w+\\.share");
      if (bar && !text.contains(figure.getValue())) missing.add(figure + " on the terminal");
    }
    assertThat(missing).isEmpty();
  }

  private static void numbers(Object value, Set<Long> percents) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(inner -> numbers(inner, percents));
      case List<?> list -> list.forEach(inner -> numbers(inner, percents));
      case Number number -> percents.add(Math.round(number.doubleValue() * 100));
      case null, default -> {}
    }
  }
}
