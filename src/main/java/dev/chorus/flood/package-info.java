/// Families of near-identical posts: what makes two texts one, which posts belong together, and
/// what is known of a family. Knows [dev.chorus.post.Post] alone, so that the index and the reports
/// ask the same code.
package dev.chorus.flood;
