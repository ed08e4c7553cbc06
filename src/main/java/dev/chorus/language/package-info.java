/// The results of an analysis, and the door to it: [dev.chorus.language.Analyzer] makes a
/// [dev.chorus.language.Reaction] of a [dev.chorus.post.Post]. A reaction has mood, names, stances
/// toward the targets of the event, and the meaning as a vector.
package dev.chorus.language;
