package dev.chorus.language;

import java.util.Locale;
import java.util.Optional;

/// Whether a post reacts to the event at all: the first thing that is decided of it.
///
/// @param event probability that it is a reaction to the event, from 0 to 1
/// @param kind what it is
public record About(double event, Kind kind) {
  /// What a post is to an event.
  public enum Kind {
    /// It takes a position on the event, or reports an experience or a fact of it.
    REACTION,
    /// It names the event, but speaks of something else.
    MENTION,
    /// It is about something else.
    OFF,
    /// It cannot be understood without what it answers.
    FRAGMENT,
    /// An announcement, a list of links or tags, promotion or spam.
    NOTICE;

    /// The name in output, such as `reaction`.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String id) {
      for (Kind kind : values()) if (kind.id().equals(id)) return Optional.of(kind);
      return Optional.empty();
    }
  }

  /// Whether it counts as a reaction.
  public boolean reacts() {
    return kind == Kind.REACTION;
  }
}
