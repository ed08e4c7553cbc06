package dev.chorus.index.search;

import dev.chorus.index.query.Facet;

/// A value that a search asks a facet for.
///
/// @param column where in the query, from 0; -1 if a filter asks for it
record FieldValue(Facet facet, String value, int column) {}
