package dev.chorus.language;

/// Where a name stands and what it names.
///
/// @param span in the text
public record NamedSpan(Span span, EntityType type) {}
