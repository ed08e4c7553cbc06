package dev.chorus.render;

import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The shares in parts of a corpus, for a terminal: a paragraph for each part.
final class BreakdownText {
  private static final int INDENT = 3;
  private static final int MOST_GROUPS = 40;
  private static final int WIDEST_VALUE = 24;
  private static final int AUTHORS = 16;

  private BreakdownText() {}

  /// @param titles of the camps, by id
  static String of(Breakdown breakdown, Map<String, String> titles, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append(
            terminal.bold("BY " + breakdown.by().id().replace('-', ' ').toUpperCase(Locale.ROOT)))
        .append('\n');
    List<Breakdown.Group> large =
        breakdown.groups().stream().filter(g -> !g.shares().isEmpty()).toList();
    List<Breakdown.Group> shown = large.stream().limit(MOST_GROUPS).toList();
    int value =
        2
            + Math.min(
                WIDEST_VALUE,
                shown.stream()
                    .mapToInt(g -> Layout.width(Layout.clean(g.value())))
                    .max()
                    .orElse(0));
    int indent = INDENT + value + AUTHORS;
    for (Breakdown.Group group : shown) {
      List<String> lines =
          Layout.wrap(shares(group, titles, terminal), Math.max(20, terminal.textWidth() - indent));
      String head =
          " ".repeat(INDENT)
              + Layout.left(Layout.left(Layout.clean(group.value()), value - 2), value)
              + terminal.dim(
                  Layout.left(Phrases.count(group.authors(), "author", "authors"), AUTHORS));
      for (int i = 0; i < lines.size(); i++) {
        out.append(i == 0 ? head : " ".repeat(indent)).append(lines.get(i)).append('\n');
      }
    }
    int small = breakdown.groups().size() - large.size();
    if (small > 0) {
      rest(
          Phrases.count(small, "part has", "parts have")
              + " fewer than "
              + CampsReport.LEAST_AUTHORS
              + " authors: too few to say",
          terminal,
          out);
    }
    int more = large.size() - shown.size();
    if (more > 0) rest(Phrases.count(more) + " more, all in --format json", terminal, out);
    return out.toString();
  }

  private static void rest(String text, Terminal terminal, StringBuilder out) {
    out.append(" ".repeat(INDENT)).append(terminal.dim(text)).append('\n');
  }

  private static String shares(
      Breakdown.Group group, Map<String, String> titles, Terminal terminal) {
    return titles.entrySet().stream()
        .filter(t -> group.posts().getOrDefault(t.getKey(), 0) > 0)
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, String> t) -> group.shares().get(t.getKey()).estimate())
                .reversed())
        .map(
            t ->
                Layout.clean(t.getValue())
                    + " "
                    + Phrases.share(group.shares().get(t.getKey()), terminal))
        .collect(Collectors.joining(terminal.either(" · ", ", ")));
  }
}
