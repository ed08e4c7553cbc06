package dev.chorus.index;

import dev.chorus.camp.Placed;
import dev.chorus.language.Span;
import java.util.List;
import java.util.Map;

/// What was found.
///
/// @param total how many posts match
/// @param hits the first of them
/// @param facets for each facet how many of all matches have each value, most first
public record SearchResult(long total, List<Hit> hits, Map<Facet, Map<String, Long>> facets) {
  public SearchResult {
    hits = List.copyOf(hits);
  }

  /// One match.
  ///
  /// @param score how well it matches, higher is better; comparable within one search only
  /// @param highlights the words that matched
  public record Hit(Placed placed, double score, List<Span> highlights) {
    public Hit {
      highlights = List.copyOf(highlights);
    }
  }
}
