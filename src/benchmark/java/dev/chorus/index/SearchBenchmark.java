package dev.chorus.index;

import com.sun.management.OperatingSystemMXBean;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Vector;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How fast searches are in one process that searches often, and how large an index is, on posts of
/// [CorpusGenerator].
///
/// `mvn test -Dtest=SearchBenchmark -Dchorus.search=FOLDER`, with `-Dchorus.posts=N` for another
/// number than a million, `-Dchorus.vectors=true` for posts with vectors and for searches by
/// meaning, `-Dchorus.slowest=N` to see the slowest searches. The index is made in the folder
/// unless it is there, and stays. No test: it asserts nothing, and does not run without that
/// property.
@EnabledIfSystemProperty(named = "chorus.search", matches = ".+")
class SearchBenchmark {
  private static final int QUERIES = 1_000;
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 3;

  private final int posts = Integer.getInteger("chorus.posts", 1_000_000);
  private final boolean vectors = Boolean.getBoolean("chorus.vectors");
  private final int slowest = Integer.getInteger("chorus.slowest", 0);
  private final Path folder = Path.of(System.getProperty("chorus.search"));

  @Test
  void measures() throws Exception {
    Event event =
        EventFile.read(
            Path.of(System.getProperty("chorus.home"), "models/events/deepseek-r1/camps.yaml"));
    List<String> camps =
        Stream.concat(event.camps().stream().map(Camp::id), Stream.of(Camp.UNALIGNED)).toList();
    CorpusGenerator generator = new CorpusGenerator(1, posts, camps, vectors);
    if (!Files.exists(folder)) write(event, generator);
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = files.mapToLong(f -> f.toFile().length()).sum();
      System.out.printf(
          Locale.ROOT, "%,d posts, %d bytes each in the index%n", posts, bytes / posts);
    }
    try (ReactionReader reader = ReactionReader.open(folder)) {
      measure(reader, generator, SearchRequest.Mode.KEYWORD);
      if (vectors) measure(reader, generator, SearchRequest.Mode.SEMANTIC);
    }
  }

  private void write(Event event, CorpusGenerator generator) throws Exception {
    long start = System.nanoTime();
    try (ReactionWriter writer = ReactionWriter.open(folder, event, "generated")) {
      for (int i = 0; i < posts; i++) {
        writer.add(generator.post(i));
        if (i % 100_000 == 99_999) writer.commit();
      }
      writer.findFamilies();
    }
    System.out.printf(Locale.ROOT, "written in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private void measure(ReactionReader reader, CorpusGenerator generator, SearchRequest.Mode mode)
      throws Exception {
    double[] best = null;
    double least = Double.MAX_VALUE;
    List<Slow> slow = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      double[] times = new double[round == 0 ? WARM_UP : QUERIES];
      Random random = new Random(round == 0 ? 7 : 1);
      long began = cpu();
      for (int i = 0; i < times.length; i++) {
        SearchRequest request = request(mode, random);
        Vector meaning = Vector.ofDirection(generator.direction(random.nextInt(300), random));
        long start = System.nanoTime();
        SearchResult result = reader.search(request, _ -> meaning);
        times[i] = (System.nanoTime() - start) / 1e6;
        if (round == ROUNDS) slow.add(new Slow(times[i], result.total(), request));
      }
      least = Math.min(least, (cpu() - began) / 1e6 / times.length);
      Arrays.sort(times);
      if (round > 0 && (best == null || at(times, 0.99) < at(best, 0.99))) best = times;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, 90%% %.1f ms, 99%% %.1f ms, slowest %.1f ms, processor time %.1f ms"
            + " (best of %d rounds of %d queries)%n",
        mode,
        at(best, 0.5),
        at(best, 0.9),
        at(best, 0.99),
        at(best, 1),
        least,
        ROUNDS,
        QUERIES);
    slow.sort(Comparator.comparingDouble(Slow::millis).reversed());
    for (Slow one : slow.subList(0, Math.min(slow.size(), slowest))) System.out.println(one);
  }

  /// Nanoseconds of all threads; unlike the clock, it hardly depends on who else is at work.
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /// @param posts how many matched
  private record Slow(double millis, long posts, SearchRequest request) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%6.1f ms, %,9d posts, \"%s\" by %s, %s%s %s",
          millis,
          posts,
          request.query(),
          request.sort(),
          request.filters(),
          request.since().map(since -> " since " + since).orElse(""),
          request.atLeast());
    }
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  /// What an analyst asks: one to three words, rare ones more often than posts say them; now and
  /// then a phrase, all of the words, a beginning of a word, or everything; most with filters.
  private static SearchRequest request(SearchRequest.Mode mode, Random random) {
    String a = word(random);
    String b = word(random);
    String query =
        mode == SearchRequest.Mode.SEMANTIC
            ? a + " " + b
            : switch (random.nextInt(20)) {
              case 0 -> "*:*";
              case 1 -> "\"" + a + " " + b + "\"";
              case 2, 3, 4 -> a + " AND " + b;
              case 5 -> a + " AND NOT " + b;
              case 6 -> a.substring(0, Math.min(3, a.length())) + "*";
              case 7, 8, 9, 10 -> a + " " + b;
              case 11, 12 -> a + " " + b + " " + word(random);
              default -> a;
            };
    List<SearchRequest.Filter> filters = new ArrayList<>();
    filter(filters, random, 3, Facet.CAMP, "believers", "skeptics", "economists");
    filter(filters, random, 4, Facet.SENTIMENT, "negative", "positive");
    filter(filters, random, 6, Facet.PLATFORM, "x", "reddit");
    filter(filters, random, 6, Facet.STANCE, "favor:deepseek", "against:openai");
    filter(filters, random, 8, Facet.ENTITY, "nvidia", "openai");
    filter(filters, random, 20, Facet.AUTHOR, "user1", "user5", "user100");
    boolean days = random.nextInt(4) == 0;
    Instant from = Instant.parse("2025-01-25T00:00:00Z").plusSeconds(86_400L * random.nextInt(20));
    return new SearchRequest(
            query,
            filters,
            days ? Optional.of(from) : Optional.empty(),
            days ? Optional.of(from.plusSeconds(3 * 86_400)) : Optional.empty(),
            random.nextInt(4) > 0
                ? SearchRequest.Order.RELEVANCE
                : SearchRequest.Order.values()[1 + random.nextInt(3)],
            10,
            mode)
        .withAtLeast(random.nextInt(8) > 0 ? Map.of() : Map.of(Measure.LIKES, 100L));
  }

  private static String word(Random random) {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(20_000));
    return CorpusGenerator.word(20 + rank);
  }

  private static void filter(
      List<SearchRequest.Filter> filters, Random random, int oneIn, Facet facet, String... values) {
    if (random.nextInt(oneIn) > 0) return;
    filters.add(new SearchRequest.Filter(facet, List.of(values[random.nextInt(values.length)])));
  }
}
