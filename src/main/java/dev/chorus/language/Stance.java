package dev.chorus.language;

import java.util.Optional;

/// Which side a post takes toward one target.
///
/// @param target canonical name of the target
/// @param side the likeliest side
/// @param probability of that side, from 0 to 1
/// @param evidence the stretch that shows it, where one does
/// @param reported of a claim: whether the post only passes on that others make it
public record Stance(
    String target, Side side, double probability, Optional<Span> evidence, boolean reported) {

  /// A side of the author's own.
  public Stance(String target, Side side, double probability, Optional<Span> evidence) {
    this(target, side, probability, evidence, false);
  }
}
