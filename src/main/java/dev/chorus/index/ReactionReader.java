package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.column.FamilyField;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.StoredReactions;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.search.Neighbours;
import dev.chorus.index.search.Ranking;
import dev.chorus.index.search.Search;
import dev.chorus.index.text.IndexFields;
import dev.chorus.language.Vector;
import dev.chorus.language.model.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Searches an index and reads reactions back, as of the last commit when it was opened.
public final class ReactionReader implements AutoCloseable {
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

  /// Whether there is something to open in a folder.
  ///
  /// @throws IndexException if the folder is a file, or cannot be read
  public static boolean isThere(Path folder) throws IndexException {
    return !IndexStore.isFresh(folder);
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

  /// Where the files lie that the posts were read and sorted by, as the writer was told.
  public Map<String, String> origin() {
    return store.origin();
  }

  /// How many posts are in the index.
  public int size() {
    return reader.numDocs();
  }

  /// A post by its id. A repost leads to its original, and an original that the index has not got
  /// to the repost that stands for it.
  public Optional<Placed> get(String id) throws IndexException {
    try {
      for (String field : List.of(IndexFields.ID, IndexFields.REPOST, IndexFields.KEY)) {
        TopDocs found = searcher.search(new TermQuery(new Term(field, id)), 1);
        if (found.scoreDocs.length > 0) {
          return Optional.of(StoredReactions.read(searcher.storedFields(), found.scoreDocs[0].doc));
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
      TopDocs found = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
      return found.scoreDocs.length == 0
          ? Optional.empty()
          : FamilyField.of(reader, found.scoreDocs[0].doc);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// Lets something be computed from the columns of the posts of a stretch of time.
  ///
  /// @param since the first moment that is wanted; a post without a time is in no stretch of time
  /// @param until the first that is not
  public <T> T columns(
      Optional<Instant> since, Optional<Instant> until, Function<PostColumns, T> use)
      throws IndexException {
    Optional<LongPredicate> window = Optional.empty();
    if (since.isPresent() || until.isPresent()) {
      long from = since.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
      long to = until.map(Instant::toEpochMilli).orElse(PostColumns.NEVER);
      window = Optional.of(time -> time >= from && time < to);
    }
    try {
      return use.apply(
          PostColumns.read(
              reader,
              event(),
              window,
              FamilyCount.ofCommit(reader.getIndexCommit().getUserData()).isPresent()));
    } catch (IOException e) {
      throw trouble(e);
    } catch (UncheckedIOException e) {
      throw trouble(e.getCause());
    }
  }

  /// Whether posts have vectors, so that they can be found by meaning.
  public boolean knowsMeanings() {
    return FieldInfos.getMergedFieldInfos(reader).fieldInfo(IndexFields.VECTOR) != null;
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
  public SearchResult search(SearchRequest request, Function<String, Vector> encoder, double weight)
      throws IndexException, QueryException {
    try {
      return new Search(searcher, request).run(event(), encoder, weight);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// The posts nearest in meaning to a post, nearest first, their cosine as the score; empty if it
  /// has no vector. Of copies of one text the first speaks for all.
  public List<SearchResult.Hit> like(String id, int count) throws IndexException {
    try {
      TopDocs self = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1);
      if (self.scoreDocs.length == 0 || count == 0) return List.of();
      int doc = self.scoreDocs[0].doc;
      Optional<float[]> vector = Neighbours.vector(searcher, doc);
      if (vector.isEmpty()) return List.of();
      Neighbours neighbours = new Neighbours(searcher, vector.get());
      StoredFields stored = searcher.storedFields();
      for (int wide = 2 * count + 1; ; wide *= 4) {
        List<Neighbours.Neighbour> nearest = neighbours.nearest(MatchAllDocsQuery.INSTANCE, wide);
        Set<String> seen = new HashSet<>(List.of(bare(StoredReactions.read(stored, doc))));
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (Neighbours.Neighbour near : nearest) {
          if (near.doc() == doc || hits.size() == count) continue;
          Placed placed = StoredReactions.read(stored, near.doc());
          if (seen.add(bare(placed))) {
            hits.add(
                new SearchResult.Hit(
                    placed, near.cosine(), List.of(), FamilyField.of(reader, near.doc())));
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
