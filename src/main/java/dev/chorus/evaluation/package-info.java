/// The quality of the analysis: figures with 95% intervals, from posts with known right labels.
///
/// Compares labels, and knows neither posts nor models nor files.
package dev.chorus.evaluation;
