package dev.chorus.language;

/// A stretch of a post that moved the score of its mood.
///
/// @param span in the post's text
/// @param change the score with it minus the score without it, the stronger ones being left out
///     already, from -2 to 2
public record Influence(Span span, double change) {}
