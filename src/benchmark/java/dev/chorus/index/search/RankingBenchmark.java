package dev.chorus.index.search;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Samples;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.PostAnalyzer;
import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Reaction;
import dev.chorus.language.Subject;
import dev.chorus.language.Vector;
import dev.chorus.language.head.MeaningEncoder;
import dev.chorus.post.Post;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.LMDirichletSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How well searches rank, on discussions: the title of a thread is the query, its comments are the
/// relevant posts among the comments of all threads, nDCG@10 (Järvelin & Kekäläinen 2002) averaged
/// over the threads with at least five comments.
///
/// `mvn test -Dtest=RankingBenchmark -Dchorus.ranking=FILE.jsonl`, with records of `id`, `text`,
/// `thread_id`, `thread_title` and `kind`. No test: it asserts nothing, and does not run without
/// that property.
@EnabledIfSystemProperty(named = "chorus.ranking", matches = ".+")
class RankingBenchmark {
  private static final int CUT = 10;
  private static final int LEAST_COMMENTS = 5;
  private static final int[] MU = {30, 100, 200, 300, 500, 700, 1_000, 2_000};

  private record Comment(String id, String text, String thread) {}

  private final List<Comment> comments = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final MeaningEncoder encoder =
      MeaningEncoder.of(
              new AnalyzerSettings(
                  Path.of(System.getProperty("chorus.home"), "models"),
                  Subject.of(List.of()),
                  Optional.empty(),
                  AnalyzerSettings.Scorer.POSTS,
                  false))
          .orElseThrow();
  private List<Vector> vectors = List.of();
  private double[] yardstick;

  @Test
  void compares() throws Exception {
    read(Path.of(System.getProperty("chorus.ranking")));
    System.out.printf("%d comments, %d titles as queries%n", comments.size(), titles.size());
    Analyzer english = new EnglishAnalyzer();
    org.apache.lucene.util.QueryBuilder plain = new org.apache.lucene.util.QueryBuilder(english);
    Words stock = title -> plain.createBooleanQuery(IndexFields.TEXT, title);
    yardstick = ndcg(words(english, new BM25Similarity(), stock));
    print("BM25, EnglishAnalyzer", yardstick);
    ql("EnglishAnalyzer", english, stock);
    stemmed("no stemmer", t -> t);
    stemmed("minimal stemmer", EnglishMinimalStemFilter::new);
    stemmed("Krovetz", KStemFilter::new);
    stemmed("Porter", PorterStemFilter::new);

    vectors = comments.parallelStream().map(c -> encoder.encode(c.text())).toList();
    searched();
  }

