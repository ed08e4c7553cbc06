package dev.chorus.evaluation;

/// A measured figure with its 95% interval.
///
/// @param name such as `macro-recall`
/// @param value on the posts as they are
/// @param low of the interval, by bootstrap
/// @param high of the interval, by bootstrap
public record Figure(String name, double value, double low, double high) {}
