package dev.chorus.language;

/// A name in a post.
///
/// @param text the name as written
/// @param span where it stands
/// @param type what it names
/// @param name the canonical name, the same for every spelling: `DeepSeek` for `deepseek_ai`
public record Mention(String text, Span span, EntityType type, String name) {}
