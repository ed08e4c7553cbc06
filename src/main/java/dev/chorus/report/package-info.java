/// What a corpus says: stance summaries, search results and single reactions, as text and as JSON.
///
/// [dev.chorus.report.CampsReport] is the data, [dev.chorus.report.CampsReportBuilder] computes it;
/// each rendering is a class of its own. Everything shown as a quote is an exact span of a post.
package dev.chorus.report;
