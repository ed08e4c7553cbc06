package dev.chorus.render;

import dev.chorus.report.Comparison;
import dev.chorus.report.estimate.Share;
import java.util.List;
import java.util.Locale;

/// Two corpora side by side, for a terminal.
public final class ComparisonText {
  private static final int INDENT = 3;
  private static final int TITLE = 25;
  private static final int SHARE = 14;

  private ComparisonText() {}

  /// @param name of the second corpus, such as the folder of its index
  public static String of(Comparison comparison, String name, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append('\n')
        .append(terminal.bold("COMPARED"))
        .append(" with ")
        .append(Layout.clean(name))
        .append(": ")
        .append(Phrases.corpus(comparison.there()))
        .append('\n');
    for (Comparison.Row row : comparison.camps()) {
      out.append(" ".repeat(INDENT))
          .append(Layout.left(Layout.clean(row.title()), TITLE))
          .append(share(row.here(), terminal))
          .append(terminal.dim(share(row.there(), terminal)))
          .append(row.change().map(c -> change(c, terminal)).orElse("too few to say"))
          .append('\n');
    }
    missing("only here", comparison.onlyHere(), out);
    missing("only there", comparison.onlyThere(), out);
    if (comparison.camps().stream().anyMatch(r -> r.change().isPresent())) {
      for (String line :
          Layout.wrap(
              "Points of change with their 95% interval; the marked ones exceed what chance and"
                  + " the model's mistakes would make.",
              terminal.textWidth() - INDENT)) {
        out.append(" ".repeat(INDENT)).append(terminal.dim(line)).append('\n');
      }
    }
    return out.toString();
  }

  private static String share(java.util.Optional<Share> share, Terminal terminal) {
    return Layout.left(
        share.map(s -> Phrases.share(s, terminal)).orElse(terminal.either("–", "-")), SHARE);
  }

  private static String change(Comparison.Change change, Terminal terminal) {
    String mark =
        !change.clear()
            ? "  "
            : change.low() > 0 ? terminal.either("▲ ", "+ ") : terminal.either("▼ ", "- ");
    return mark
        + Layout.left(points(change.estimate(), terminal), 5)
        + terminal.dim(
            "("
                + points(change.low(), terminal)
                + terminal.either(" … ", " to ")
                + points(change.high(), terminal)
                + ")");
  }

  private static String points(double share, Terminal terminal) {
    long points = Math.round(share * 100);
    if (points == 0) return "0";
    return (points < 0 ? terminal.either("−", "-") : "+")
        + String.format(Locale.ENGLISH, "%d", Math.abs(points));
  }

  private static void missing(String label, List<String> titles, StringBuilder out) {
    if (titles.isEmpty()) return;
    out.append(" ".repeat(INDENT))
        .append(label)
        .append(": ")
        .append(Layout.clean(String.join(", ", titles)))
        .append('\n');
  }
}
