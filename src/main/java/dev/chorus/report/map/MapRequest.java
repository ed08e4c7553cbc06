package dev.chorus.report.map;

import java.util.Optional;

/// What map is wanted.
///
/// @param mostPoints of more posts so many are drawn by their ids
/// @param cache where the places of the last map are kept, so that they are not computed again
public record MapRequest(int mostPoints, Optional<MapCache> cache) {}
