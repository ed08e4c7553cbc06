package dev.chorus.index.query;

import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.language.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What was found.
///
/// @param mode how it was found: a hybrid search falls back to words where operators say what must
///     hold
/// @param total how many posts match, on all pages
/// @param hits those of this page
/// @param next where the next page begins, if there is one
/// @param counts of all matches; nothing if the request wants none
/// @param suggestions for words of the query that no post has
public record SearchResult(
    SearchRequest.Mode mode,
    long total,
    List<Hit> hits,
    Optional<String> next,
    Counts counts,
    List<SpellingSuggestion> suggestions) {
  public SearchResult {
    hits = List.copyOf(hits);
    suggestions = List.copyOf(suggestions);
  }

  /// How many of all matches have each value of each facet.
  public Map<Facet, Map<String, Long>> facets() {
    return counts.facets();
  }

  /// How many matches there are of each kind.
  ///
  /// @param facets for each facet its most frequent values, most first
  /// @param days for each day (UTC) with matches
  /// @param engagement by powers of ten: 0 for posts without likes, reposts or replies, 1 for 1 to
  ///     9 of them, 10 for 10 to 99 and so on
  public record Counts(
      Map<Facet, Map<String, Long>> facets,
      SortedMap<LocalDate, Long> days,
      SortedMap<Long, Long> engagement) {}

  /// One match.
  ///
  /// @param score how well it matches, higher is better; comparable within one search only
  /// @param highlights the words that matched
  /// @param family of near-identical posts, if it is in one
  /// @param reasons why it has its score, if the request asks for them: their points add up to it
  public record Hit(
      Placed placed,
      double score,
      List<Span> highlights,
      Optional<Family> family,
      List<ScoreReason> reasons) {
    public Hit {
      highlights = List.copyOf(highlights);
      reasons = List.copyOf(reasons);
    }

    public Hit(Placed placed, double score, List<Span> highlights, Optional<Family> family) {
      this(placed, score, highlights, family, List.of());
    }
  }
}
