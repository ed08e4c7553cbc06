package dev.chorus.post;

import java.util.Optional;

/// Context that belongs beside a quote.
///
/// @param kind `community_note`, `disclosure`, or another word of the corpus's own
/// @param text what the note says
/// @param source who says so
public record Note(String kind, String text, Optional<String> source) {}
