package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.evaluation.Judged;
import dev.chorus.language.About;
import dev.chorus.language.Mood;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.source.LabelledReader.Labelled;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A label that every post has once, and the answer of the analysis that it judges.
enum PostLabel {
  SENTIMENT {
    @Override
    String right(Labelled row) throws UserException {
      return GoldLabels.required(row, label -> label, "sentiment", "label");
    }

    @Override
    List<String> known(Event event) {
      return Arrays.stream(Mood.values()).map(Mood::id).toList();
    }

    @Override
    List<String> sides() {
      return List.of(Mood.POSITIVE.id(), Mood.NEGATIVE.id());
    }

    @Override
    Judged judged(Labelled row, Placed placed, Event event) throws UserException {
      Optional<Sentiment> sentiment = placed.reaction().sentiment();
      return judged(
          row,
          sentiment.map(s -> s.label().id()),
          sentiment
              .map(s -> Math.max(Math.max(s.negative(), s.neutral()), s.positive()))
              .orElse(0.0));
    }
  },

  STANCE {
    @Override
    String right(Labelled row) throws UserException {
      String label = GoldLabels.required(row, l -> l, "stance", "label");
      return Side.of(label).map(Side::id).orElse(label);
    }

    @Override
    List<String> known(Event event) {
      return Arrays.stream(Side.values()).map(Side::id).toList();
    }

    @Override
    List<String> sides() {
      return List.of(Side.FAVOR.id(), Side.AGAINST.id());
    }

    @Override
    void check(Labelled row, Event event) throws UserException {
      super.check(row, event);
      target(row, event);
    }

    /// A target without a stance is one on which the post takes no side.
    @Override
    Judged judged(Labelled row, Placed placed, Event event) throws UserException {
      String target = target(row, event);
      Optional<Stance> stance =
          placed.reaction().stances().stream()
              .filter(s -> s.target().equalsIgnoreCase(target))
              .findFirst();
      Side side = stance.map(Stance::side).orElse(Side.NONE);
      return judged(
          row,
          placed.read() ? Optional.of(side.id()) : Optional.empty(),
          stance.map(Stance::probability).orElse(1.0));
    }

    private static String target(Labelled row, Event event) throws UserException {
      Optional<String> named = row.label("target");
      return named.isPresent() ? named.get() : TargetGroups.mainTarget(event);
    }
  },

  CAMP {
    @Override
    String right(Labelled row) throws UserException {
      return GoldLabels.required(row, GoldLabels::campId, "camp");
    }

    @Override
    List<String> known(Event event) {
      return StatementAssigner.classes(event);
    }

    @Override
    Judged judged(Labelled row, Placed placed, Event event) throws UserException {
      return judged(
          row,
          placed.read() ? Optional.of(placed.placement().camp()) : Optional.empty(),
          placed.placement().probability());
    }
  },

  ABOUT {
    @Override
    String right(Labelled row) throws UserException {
      return GoldLabels.required(row, label -> label, "about");
    }

    @Override
    List<String> known(Event event) {
      return Arrays.stream(About.Kind.values()).map(About.Kind::id).toList();
    }

    @Override
    List<String> sides() {
      return List.of(About.Kind.REACTION.id());
    }

    @Override
    Judged judged(Labelled row, Placed placed, Event event) throws UserException {
      Optional<About> about = placed.reaction().about();
      return judged(
          row,
          about.map(a -> a.kind().id()),
          about.map(a -> a.reacts() ? a.event() : 1 - a.event()).orElse(0.0));
    }
  };

  /// The label of a record, in the words of the analysis.
  abstract String right(Labelled row) throws UserException;

  /// All labels that the analysis gives.
  abstract List<String> known(Event event);

  /// The labels whose mean F1 is reported beside the averages over all.
  List<String> sides() {
    return List.of();
  }

  abstract Judged judged(Labelled row, Placed placed, Event event) throws UserException;

  Judged judged(Labelled row, Optional<String> given, double probability) throws UserException {
    return new Judged(row.post().id(), row.post().text(), right(row), given, probability);
  }

  /// Refuses a record whose label is missing, or is none of those that the analysis gives.
  void check(Labelled row, Event event) throws UserException {
    String label = right(row);
    if (known(event).contains(label)) return;
    throw new UserException(
        "The record \""
            + row.post().id()
            + "\" has the label \""
            + label
            + "\"; wanted one of "
            + String.join(", ", known(event))
            + ".");
  }
}
