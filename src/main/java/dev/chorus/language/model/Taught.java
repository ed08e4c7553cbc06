package dev.chorus.language.model;

import java.util.Optional;

/// What the labelled posts of one event taught.
///
/// @param labels what a post's tuned vector or n-grams say of its label
/// @param weights how much that weighs beside the features that need no labelled posts
/// @param trial how both together did on posts that taught them nothing, where that is kept
public record Taught(Labels labels, ChoiceModel weights, Optional<Trial> trial) {}
