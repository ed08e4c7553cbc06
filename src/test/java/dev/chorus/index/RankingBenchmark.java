package dev.chorus.index;

import dev.chorus.json.JsonRecord;
import dev.chorus.json.JsonRecords;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
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
  private static final int[] MU = {30, 60, 100, 150, 200, 300, 500, 1_000, 2_000};

  private record Comment(String id, String text, String thread) {}

  private final List<Comment> comments = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  @Test
  void compares() throws Exception {
    read(Path.of(System.getProperty("chorus.ranking")));
    System.out.printf("%d comments, %d titles as queries%n", comments.size(), titles.size());
    Analyzer english = new EnglishAnalyzer();
    org.apache.lucene.util.QueryBuilder plain = new org.apache.lucene.util.QueryBuilder(english);
    Words stock = title -> plain.createBooleanQuery(Fields.TEXT, title);
    double[] yardstick =
        print("BM25, EnglishAnalyzer", words(english, new BM25Similarity(), stock), null);
    ql("EnglishAnalyzer", english, stock, yardstick);
    stemmed("no stemmer", t -> t, yardstick);
    stemmed("minimal stemmer", EnglishMinimalStemFilter::new, yardstick);
    stemmed("Krovetz", KStemFilter::new, yardstick);
    stemmed("Porter", PorterStemFilter::new, yardstick);
  }

  private void stemmed(String name, UnaryOperator<TokenStream> stemmer, double[] yardstick)
      throws Exception {
    Analyzer posts = new PostAnalyzer(stemmer);
    QueryBuilder builder = new QueryBuilder(posts);
    Words words = title -> builder.words(QueryParser.escape(title));
    print("BM25, " + name, words(posts, new BM25Similarity(), words), yardstick);
    ql(name, posts, words, yardstick);
  }

  private void ql(String name, Analyzer analyzer, Words words, double[] yardstick)
      throws Exception {
    for (int mu : MU) {
      print(
          "QL mu " + mu + ", " + name,
          words(analyzer, new LMDirichletSimilarity(mu), words),
          yardstick);
    }
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

  /// nDCG@10 of each title by words alone.
  private double[] words(Analyzer analyzer, Similarity similarity, Words query) throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Comment comment : comments) {
          Document doc = new Document();
          doc.add(new StringField(Fields.ID, comment.thread(), Field.Store.YES));
          doc.add(new TextField(Fields.TEXT, comment.text(), Field.Store.NO));
          writer.addDocument(doc);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        List<Double> gains = new ArrayList<>();
        for (Map.Entry<String, String> title : titles.entrySet()) {
          List<String> threads = new ArrayList<>();
          for (ScoreDoc doc : searcher.search(query.of(title.getValue()), CUT).scoreDocs) {
            threads.add(searcher.storedFields().document(doc.doc).get(Fields.ID));
          }
          gains.add(ndcg(threads, title.getKey()));
        }
        return gains.stream().mapToDouble(g -> g).toArray();
      }
    }
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

  private static double[] print(String name, double[] gains, double[] yardstick) {
    double mean = mean(gains);
    String beside =
        yardstick == null
            ? ""
            : String.format(
                Locale.ROOT,
                "  %+5.1f%%  %d better, %d worse",
                100 * (mean / mean(yardstick) - 1),
                count(gains, yardstick),
                count(yardstick, gains));
    System.out.printf(Locale.ROOT, "%-32s %.4f%s%n", name, mean, beside);
    return gains;
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
