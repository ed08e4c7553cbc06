/// Families of near-identical posts: when two texts count as one, which posts belong together, and
/// the facts on a family. Knows [dev.chorus.post.Post] alone, so that the index and the reports
/// ask the same code.
package dev.chorus.flood;
