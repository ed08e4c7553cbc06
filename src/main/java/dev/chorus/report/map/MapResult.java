package dev.chorus.report.map;

/// A map of posts, or why there is none.
public sealed interface MapResult permits PostMap, NoMap {}
