package dev.chorus.index.query;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to look for.
///
/// @param query words in Lucene's syntax; `*:*` is everything
/// @param filters each must hold
/// @param since earliest time, inclusive
/// @param until latest time, exclusive
/// @param atLeast the least that a post must have of each measure
/// @param copies whether copies count; otherwise the earliest post of a family speaks for all
/// @param sort order of the hits
/// @param limit most hits to return; the counts are of all
/// @param mode what makes a post match
/// @param after where to go on: [SearchResult#next] of the same request's page before
/// @param extras what to tell beside the hits
public record SearchRequest(
    String query,
    List<Filter> filters,
    Optional<Instant> since,
    Optional<Instant> until,
    Map<Measure, Long> atLeast,
    boolean copies,
    Order sort,
    int limit,
    Mode mode,
    Optional<String> after,
    Set<Extra> extras) {

  /// Posts that count as near in meaning to a query: enough to filter and to count, few enough to
  /// be about it.
  public static final int NEAREST = 100;

  public SearchRequest {
    filters = List.copyOf(filters);
    Map<Measure, Long> ordered = new EnumMap<>(Measure.class);
    ordered.putAll(atLeast);
    atLeast = java.util.Collections.unmodifiableMap(ordered);
    extras = Set.copyOf(extras);
    if (limit < 0) throw new IllegalArgumentException("limit is negative");
  }

  /// The first page of a search.
  public SearchRequest(
      String query,
      List<Filter> filters,
      Optional<Instant> since,
      Optional<Instant> until,
      Order sort,
      int limit,
      Mode mode) {
    this(
        query,
        filters,
        since,
        until,
        Map.of(),
        true,
        sort,
        limit,
        mode,
        Optional.empty(),
        Set.of(Extra.COUNTS));
  }

  /// The first page of a search by words.
  public SearchRequest(
      String query,
      List<Filter> filters,
      Optional<Instant> since,
      Optional<Instant> until,
      Order sort,
      int limit) {
    this(query, filters, since, until, sort, limit, Mode.KEYWORD);
  }

  /// The same with a least of some measures.
  public SearchRequest withAtLeast(Map<Measure, Long> least) {
    return new SearchRequest(
        query, filters, since, until, least, copies, sort, limit, mode, after, extras);
  }

  /// The same without the copies of a text.
  public SearchRequest withoutCopies() {
    return new SearchRequest(
        query, filters, since, until, atLeast, false, sort, limit, mode, after, extras);
  }

  /// Another page of the same.
  public SearchRequest withAfter(Optional<String> cursor) {
    return new SearchRequest(
        query, filters, since, until, atLeast, copies, sort, limit, mode, cursor, extras);
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

  /// What costs something and is not always wanted.
  public enum Extra {
    /// How many matches have each value.
    COUNTS,
    /// Why each hit has its score.
    REASONS
  }

  /// What makes a post match.
  public enum Mode {
    /// The query's words, in Lucene's syntax.
    KEYWORD,
    /// Nearness in meaning to the query, which is taken as it stands, without a syntax. Meaning has
    /// no border, so the matches are the [#NEAREST] nearest posts that pass the
    /// filters: totals, facets and order are of those.
    SEMANTIC,
    /// Either: the matches of both, ranked by both. A query with operators, phrases, wild cards or
    /// fields says what must hold, so it is answered by its words alone.
    HYBRID;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which hits come first; of equals the one whose id comes first.
  public enum Order {
    /// Best match first.
    RELEVANCE,
    /// Newest first; posts without a time last.
    TIME,
    /// Most likes, reposts and replies first.
    ENGAGEMENT,
    /// Most positive and most negative first; posts without a mood last.
    STRENGTH;

    /// Its name in options.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
