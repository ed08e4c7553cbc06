/// Placed reactions on disk: added, searched, counted, read back. The only package that knows
/// Lucene.
///
/// [dev.chorus.index.ReactionWriter] writes, [dev.chorus.index.ReactionReader] reads; several may
/// read while one writes.
package dev.chorus.index;
