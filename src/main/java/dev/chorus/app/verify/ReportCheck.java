package dev.chorus.app.verify;

import dev.chorus.app.UserException;
import dev.chorus.app.verify.Finding.Kind;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares a report with the one that the index gives today.
final class ReportCheck {
  private static final List<String> SAME = List.of("chorus", "index", "event", "models");

  private final String file;
  private final ReportText text;
  private final ReportData data;
  private final List<Finding> findings = new ArrayList<>();

  private ReportCheck(String file, ReportText text, ReportData data) {
    this.file = file;
    this.text = text;
    this.data = data;
  }

  static Verification run(String file, ReportText text, ReactionReader index)
      throws UserException, IndexException {
    return new ReportCheck(file, text, ReportData.of(file, text)).run(index);
  }

  private Verification run(ReactionReader index) throws IndexException {
    if (!data.whole()) {
      add(
          Kind.DATA,
          "digest",
          data.text("digest"),
          "the data were changed after the report was" + " made: their digest is another");
    }
    Optional<ReportCommand> command = ReportCommand.parse(data.text("command"));
    if (command.isEmpty()) {
      return cannotBeCompared(
          "made by " + Finding.quoted(data.text("command")) + ", which this version does not know");
    }
    FinishedReport fresh;
    try {
      fresh = FinishedReport.of(index, command.get());
    } catch (IndexException e) {
      if (command.get().compared().isEmpty()) throw e;
      return cannotBeCompared(
          "made by " + Finding.quoted(data.text("command")) + ": " + e.getMessage());
    }
    List<String> other =
        SAME.stream()
            .filter(key -> !data.text(key).equals(fresh.claims().made().get(key)))
            .toList();
    if (!other.isEmpty()) {
      List<String> parts = new ArrayList<>();
      for (String key : other) {
        parts.add(
            key
                + " "
                + Finding.quoted(data.text(key))
                + " where this index has "
                + Finding.quoted(fresh.claims().made().get(key)));
      }
      return cannotBeCompared("made from " + String.join(", ", parts));
    }
    ClaimsCheck.run(data, fresh.claims(), index, text.dataLine(), findings);
    findings.addAll(new VisibleCheck(text, fresh).run());
    return verification(
        fresh.claims().figures().size()
            + " figures, "
            + fresh.claims().quotes().size()
            + " quotes");
  }

  private Verification cannotBeCompared(String why) {
    add(Kind.ORIGIN, "", "", "cannot be compared: " + why);
    return verification("nothing");
  }

  private void add(Kind kind, String key, String shown, String message) {
    findings.add(new Finding(kind, key, text.dataLine(), shown, Optional.empty(), message));
  }

  private Verification verification(String checked) {
    return new Verification(file, true, checked, findings);
  }
}
