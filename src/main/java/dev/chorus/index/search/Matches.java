package dev.chorus.index.search;

import dev.chorus.index.column.DocIds;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.PostAnalyzer;
import dev.chorus.language.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// The posts that a request asks for.
///
/// @param mode how they were found
/// @param query the posts, filters included; its scores mean something in keyword mode only
/// @param words what to mark in them
/// @param scored what the words score, without filters
/// @param scores in the other modes, of the best posts at least
/// @param mix how a hybrid search fuses its two scores
record Matches(
    SearchRequest.Mode mode,
    Query query,
    QueryBuilder.Words words,
    Query scored,
    Map<Integer, Double> scores,
    Optional<Mix> mix) {

  /// @param stretch the ends of both scores, as [Fusion#stretch] gives them
  record Mix(Neighbours neighbours, double[] stretch, double weight) {}

  /// Best matches by words that a hybrid search compares by meaning too. The rest follows them only
  /// if more hits are asked for.
  private static final int COMPARED = 1_000;

  /// @param shown how many hits the pages before have had
  /// @param encoder gives the query's meaning; asked only if the mode needs it
  /// @param weight of the meaning in a hybrid search, from 0 to 1
  static Matches of(
      IndexSearcher searcher,
      SearchRequest request,
      KnownValues known,
      FrozenStatistics statistics,
      int shown,
      Function<String, Vector> encoder,
      double weight)
      throws IOException, QueryException {
    QueryBuilder builder = new QueryBuilder(new PostAnalyzer());
    QueryBuilder.Words words =
        request.mode() == SearchRequest.Mode.SEMANTIC
            ? builder.plain(request.query())
            : builder.words(request.query());
    known.check(request, words);
    return switch (request.mode()) {
      case KEYWORD -> byWords(searcher, builder, request, words, statistics);
      case SEMANTIC -> {
        if (words.empty()) {
          throw new QueryException(
              "The query has no words; a search by meaning needs some. For everything: *:* with"
                  + " --mode keyword.",
              -1);
        }
        Neighbours neighbours = new Neighbours(searcher, encoder.apply(request.query()).toArray());
        Map<Integer, Double> cosines = new HashMap<>();
        Query filter = builder.filtered(MatchAllDocsQuery.INSTANCE, request);
        for (var near : neighbours.nearest(filter, SearchRequest.NEAREST)) {
          cosines.put(near.doc(), near.cosine());
        }
        yield new Matches(
            request.mode(),
            posts(searcher, cosines.keySet()),
            words,
            words.query(),
            cosines,
            Optional.empty());
      }
      case HYBRID -> {
        if (!words.plain()) yield byWords(searcher, builder, request, words, statistics);
        Neighbours neighbours = new Neighbours(searcher, encoder.apply(request.query()).toArray());
        Query filter = builder.filtered(MatchAllDocsQuery.INSTANCE, request);
        Set<Integer> near = new LinkedHashSet<>();
        neighbours.nearest(filter, SearchRequest.NEAREST).forEach(n -> near.add(n.doc()));
        Query nearest = posts(searcher, near);
        IndexReader reader = searcher.getIndexReader();
        Query matching =
            builder.filtered(Ranking.BEST.matching(words.query(), reader, statistics), request);
        Query anyPost = Ranking.BEST.anyPost(words.query(), reader, statistics);
        Query either =
            new BooleanQuery.Builder().add(anyPost, Occur.MUST).add(nearest, Occur.FILTER).build();
        Map<Integer, Double> likelihoods = new HashMap<>();
        int compared = (int) Math.min(reader.maxDoc(), (long) shown + request.limit() + 1);
        likelihoods.putAll(scores(searcher, matching, Math.max(COMPARED, compared)));
        likelihoods.putAll(scores(searcher, either, near.size()));
        near.forEach(doc -> likelihoods.putIfAbsent(doc, 0.0));
        Query all =
            new BooleanQuery.Builder()
                .add(matching, Occur.SHOULD)
                .add(nearest, Occur.SHOULD)
                .build();
        Map<Integer, Double> scores = fused(likelihoods, neighbours, statistics, weight);
        yield new Matches(
            SearchRequest.Mode.HYBRID,
            all,
            words,
            anyPost,
            scores,
            Optional.of(new Mix(neighbours, statistics.stretch(() -> new double[4]), weight)));
      }
    };
  }

  private static Matches byWords(
      IndexSearcher searcher,
      QueryBuilder builder,
      SearchRequest request,
      QueryBuilder.Words words,
      FrozenStatistics statistics)
      throws IOException {
    Query scored = Ranking.BEST.matching(words.query(), searcher.getIndexReader(), statistics);
    return new Matches(
        SearchRequest.Mode.KEYWORD,
        builder.filtered(scored, request),
        words,
        scored,
        Map.of(),
        Optional.empty());
  }

  private static Map<Integer, Double> fused(
      Map<Integer, Double> likelihoods,
      Neighbours neighbours,
      FrozenStatistics statistics,
      double weight)
      throws IOException {
    List<Integer> docs = new ArrayList<>(likelihoods.keySet());
    Map<Integer, Double> cosines = neighbours.cosines(docs);
    double[] words = docs.stream().mapToDouble(likelihoods::get).toArray();
    double[] meanings =
        docs.stream().mapToDouble(d -> cosines.getOrDefault(d, Double.NaN)).toArray();
    double[] stretch = statistics.stretch(() -> Fusion.stretch(words, meanings));
    double[] fused = Fusion.minMax(words, meanings, weight, stretch);
    Map<Integer, Double> scores = new HashMap<>();
    for (int i = 0; i < fused.length; i++) scores.put(docs.get(i), fused[i]);
    return scores;
  }

  private static Map<Integer, Double> scores(IndexSearcher searcher, Query query, int most)
      throws IOException {
    Map<Integer, Double> scores = new HashMap<>();
    if (most == 0) return scores;
    Sort byScore =
        new Sort(SortField.FIELD_SCORE, new SortField(IndexFields.ID, SortField.Type.STRING));
    for (ScoreDoc doc : searcher.search(query, most, byScore, true).scoreDocs) {
      scores.put(doc.doc, (double) doc.score);
    }
    return scores;
  }

  /// A query for just these posts.
  private static Query posts(IndexSearcher searcher, Set<Integer> docs) throws IOException {
    List<BytesRef> ids =
        new DocIds(searcher).of(docs).values().stream().map(BytesRef::new).toList();
    return new TermInSetQuery(IndexFields.ID, ids);
  }

  /// The best of the scored posts behind a place, ties by id.
  List<Search.Place> best(IndexSearcher searcher, int limit, Optional<Cursor> after)
      throws IOException {
    Map<Integer, String> ids = new DocIds(searcher).of(scores.keySet());
    return scores.keySet().stream()
        .filter(doc -> after.isEmpty() || behind(scores.get(doc), ids.get(doc), after.get()))
        .sorted(Comparator.comparingDouble((Integer d) -> -scores.get(d)).thenComparing(ids::get))
        .limit(limit)
        .map(d -> new Search.Place(d, scores.get(d), Double.doubleToLongBits(scores.get(d))))
        .toList();
  }

  private static boolean behind(double score, String id, Cursor after) {
    double last = Double.longBitsToDouble(after.key());
    return score < last || score == last && id.compareTo(after.id()) > 0;
  }
}
