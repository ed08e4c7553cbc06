package dev.chorus.language;

import java.util.Optional;

/// Which side a post takes toward one target.
///
/// @param target canonical name of the target
/// @param side the likeliest side
/// @param probability of that side, from 0 to 1
/// @param evidence the stretch that shows it, where one does
public record Stance(String target, Side side, double probability, Optional<Span> evidence) {}
