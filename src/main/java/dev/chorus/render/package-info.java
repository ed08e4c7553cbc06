/// Shows reports, searches and reactions as text, JSON and CSV. Computes nothing: every figure
/// comes from a report, a search result or a reaction.
package dev.chorus.render;
