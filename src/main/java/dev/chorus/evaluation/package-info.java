/// How good the analysis is: figures with 95% intervals, from posts whose right labels are known.
///
/// Knows nothing of posts, models or files: it compares labels.
package dev.chorus.evaluation;
