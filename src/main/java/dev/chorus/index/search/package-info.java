/// Answers queries: parses, matches, ranks, explains. Inner part of the index.
package dev.chorus.index.search;
