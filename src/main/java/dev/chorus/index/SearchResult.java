package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.language.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was found.
///
/// @param mode how it was found: a hybrid search falls back to words where operators say what must
///     hold
/// @param total how many posts match
/// @param hits the first of them
/// @param corrections for words of the query that no post has
/// @param facets for each facet how many of all matches have each value, most first
public record SearchResult(
    SearchRequest.Mode mode,
    long total,
    List<Hit> hits,
    Map<Facet, Map<String, Long>> facets,
    List<Correction> corrections) {
  public SearchResult {
    hits = List.copyOf(hits);
    corrections = List.copyOf(corrections);
  }

  /// One match.
  ///
  /// @param score how well it matches, higher is better; comparable within one search only
  /// @param highlights the words that matched
  /// @param family of near-identical posts, if it is in one
  public record Hit(Placed placed, double score, List<Span> highlights, Optional<Family> family) {
    public Hit {
      highlights = List.copyOf(highlights);
    }
  }
}
