package dev.chorus.index.search;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.column.DocIds;
import dev.chorus.index.column.FamilyField;
import dev.chorus.index.column.StoredReactions;
import dev.chorus.index.facet.FacetCounter;
import dev.chorus.index.facet.MatchingPosts;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.text.IndexFields;
import dev.chorus.language.Span;
import dev.chorus.language.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/// One search: from a request to a page of hits and the counts of all matches.
public final class Search {
  private static final SearchResult.Counts NOTHING =
      new SearchResult.Counts(Map.of(), new TreeMap<>(), new TreeMap<>());

  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final Optional<Cursor> after;
  private final FrozenStatistics statistics;

  /// @throws QueryException if the page to go on from is none of this search
  public Search(IndexSearcher searcher, SearchRequest request) throws QueryException {
    this.request = request;
    this.after =
        request.after().isPresent()
            ? Optional.of(Cursor.decode(request.after().get(), request))
            : Optional.empty();
    this.statistics = after.map(Cursor::statistics).orElseGet(FrozenStatistics::new);
    this.searcher = statistics.on(searcher);
  }

  /// One hit of a page, before it is read.
  ///
  /// @param key what it is sorted by, as [Cursor#key]
  record Place(int doc, double score, long key) {}

  /// @param encoder gives the query's meaning; asked only if the mode needs it
  /// @param weight of the meaning in a hybrid search, from 0 to 1
  public SearchResult run(Event event, Function<String, Vector> encoder, double weight)
      throws IOException, QueryException {
    KnownValues known = new KnownValues(searcher.getIndexReader(), event);
    Matches matches = Matches.of(searcher, request, known, statistics, shown(), encoder, weight);
    // One more than wanted tells whether there is a next page.
    int most = Math.max(1, Math.min(request.limit(), searcher.getIndexReader().maxDoc()) + 1);
    boolean ranked =
        matches.mode() != SearchRequest.Mode.KEYWORD
            && request.sort() == SearchRequest.Order.RELEVANCE;
    TopFieldCollectorManager top =
        new TopFieldCollectorManager(
            sort(), most, ranked ? null : fieldDoc().orElse(null), Integer.MAX_VALUE);
    MultiCollectorManager both = new MultiCollectorManager(top, MatchingPosts.manager(searcher));
    Object[] found = searcher.search(matches.query(), both);
    MatchingPosts posts = (MatchingPosts) found[1];
    List<Place> places =
        ranked ? matches.best(searcher, most, after) : places((TopDocs) found[0], matches);
    List<Place> page = places.subList(0, Math.min(places.size(), request.limit()));
    // While another thread counts, this one reads the hits.
    FacetCounter.Begun counts =
        request.extras().contains(SearchRequest.Extra.COUNTS)
            ? new FacetCounter(searcher.getIndexReader()).begin(posts)
            : () -> NOTHING;
    List<SearchResult.Hit> hits = hits(page, matches);
    return new SearchResult(
        matches.mode(),
        posts.total(),
        hits,
        page.size() < places.size() && !page.isEmpty() ? next(page.getLast()) : Optional.empty(),
        counts.finish(),
        matches.mode() == SearchRequest.Mode.SEMANTIC
            ? List.of()
            : new SpellingSuggestions(searcher.getIndexReader()).of(matches.words().typed()));
  }

  private int shown() {
    return after.map(Cursor::shown).orElse(0);
  }

  private List<SearchResult.Hit> hits(List<Place> page, Matches matches) throws IOException {
    StoredFields stored = searcher.storedFields();
    Map<Integer, Placed> posts = new HashMap<>();
    Map<Integer, String> texts = new HashMap<>();
    for (Place place : page) {
      Placed placed = StoredReactions.read(stored, place.doc());
      posts.put(place.doc(), placed);
      texts.put(place.doc(), placed.reaction().post().text());
    }
    Map<Integer, List<Span>> highlights =
        new Highlights(searcher, matches.words().query()).of(texts);
    boolean why = request.extras().contains(SearchRequest.Extra.REASONS);
    ScoreReasons reasons = new ScoreReasons(searcher, matches);
    List<SearchResult.Hit> hits = new ArrayList<>();
    for (Place place : page) {
      hits.add(
          new SearchResult.Hit(
              posts.get(place.doc()),
              place.score(),
              highlights.get(place.doc()),
              FamilyField.of(searcher.getIndexReader(), place.doc()),
              why ? reasons.of(place.doc()) : List.of()));
    }
    return hits;
  }

  private Optional<String> next(Place last) throws IOException {
    String id = new DocIds(searcher).of(List.of(last.doc())).get(last.doc());
    Cursor cursor = new Cursor(last.key(), id, shown() + request.limit(), statistics);
    return Optional.of(cursor.encode(request));
  }

  private List<Place> places(TopDocs top, Matches matches) throws IOException {
    boolean byScore = request.sort() == SearchRequest.Order.RELEVANCE;
    if (!byScore) TopFieldCollector.populateScores(top.scoreDocs, searcher, matches.query());
    Map<Integer, Double> scores = new HashMap<>(matches.scores());
    List<Place> places = new ArrayList<>();
    for (ScoreDoc doc : top.scoreDocs) {
      Object key = ((FieldDoc) doc).fields[0];
      double score = byScore ? (Float) key : doc.score;
      places.add(
          new Place(
              doc.doc,
              scores.getOrDefault(doc.doc, score),
              byScore ? Float.floatToIntBits((Float) key) : (Long) key));
    }
    return places;
  }

  /// Ties are broken by id, so that the order of ingestion never shows.
  private Sort sort() {
    SortField byId = new SortField(IndexFields.ID, SortField.Type.STRING);
    SortField first =
        switch (request.sort()) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case TIME -> mostFirst(IndexFields.CREATED);
          case ENGAGEMENT -> mostFirst(Measure.ENGAGEMENT.field());
          case STRENGTH -> mostFirst(IndexFields.STRENGTH);
        };
    return new Sort(first, byId);
  }

  private static SortField mostFirst(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  /// Where to go on, as Lucene wants it. No post has the last hit's key and id but that one, which
  /// is out of the way whatever its number is by now.
  private Optional<FieldDoc> fieldDoc() {
    return after.map(
        at -> {
          Object key =
              request.sort() == SearchRequest.Order.RELEVANCE
                  ? (Object) Float.intBitsToFloat((int) at.key())
                  : (Object) at.key();
          return new FieldDoc(
              Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(at.id())});
        });
  }
}
