package dev.chorus.language;

/// What the labelled posts of one event taught.
///
/// @param labels what a post's vector says of its label
/// @param weights how much that weighs beside the features that need no labelled posts
public record Taught(SoftmaxRegression labels, ChoiceModel weights) {}
