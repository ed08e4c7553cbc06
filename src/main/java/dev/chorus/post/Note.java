package dev.chorus.post;

import java.util.Optional;

/// Context that belongs beside a quote.
///
/// @param kind `community_note`, `disclosure`, or another word of the corpus's own
/// @param text the words of the note
/// @param source its author
public record Note(String kind, String text, Optional<String> source) {}
