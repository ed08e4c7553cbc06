package dev.chorus.report.estimate;

/// A share with its 95% interval, each from 0 to 1.
///
/// @param estimate corrected for the classifier's known mistakes, where labelled posts tell them;
///     else the same as `counted`
/// @param counted the share by the labels of the posts alone
public record Share(double estimate, double low, double high, double counted) {}
