/// What a post says. The door is [dev.chorus.language.Analyzer], from [dev.chorus.post.Post] to
/// [dev.chorus.language.Reaction]: mood, names, stances toward the targets of the event, meaning as
/// a vector.
package dev.chorus.language;
