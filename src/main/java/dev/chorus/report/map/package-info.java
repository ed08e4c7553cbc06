/// The map of posts: a place for each post, so that posts of like meaning stand near each other.
///
/// [dev.chorus.report.map.MapBuilder] makes a [dev.chorus.report.map.PostMap], or says with a
/// [dev.chorus.report.map.NoMap] why there is none. The places are found by
/// [dev.chorus.report.map.Projection], which knows numbers only.
package dev.chorus.report.map;
