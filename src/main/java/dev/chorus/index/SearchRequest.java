package dev.chorus.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What to look for.
///
/// @param query words in Lucene's syntax; `*:*` is everything
/// @param filters each must hold
/// @param since earliest time, inclusive
/// @param until latest time, exclusive
/// @param sort order of the hits
/// @param limit most hits to return; the counts are of all
public record SearchRequest(
    String query,
    List<Filter> filters,
    Optional<Instant> since,
    Optional<Instant> until,
    Order sort,
    int limit) {

  public SearchRequest {
    filters = List.copyOf(filters);
    if (limit < 0) throw new IllegalArgumentException("limit is negative");
  }

  /// A field that must have one of some values.
  ///
  /// @param field what to compare
  /// @param anyOf values, whatever their case; one of them suffices
  public record Filter(Facet field, List<String> anyOf) {
    public Filter {
      anyOf = List.copyOf(anyOf);
      if (anyOf.isEmpty()) throw new IllegalArgumentException("a filter without values");
    }
  }

  /// Which hits come first.
  public enum Order {
    /// Best match first.
    RELEVANCE,
    /// Newest first; posts without a time last.
    TIME,
    /// Most likes, reposts and replies first.
    ENGAGEMENT
  }
}
