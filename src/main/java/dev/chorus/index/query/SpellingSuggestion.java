package dev.chorus.index.query;

/// A word of a query that no post has, and the likeliest one that was meant.
///
/// @param word as it was typed
/// @param instead a word of the posts
public record SpellingSuggestion(String word, String instead) {}
