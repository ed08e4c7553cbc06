/// Judgements from the vectors or the words of a post: mood, stance, whether it reacts, claims,
/// issues.
package dev.chorus.language.head;