  /// Through the index, as a user would.
  private void searched() throws Exception {
    Path folder = Files.createTempDirectory("chorus-ranking-");
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "")) {
      for (int i = 0; i < comments.size(); i++) {
        Post post = Post.of(comments.get(i).id(), comments.get(i).text());
        writer.add(
            new Placed(
                new Reaction(
                    post,
                    "en",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of(vectors.get(i))),
                Placement.unread()));
      }
      writer.commit();
    }
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (SearchRequest.Mode mode : SearchRequest.Mode.values()) {
        print("chorus search --mode " + mode, searched(reader, mode, Ranking.MEANING));
      }
      for (double weight : new double[] {0.1, 0.15, 0.2, 0.3, 0.4, 0.5}) {
        print(
            "hybrid with a weight of " + weight,
            searched(reader, SearchRequest.Mode.HYBRID, weight));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private double[] searched(ReactionReader reader, SearchRequest.Mode mode, double weight)
      throws Exception {
    Map<String, String> threads = new HashMap<>();
    comments.forEach(c -> threads.put(c.id(), c.thread()));
    List<Double> gains = new ArrayList<>();
    for (Map.Entry<String, String> title : titles.entrySet()) {
      // Titles are no queries: without capitals and signs, nothing in them is an operator.
      String words =
          title
              .getValue()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{M}\\p{N}'’$#@.-]+", " ")
              .replaceAll("(?<![\\p{L}\\p{N}])[-.]+", " ")
              .strip();
      SearchRequest request =
          new SearchRequest(
              words,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              SearchRequest.Order.RELEVANCE,
              CUT,
              mode);
      gains.add(
          ndcg(
              reader.search(request, _ -> encoder.encode(title.getValue()), weight).hits().stream()
                  .map(h -> threads.get(h.placed().reaction().post().id()))
                  .toList(),
              title.getKey()));
    }
    return gains.stream().mapToDouble(g -> g).toArray();
  }

  private void stemmed(String name, UnaryOperator<TokenStream> stemmer) throws Exception {
    Analyzer posts = new PostAnalyzer(stemmer);
    QueryBuilder builder = new QueryBuilder(posts);
    Words words = title -> builder.plain(title).query();
    print("BM25, " + name, ndcg(words(posts, new BM25Similarity(), words)));
    ql(name, posts, words);
  }

  /// Query likelihood as Lucene has it, and as the paper has it.
  private void ql(String name, Analyzer analyzer, Words words) throws Exception {
    for (int mu : MU) {
      print(
          "Lucene's QL, mu " + mu + ", " + name,
          ndcg(words(analyzer, new LMDirichletSimilarity(mu), words)));
    }
    for (int mu : MU) {
      Ranking ranking = new Ranking(mu);
      print(
          "QL, mu " + mu + ", " + name,
          ndcg(
              words(
                  analyzer,
                  ranking.said(),
                  words,
                  (asked, reader) -> ranking.matching(asked, reader, new FrozenStatistics()))));
    }
  }

  private interface Scored {
    Query of(Query words, IndexReader reader) throws IOException;
  }

  private interface Words {
    Query of(String title) throws QueryException;
  }

  private void read(Path file) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      JsonRecords.read(
          in,
          record -> {
            if (!(record instanceof JsonRecord.Good good)) return;
            Map<String, Object> fields = good.fields();
            String thread = String.valueOf(fields.get("thread_id"));
            all.put(thread, String.valueOf(fields.get("thread_title")));
            if (!"comment".equals(fields.get("kind"))) return;
            comments.add(
                new Comment(
                    String.valueOf(fields.get("id")), String.valueOf(fields.get("text")), thread));
            sizes.merge(thread, 1, Integer::sum);
          });
    }
    // Threads stand together in a file, and equal scores must not profit from that.
    Collections.shuffle(comments, new Random(1));
    all.forEach(
        (thread, title) -> {
          if (sizes.getOrDefault(thread, 0) >= LEAST_COMMENTS) titles.put(thread, title);
        });
  }

  /// Score of each title with each comment; -1 where none of the words is.
  private double[][] words(Analyzer analyzer, Similarity similarity, Words query) throws Exception {
    return words(analyzer, similarity, query, (words, _) -> words);
  }

  private double[][] words(Analyzer analyzer, Similarity similarity, Words query, Scored scored)
      throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < comments.size(); i++) {
          Document doc = new Document();
          doc.add(new StoredField(IndexFields.ID, i));
          doc.add(new TextField(IndexFields.TEXT, comments.get(i).text(), Field.Store.NO));
          writer.addDocument(doc);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        double[][] all = new double[titles.size()][comments.size()];
        int row = 0;
        for (String title : titles.values()) {
          Arrays.fill(all[row], -1);
          for (ScoreDoc doc :
              searcher.search(scored.of(query.of(title), reader), comments.size()).scoreDocs) {
            int i =
                searcher
                    .storedFields()
                    .document(doc.doc)
                    .getField(IndexFields.ID)
                    .numericValue()
                    .intValue();
            all[row][i] = doc.score;
          }
          row++;
        }
        return all;
      }
    }
  }

  private double[] ndcg(double[][] scores) {
    double[] all = new double[scores.length];
    int row = 0;
    for (String thread : titles.keySet()) {
      double[] score = scores[row];
      List<String> best =
          IntStream.range(0, score.length)
              .filter(i -> score[i] >= 0)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -score[i]))
              .limit(CUT)
              .map(i -> comments.get(i).thread())
              .toList();
      all[row++] = ndcg(best, thread);
    }
    return all;
  }

  /// @param threads where the hits are from, best first
  private double ndcg(List<String> threads, String wanted) {
    double gain = 0;
    double best = 0;
    for (int i = 0; i < CUT; i++) {
      double discount = 1 / (Math.log(i + 2) / Math.log(2));
      if (i < threads.size() && threads.get(i).equals(wanted)) gain += discount;
      if (i < sizes.get(wanted)) best += discount;
    }
    return gain / best;
  }

  private void print(String name, double[] gains) {
    System.out.printf(
        Locale.ROOT,
        "%-36s %.4f  %+5.1f%%  %d better, %d worse%n",
        name,
        mean(gains),
        100 * (mean(gains) / mean(yardstick) - 1),
        count(gains, yardstick),
        count(yardstick, gains));
  }

  private static int count(double[] a, double[] b) {
    int more = 0;
    for (int i = 0; i < a.length; i++) if (a[i] > b[i] + 1e-9) more++;
    return more;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
