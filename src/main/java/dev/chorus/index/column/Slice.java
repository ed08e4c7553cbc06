package dev.chorus.index.column;

import org.apache.lucene.index.LeafReaderContext;

/// The posts of one segment that are rows of [PostColumns].
///
/// @param docs their numbers in the segment, ascending
/// @param base the row of the first
record Slice(LeafReaderContext leaf, int[] docs, int base) {}
