/// Computes a report on a corpus: shares, moods, stances, typical posts, quotes, bridges between
/// camps.
///
/// [dev.chorus.report.CampsReport] is the data, [dev.chorus.report.CampsReportBuilder] computes it.
/// Every quote is an exact span of a post.
package dev.chorus.report;
