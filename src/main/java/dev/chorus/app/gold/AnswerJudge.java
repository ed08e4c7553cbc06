package dev.chorus.app.gold;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.evaluation.Judged;
import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.head.Claims;
import dev.chorus.source.LabelledReader.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges labels of which a post has several, or none.
interface AnswerJudge {
  List<Judged> judged(Labelled row, Placed placed, Event event);

  /// Stands on claims: one for each claim that somebody judged.
  static List<Judged> claims(Labelled row, Placed placed, Event event) {
    List<Judged> judged = new ArrayList<>();
    row.claims()
        .forEach(
            (claim, label) -> {
              Optional<Stance> stance = placed.reaction().stanceOn(claim);
              String given =
                  stance.map(s -> s.reported() ? "reported" : s.side().id()).orElse(Side.NONE.id());
              judged.add(
                  new Judged(
                      row.post().id(),
                      row.post().text(),
                      Claims.classOf(label),
                      placed.read() ? Optional.of(given) : Optional.empty(),
                      stance.map(Stance::probability).orElse(1.0)));
            });
    return judged;
  }

  /// Issues that a post speaks of, by its label or by the analysis. Issues that neither names are
  /// left out: they are many, and would drown the others.
  static List<Judged> issues(Labelled row, Placed placed, Event event) {
    List<Judged> judged = new ArrayList<>();
    if (row.issues().isEmpty()) return judged;
    for (Issue issue : event.issues()) {
      boolean right = row.issues().get().contains(issue.id());
      Optional<Reaction.Spoken> given =
          placed.reaction().issues().stream().filter(s -> s.id().equals(issue.id())).findFirst();
      if (!right && given.isEmpty()) continue;
      judged.add(
          new Judged(
              row.post().id(),
              row.post().text(),
              right ? issue.id() : Side.NONE.id(),
              Optional.of(given.map(Reaction.Spoken::id).orElse(Side.NONE.id())),
              given.map(Reaction.Spoken::probability).orElse(1.0)));
    }
    return judged;
  }
}
