package dev.chorus.language.english;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.common.OrderedParallel;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.text.PostText;
import dev.chorus.post.Post;
import dev.chorus.source.LabelledReader;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Posts a second of the analysis, beside stock CoreNLP and the bare encoder in the same run: the
/// machines that this runs on are noisy, so only the ratios mean something.
///
/// `mvn test -Dtest=SpeedBenchmark -Dchorus.benchmark=POSTS.jsonl`. No test: it asserts nothing,
/// and does not run without that property.
@EnabledIfSystemProperty(named = "chorus.benchmark", matches = ".+")
class SpeedBenchmark {
  private static final int THREADS = 2;
  private static final int ROUNDS = 5;
  private static final int POSTS = 1_000;

  /// Stock CoreNLP is so slow that a part of the posts must do.
  private static final int STOCK_POSTS = 60;

  @Test
  void compares() throws Exception {
    Path models = Path.of(System.getProperty("chorus.home"), "models");
    Event event = EventFile.read(models.resolve("events/deepseek-r1/camps.yaml"));
    List<Post> posts = new ArrayList<>();
    for (var row : LabelledReader.read(Path.of(System.getProperty("chorus.benchmark")))) {
      posts.add(row.post());
    }
    Collections.shuffle(posts, new Random(1));
    List<Post> some = posts.subList(0, Math.min(POSTS, posts.size()));
    List<Post> few = posts.subList(0, Math.min(STOCK_POSTS, posts.size()));

    StanfordCoreNLP stock = new StanfordCoreNLP(stock());
    Encoder encoder = Encoder.in(new ModelFolder(models, false));
    CoreNlpAnalyzer chorus = analyzer(models, event, false);
    CoreNlpAnalyzer fast = analyzer(models, event, true);

    double[][] rates = new double[4][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double[] rate = {
        rate(few, p -> stock.annotate(new Annotation(p.text()))),
        rate(some, p -> encoder.encode(PostText.readable(p.text()))),
        rate(some, chorus::analyze),
        rate(some, fast::analyze)
      };
      // The first round warms up.
      for (int i = 0; i < rate.length && round >= 0; i++) rates[i][round] = rate[i];
    }
    System.out.printf("%d posts, %d threads, medians of %d rounds%n", some.size(), THREADS, ROUNDS);
    print("stock CoreNLP", rates[0], rates);
    print("encoder alone", rates[1], rates);
    print("Chorus", rates[2], rates);
    print("Chorus --fast", rates[3], rates);
  }

  /// CoreNLP as its manual has it, but for its calendar of holidays, whose library no longer runs.
  /// The Maven profile that `chorus.benchmark` turns on brings what else Chorus leaves out.
  private static Properties stock() {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,lemma,ner,parse,sentiment");
    p.setProperty("sutime.binders", "0");
    return p;
  }

  private static CoreNlpAnalyzer analyzer(Path models, Event event, boolean fast) {
    return new CoreNlpAnalyzer(
        new AnalyzerSettings(
            models,
            event.subject(),
            Optional.of(models.resolve("events/deepseek-r1/names.tsv")),
            AnalyzerSettings.Scorer.POSTS,
            fast));
  }

  private static double rate(List<Post> posts, Consumer<Post> work) {
    long start = System.nanoTime();
    try (OrderedParallel<Post, Post> parallel =
        new OrderedParallel<>(
            THREADS,
            post -> {
              work.accept(post);
              return post;
            },
            _ -> {})) {
      posts.forEach(parallel::add);
      parallel.finish();
    }
    return posts.size() / ((System.nanoTime() - start) / 1e9);
  }

  private static void print(String name, double[] rates, double[][] all) {
    System.out.printf(
        Locale.ROOT,
        "%-16s %8.1f posts/s   %7.1f x stock   %6.2f x encoder%n",
        name,
        median(rates),
        median(ratios(rates, all[0])),
        median(ratios(rates, all[1])));
  }

  private static double[] ratios(double[] rates, double[] others) {
    double[] ratios = new double[rates.length];
    for (int i = 0; i < ratios.length; i++) ratios[i] = rates[i] / others[i];
    return ratios;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
