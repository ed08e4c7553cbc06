/// What is shown of reports, searches and reactions, in which order and in which words ([Outline]),
/// the printer that lays it out for a terminal, and CSV. Computes nothing: every figure comes from
/// a report, a search result or a reaction.
package dev.chorus.render;
