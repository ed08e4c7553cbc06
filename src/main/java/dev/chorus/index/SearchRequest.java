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
/// @param mode what makes a post match
public record SearchRequest(
    String query,
    List<Filter> filters,
    Optional<Instant> since,
    Optional<Instant> until,
    Order sort,
    int limit,
    Mode mode) {

  public SearchRequest {
    filters = List.copyOf(filters);
    if (limit < 0) throw new IllegalArgumentException("limit is negative");
  }

  /// A search by words.
  public SearchRequest(
      String query,
      List<Filter> filters,
      Optional<Instant> since,
      Optional<Instant> until,
      Order sort,
      int limit) {
    this(query, filters, since, until, sort, limit, Mode.KEYWORD);
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

  /// What makes a post match.
  public enum Mode {
    /// The query's words, in Lucene's syntax.
    KEYWORD,
    /// Nearness in meaning to the query, which is taken as it stands, without a syntax. Meaning has
    /// no border, so the matches are the [ReactionReader#NEAREST] nearest posts that pass the
    /// filters: totals, facets and order are of those.
    SEMANTIC,
    /// Either: the matches of both, ranked by both. A query with operators, phrases, wild cards or
    /// fields says what must hold, so it is answered by its words alone.
    HYBRID;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
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
