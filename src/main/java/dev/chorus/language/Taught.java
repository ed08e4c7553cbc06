package dev.chorus.language;

/// What the labelled posts of one event taught.
///
/// @param labels what a post's tuned vector or n-grams say of its label
/// @param weights how much that weighs beside the features that need no labelled posts
public record Taught(Labels labels, ChoiceModel weights) {}
