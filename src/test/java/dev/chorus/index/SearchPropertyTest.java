package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.language.Vector;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the corpus, the query, the mode, the filters and the order: what a search finds, how
/// many, in which order and how they are counted is what a plain look at every post gives.
class SearchPropertyTest {
  private static final int QUERIES = 60;
  private static final String[] WORDS = {"deepseek", "nvidia", "crash", "open", "china", "not"};

  @TempDir Path folder;

  /// A query and what it asks of the words of a post.
  private record Asked(String query, boolean plain, Predicate<Set<String>> holds) {}

  @RepeatedTest(8)
  void findsWhatAPlainScanFinds(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Placed> posts = write(random);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      for (int i = 0; i < QUERIES; i++) {
        Asked asked = asked(random);
        SearchRequest.Mode mode = pick(random, SearchRequest.Mode.values());
        SearchRequest request = request(asked.query(), mode, random);
        Vector meaning = Vector.ofDirection(new float[] {random.nextFloat(), 1, -1});
        SearchResult result = reader.search(request, _ -> meaning);
        check(posts, asked, request, meaning, result);
      }
    }
  }

  /// Writes in several steps, changes some posts, and gives what is there in the end.
  private List<Placed> write(Random random) throws Exception {
    int count = 1 + random.nextInt(400);
    Map<String, Placed> posts = new TreeMap<>();
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "m")) {
      for (int i = 0; i < count; i++) {
        Placed placed = Samples.random("p" + random.nextInt(count), random);
        posts.merge(placed.reaction().post().id(), placed, SearchPropertyTest::newer);
        writer.add(placed);
        if (random.nextInt(50) == 0) writer.commit();
      }
      writer.commit();
    }
    return List.copyOf(posts.values());
  }

  /// The newer version of a post; one that reads alike is not analysed again.
  private static Placed newer(Placed known, Placed placed) {
    Post before = known.reaction().post();
    Post now = placed.reaction().post();
    if (Versions.AGE.compare(now, before) < 0) return known;
    return Versions.readAlike(before, now)
        ? new Placed(known.reaction().with(now), known.placement())
        : placed;
  }

  private static Asked asked(Random random) {
    String a = pick(random, WORDS);
    String b = pick(random, WORDS);
    return switch (random.nextInt(6)) {
      case 0 -> new Asked(a, true, w -> w.contains(a));
      case 1 -> new Asked(a + " " + b, true, w -> w.contains(a) || w.contains(b));
      case 2 -> new Asked(a + " AND " + b, false, w -> w.contains(a) && w.contains(b));
      case 3 -> new Asked(a + " AND NOT " + b, false, w -> w.contains(a) && !w.contains(b));
      case 4 ->
          new Asked(
              a.substring(0, 2) + "*",
              false,
              w -> w.stream().anyMatch(x -> x.startsWith(a.substring(0, 2))));
      default -> new Asked("*:*", false, _ -> true);
    };
  }

  private static SearchRequest request(String query, SearchRequest.Mode mode, Random random) {
    List<SearchRequest.Filter> filters = new ArrayList<>();
    if (random.nextBoolean()) {
      filters.add(new SearchRequest.Filter(Facet.CAMP, List.of("FANS", "unaligned")));
    }
    if (random.nextInt(3) == 0) {
      filters.add(new SearchRequest.Filter(Facet.SENTIMENT, List.of("negative", "unread")));
    }
    if (random.nextInt(3) == 0) {
      filters.add(new SearchRequest.Filter(Facet.PLATFORM, List.of("x")));
    }
    return new SearchRequest(
        mode == SearchRequest.Mode.SEMANTIC && query.equals("*:*") ? "anything" : query,
        filters,
        random.nextInt(3) > 0
            ? Optional.empty()
            : Optional.of(Instant.parse("2025-01-24T00:00:00Z")),
        random.nextInt(3) > 0
            ? Optional.empty()
            : Optional.of(Instant.parse("2025-02-04T00:00:00Z")),
        pick(random, SearchRequest.Order.values()),
        random.nextInt(4) == 0 ? random.nextInt(5) : 1_000,
        mode);
  }

  private static void check(
      List<Placed> posts, Asked asked, SearchRequest request, Vector meaning, SearchResult result) {
    List<Placed> passing = posts.stream().filter(p -> passes(p, request)).toList();
    List<Placed> near =
        passing.stream()
            .filter(p -> p.reaction().vector().isPresent())
            .sorted(
                Comparator.comparingDouble((Placed p) -> -cosine(p, meaning))
                    .thenComparing(SearchPropertyTest::id))
            .limit(ReactionReader.NEAREST)
            .toList();
    List<Placed> said = passing.stream().filter(p -> asked.holds().test(words(p))).toList();
    boolean byMeaning =
        switch (request.mode()) {
          case KEYWORD -> false;
          case SEMANTIC -> true;
          case HYBRID -> asked.plain();
        };
    Set<Placed> expected =
        new HashSet<>(request.mode() == SearchRequest.Mode.SEMANTIC ? near : said);
    if (request.mode() == SearchRequest.Mode.HYBRID && asked.plain()) expected.addAll(near);

    String what = asked.query() + " " + request;
    assertThat(result.mode() != SearchRequest.Mode.KEYWORD).as(what).isEqualTo(byMeaning);
    assertThat(result.total()).as(what).isEqualTo(expected.size());
    assertThat(result.hits()).as(what).hasSize(Math.min(request.limit(), expected.size()));
    assertThat(result.facets().get(Facet.CAMP)).as(what).isEqualTo(camps(expected));
    List<String> ids = result.hits().stream().map(h -> id(h.placed())).toList();
    assertThat(expected.stream().map(SearchPropertyTest::id)).as(what).containsAll(ids);
    assertThat(ids).as(what).doesNotHaveDuplicates();
    Comparator<Placed> order =
        switch (request.sort()) {
          case TIME ->
              Comparator.comparing(
                  (Placed p) -> p.reaction().post().createdAt().orElse(Instant.MIN),
                  Comparator.reverseOrder());
          case ENGAGEMENT ->
              Comparator.comparingLong(
                  (Placed p) -> -p.reaction().post().engagement().interactions());
          case RELEVANCE ->
              switch (result.mode()) {
                case SEMANTIC -> Comparator.comparingDouble((Placed p) -> -cosine(p, meaning));
                case KEYWORD, HYBRID -> byScore(result);
              };
        };
    List<Placed> sorted =
        (request.sort() == SearchRequest.Order.RELEVANCE
                    && request.mode() != SearchRequest.Mode.SEMANTIC
                ? expected.stream().filter(p -> ids.contains(id(p)))
                : expected.stream())
            .sorted(order.thenComparing(SearchPropertyTest::id))
            .limit(request.limit())
            .toList();
    assertThat(ids).as(what).isEqualTo(sorted.stream().map(SearchPropertyTest::id).toList());
  }

  private static Comparator<Placed> byScore(SearchResult result) {
    Map<String, Double> scores = new HashMap<>();
    result.hits().forEach(h -> scores.put(id(h.placed()), h.score()));
    return Comparator.comparingDouble((Placed p) -> -scores.get(id(p)));
  }

  private static Map<String, Long> camps(Set<Placed> posts) {
    return posts.stream()
        .collect(Collectors.groupingBy(p -> p.placement().camp(), Collectors.counting()));
  }

  private static boolean passes(Placed placed, SearchRequest request) {
    Post post = placed.reaction().post();
    boolean time =
        (request.since().isEmpty() && request.until().isEmpty())
            || post.createdAt()
                .filter(t -> request.since().isEmpty() || !t.isBefore(request.since().get()))
                .filter(t -> request.until().isEmpty() || t.isBefore(request.until().get()))
                .isPresent();
    return time
        && request.filters().stream()
            .allMatch(f -> f.anyOf().stream().anyMatch(v -> v.equalsIgnoreCase(value(placed, f))));
  }

  private static String value(Placed placed, SearchRequest.Filter filter) {
    return switch (filter.field()) {
      case CAMP -> placed.placement().camp();
      case SENTIMENT -> placed.reaction().sentiment().map(s -> s.label().id()).orElse("unread");
      case PLATFORM -> placed.reaction().post().platform().orElse("");
      default -> throw new IllegalArgumentException("not used here: " + filter.field());
    };
  }

  private static Set<String> words(Placed placed) {
    return Stream.of(placed.reaction().post().text().split(" ")).collect(Collectors.toSet());
  }

  private static double cosine(Placed placed, Vector meaning) {
    return VectorUtil.dotProduct(
        placed.reaction().vector().orElseThrow().toArray(), meaning.toArray());
  }

  private static String id(Placed placed) {
    return placed.reaction().post().id();
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /// The fusion of the two scores, done by hand.
  @Test
  void weighsWordsAndMeaning() {
    double[] fused =
        Fusion.minMax(new double[] {5, 1, 3, 1}, new double[] {-0.5, 0.5, 0, Double.NaN}, 0.25);
    assertThat(fused).containsExactly(0.75, 0.25, 0.375 + 0.125, 0);
    assertThat(Fusion.minMax(new double[0], new double[0], 0.3)).isEmpty();
    assertThat(Arrays.stream(Fusion.minMax(new double[] {0, 0}, new double[] {1, 1}, 0.3)).sum())
        .isZero();
  }
}
