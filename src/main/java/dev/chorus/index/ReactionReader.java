package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.language.Trial;
import dev.chorus.language.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/// Searches an index and reads reactions back, as of the last commit when it was opened.
public final class ReactionReader implements AutoCloseable {
  /// Facets counted with every search, and how many values of each.
  private static final List<Facet> COUNTED =
      List.of(Facet.CAMP, Facet.SENTIMENT, Facet.STANCE, Facet.PLATFORM, Facet.ENTITY);

  private static final int MOST_VALUES = 20;

  /// Posts that count as near in meaning to a query: enough to filter and to count, few enough to
  /// be about it.
  public static final int NEAREST = 100;

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final IndexStore store;

  private ReactionReader(
      Path folder, Directory directory, DirectoryReader reader, IndexStore store) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Ranking.BEST.said());
    this.store = store;
  }

  /// @throws IndexException if there is no index of this version
  public static ReactionReader open(Path folder) throws IndexException {
    if (IndexStore.isFresh(folder)) {
      throw new IndexException(
          "There is no index in " + folder + ". Make one: chorus ingest FILE --index " + folder);
    }
    try {
      Directory directory = FSDirectory.open(folder);
      try {
        IndexStore.Opened opened = IndexStore.open(folder, directory);
        return new ReactionReader(folder, directory, opened.reader(), opened.store());
      } catch (IndexException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw new IndexException("The index in " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// The event whose camps the reactions were sorted into.
  public Event event() {
    return store.event();
  }

  /// Fingerprint of the models behind the scores.
  public String analysis() {
    return store.analysis();
  }

  /// How those models did on labelled posts, where that is known.
  public Optional<Trial> trial() {
    return store.trial();
  }

  /// How many posts are in the index.
  public int size() {
    return reader.numDocs();
  }

  /// A post by its id. A repost leads to its original, and an original that the index has not got
  /// to the repost that stands for it.
  public Optional<Placed> get(String id) throws IndexException {
    try {
      for (String field : List.of(Fields.ID, Fields.REPOST, Fields.KEY)) {
        TopDocs found = searcher.search(new TermQuery(new Term(field, id)), 1);
        if (found.scoreDocs.length > 0) {
          return Optional.of(read(searcher.storedFields(), found.scoreDocs[0].doc));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// The family of near-identical posts that a post is in.
  public Optional<Family> family(String id) throws IndexException {
    try {
      TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
      return found.scoreDocs.length == 0 ? Optional.empty() : family(found.scoreDocs[0].doc);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private Optional<Family> family(int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return FamilyField.of(leaf, doc - leaf.docBase);
  }

  /// Gives every reaction, in no order that means anything. Those that fit no camp come with their
  /// vectors, as camps that nobody declared are sought among them; the others come without.
  public void forEach(Consumer<Placed> sink) throws IndexException {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        StoredFields stored = leaf.reader().storedFields();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live != null && !live.get(doc)) continue;
          Placed placed = read(stored, doc);
          if (placed.read() && !placed.placement().aligned()) {
            placed =
                new Placed(
                    placed.reaction().with(StoredEntries.vector(leaf.reader(), doc)),
                    placed.placement());
          }
          sink.accept(placed);
        }
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  static Placed read(StoredFields stored, int doc) throws IOException {
    Document document = stored.document(doc, Set.of(Fields.DATA));
    return ReactionCodec.decode(document.getBinaryValue(Fields.DATA));
  }

  /// Whether posts have vectors, so that they can be found by meaning.
  public boolean knowsMeanings() {
    return FieldInfos.getMergedFieldInfos(reader).fieldInfo(Fields.VECTOR) != null;
  }

  /// A search by words.
  ///
  /// @throws QueryException if the query cannot be understood
  public SearchResult search(SearchRequest request) throws IndexException, QueryException {
    return search(
        request,
        _ -> {
          throw new IllegalArgumentException("a search by meaning needs an encoder");
        });
  }

  /// @param encoder gives a query its vector, in the space of the posts' vectors; asked only if the
  ///     mode needs it
  /// @throws QueryException if the query cannot be understood
  public SearchResult search(SearchRequest request, Function<String, Vector> encoder)
      throws IndexException, QueryException {
    return search(request, encoder, Ranking.MEANING);
  }

  /// With another weight of the meaning in a hybrid search, for measuring.
  SearchResult search(SearchRequest request, Function<String, Vector> encoder, double weight)
      throws IndexException, QueryException {
    try {
      Matches matches = Matches.of(searcher, request, encoder, weight);
      FacetsCollectorManager.FacetsResult found =
          FacetsCollectorManager.search(
              searcher,
              matches.query(),
              Math.max(1, request.limit()),
              sort(request.sort()),
              true,
              new FacetsCollectorManager());
      boolean ranked =
          matches.mode() != SearchRequest.Mode.KEYWORD
              && request.sort() == SearchRequest.Order.RELEVANCE;
      Map<Integer, Double> scores = new HashMap<>(matches.scores());
      List<Integer> docs = new ArrayList<>();
      if (ranked) {
        docs.addAll(matches.best(searcher, request.limit()));
      } else {
        for (ScoreDoc doc : found.topDocs().scoreDocs) {
          docs.add(doc.doc);
          scores.putIfAbsent(doc.doc, score(doc));
        }
      }
      Highlights highlights = new Highlights(searcher, matches.words().query());
      List<SearchResult.Hit> hits = new ArrayList<>();
      StoredFields stored = searcher.storedFields();
      for (int doc : docs.subList(0, Math.min(docs.size(), request.limit()))) {
        Placed placed = read(stored, doc);
        hits.add(
            new SearchResult.Hit(
                placed,
                scores.get(doc),
                highlights.of(doc, placed.reaction().post().text()),
                family(doc)));
      }
      List<Correction> corrections =
          matches.mode() == SearchRequest.Mode.SEMANTIC
              ? List.of()
              : new Corrections(reader).of(matches.words().typed());
      return new SearchResult(
          matches.mode(),
          searcher.count(matches.query()),
          hits,
          facets(found.facetsCollector()),
          corrections);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// The posts nearest in meaning to a post, nearest first, their cosine as the score; empty if it
  /// has no vector. Of copies of one text the first speaks for all.
  public List<SearchResult.Hit> like(String id, int count) throws IndexException {
    try {
      TopDocs self = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
      if (self.scoreDocs.length == 0 || count == 0) return List.of();
      int doc = self.scoreDocs[0].doc;
      Optional<float[]> vector = Neighbours.vector(searcher, doc);
      if (vector.isEmpty()) return List.of();
      Neighbours neighbours = new Neighbours(searcher, vector.get());
      StoredFields stored = searcher.storedFields();
      for (int wide = 2 * count + 1; ; wide *= 4) {
        List<Neighbours.Neighbour> nearest = neighbours.nearest(MatchAllDocsQuery.INSTANCE, wide);
        Set<String> seen = new HashSet<>(List.of(bare(read(stored, doc))));
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (Neighbours.Neighbour near : nearest) {
          if (near.doc() == doc || hits.size() == count) continue;
          Placed placed = read(stored, near.doc());
          if (seen.add(bare(placed))) {
            hits.add(new SearchResult.Hit(placed, near.cosine(), List.of(), family(near.doc())));
          }
        }
        if (hits.size() == count || nearest.size() < wide) return hits;
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// What copies of one text have in common.
  private static String bare(Placed placed) {
    return placed.reaction().post().text().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static double score(ScoreDoc doc) {
    return Float.isNaN(doc.score) && doc instanceof FieldDoc f && f.fields[0] instanceof Float s
        ? s
        : Float.isNaN(doc.score) ? 0 : doc.score;
  }

  /// Ties are broken by id, so that the order of ingestion never shows.
  private static Sort sort(SearchRequest.Order order) {
    SortField byId = new SortField(Fields.ID, SortField.Type.STRING);
    SortField first =
        switch (order) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case TIME -> newestFirst();
          case ENGAGEMENT -> new SortField(Fields.ENGAGEMENT, SortField.Type.LONG, true);
        };
    return new Sort(first, byId);
  }

  private static SortField newestFirst() {
    return new SortField(Fields.CREATED, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  private Map<Facet, Map<String, Long>> facets(FacetsCollector matches) throws IOException {
    Map<Facet, Map<String, Long>> all = new EnumMap<>(Facet.class);
    for (Facet facet : COUNTED) all.put(facet, counts(facet, matches));
    return all;
  }

  private Map<String, Long> counts(Facet facet, FacetsCollector matches) throws IOException {
    StringValueFacetCounts counts =
        new StringValueFacetCounts(new StringDocValuesReaderState(reader, facet.field()), matches);
    FacetResult result = counts.getAllChildren(facet.field());
    Map<String, Long> byValue = new LinkedHashMap<>();
    List<LabelAndValue> values = new ArrayList<>(List.of(result.labelValues));
    values.sort(
        Comparator.comparingLong((LabelAndValue v) -> v.value.longValue())
            .reversed()
            .thenComparing(v -> v.label));
    values.stream().limit(MOST_VALUES).forEach(v -> byValue.put(v.label, v.value.longValue()));
    return byValue;
  }

  private IndexException trouble(IOException e) {
    return new IndexException("The index in " + folder + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() throws IndexException {
    try (directory;
        reader) {
      // Both are closed, whichever fails.
    } catch (IOException e) {
      throw trouble(e);
    }
  }
}
