package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.About;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.head.Claims;
import dev.chorus.source.LabelledReader.Labelled;
import java.util.Locale;
import java.util.Optional;

/// Reads the labels of records. A label that is missing or unknown is refused with the id of its
/// record.
final class GoldLabels {
  private GoldLabels() {}

  /// Turns the text of a label into a value.
  interface Parser<T> {
    /// @throws IllegalArgumentException if there is no such label
    T parse(String label);
  }

  /// The label of a record by the first of its names that is there.
  ///
  /// @param names at least one; messages use the first
  static <T> Optional<T> optional(Labelled row, Parser<T> parser, String... names)
      throws UserException {
    Optional<String> label = row.label(names);
    if (label.isEmpty()) return Optional.empty();
    try {
      return Optional.of(parser.parse(label.get()));
    } catch (IllegalArgumentException e) {
      throw unknown(row, names[0], label.get());
    }
  }

  /// The same for a label that must be there.
  static <T> T required(Labelled row, Parser<T> parser, String... names) throws UserException {
    return optional(row, parser, names).orElseThrow(() -> missing(row, names[0]));
  }

  static UserException missing(Labelled row, String name) {
    return new UserException("The record \"" + row.post().id() + "\" has no \"" + name + "\".");
  }

  static UserException unknown(Labelled row, String name, String label) {
    return new UserException(
        "The record \""
            + row.post().id()
            + "\" has the "
            + name
            + " \""
            + label
            + "\", which this model does not know.");
  }

  static Mood mood(String label) {
    return Mood.valueOf(label.toUpperCase(Locale.ROOT));
  }

  static Side side(String label) {
    return Side.of(label).orElseThrow(() -> new IllegalArgumentException(label));
  }

  /// The index of an [About.Kind].
  static int about(String label) {
    return About.Kind.of(label).orElseThrow(() -> new IllegalArgumentException(label)).ordinal();
  }

  /// The id of a camp. Data sets call it `none` where a post belongs to no camp.
  static String campId(String label) {
    return label.equals("none") ? Camp.UNALIGNED : label;
  }

  /// The index of a camp among [StatementAssigner#classes].
  static int camp(String label, Event event) {
    int at = StatementAssigner.classes(event).indexOf(campId(label));
    if (at < 0) throw new IllegalArgumentException(label);
    return at;
  }

  /// The index of a label of a claim among [Claims#CLASSES].
  static int claim(Labelled row, String label) throws UserException {
    int at = Claims.CLASSES.indexOf(Claims.classOf(label));
    if (at < 0) throw unknown(row, "claims", label);
    return at;
  }
}
