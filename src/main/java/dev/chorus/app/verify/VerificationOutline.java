package dev.chorus.app.verify;

import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Section;
import dev.chorus.render.Phrases;
import dev.chorus.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The result of a check as lines: one for each finding, and one for all.
public final class VerificationOutline {
  /// A file that differs everywhere needs no thousand lines that say so.
  private static final int MOST_LINES = 200;

  private VerificationOutline() {}

  public static Outline of(Verification verification) {
    List<Outline.Block> lines = new ArrayList<>();
    List<Finding> findings = verification.findings();
    for (Finding finding : findings.subList(0, Math.min(MOST_LINES, findings.size()))) {
      String where = finding.line() > 0 ? ":" + finding.line() : "";
      String key = finding.key().isEmpty() ? "" : finding.key() + ": ";
      lines.add(line(verification.file() + where + ": " + key + finding.message()));
    }
    if (findings.size() > MOST_LINES) {
      lines.add(
          line(
              verification.file()
                  + ": "
                  + Phrases.count(findings.size() - MOST_LINES)
                  + " more of these; all of them: --format json"));
    }
    lines.add(line(verification.file() + ": " + summary(verification)));
    return new Outline(List.of(new Section("", Optional.empty(), lines)));
  }

  private static String summary(Verification verification) {
    if (verification.passed()) {
      return "in order; checked: " + verification.checked();
    }
    long wrong = verification.findings().stream().filter(Finding::wrong).count();
    return "not in order: "
        + Phrases.count(wrong, "finding", "findings")
        + "; checked: "
        + verification.checked();
  }

  private static Outline.Block line(String words) {
    return new Outline.Line(Text.said(words), false);
  }
}
