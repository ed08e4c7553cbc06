package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.camp.Placed;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.ScoreReason;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.search.Fusion;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Vector;
import dev.chorus.post.Engagement;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
        SearchRequest request = request(asked.query(), mode, posts, random);
        Vector meaning = Vector.ofDirection(new float[] {random.nextFloat(), 1, -1});
        SearchResult result = reader.search(request, _ -> meaning);
        check(posts, asked, request, meaning, result);
        assertThat(pages(reader, request, meaning, random))
            .as("pages of " + asked.query() + " " + request)
            .isEqualTo(ids(reader.search(whole(request), _ -> meaning)));
      }
    }
  }

  /// The whole of a result, page by page.
  private static List<String> pages(
      ReactionReader reader, SearchRequest request, Vector meaning, Random random)
      throws Exception {
    List<String> ids = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      SearchResult page =
          reader.search(with(request, 1 + random.nextInt(150)).withAfter(next), _ -> meaning);
      ids.addAll(ids(page));
      for (SearchResult.Hit hit : page.hits()) {
        assertThat(hit.reasons().stream().mapToDouble(ScoreReason::points).sum())
            .as(request + " " + hit)
            .isCloseTo(hit.score(), within(1e-4));
      }
      next = page.next();
    } while (next.isPresent());
    return ids;
  }

  private static SearchRequest whole(SearchRequest request) {
    return with(request, 1_000);
  }

  private static SearchRequest with(SearchRequest r, int limit) {
    return new SearchRequest(
        r.query(),
        r.filters(),
        r.since(),
        r.until(),
        r.atLeast(),
        r.copies(),
        r.sort(),
        limit,
        r.mode(),
        r.after(),
        Set.of(SearchRequest.Extra.REASONS));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(h -> id(h.placed())).toList();
  }

  /// Posts that were there when the first page was made come once each and in its order, whatever
  /// is ingested between the pages: words that were rare become frequent, scores stay.
  @RepeatedTest(6)
  void pagesStayAsTheyAreWhilePostsComeIn(RepetitionInfo repetition) throws Exception {
    Random random = new Random(100 + repetition.getCurrentRepetition());
    List<Placed> posts = write(random);
    List<String> before = posts.stream().map(SearchPropertyTest::id).toList();
    int added = 0;
    for (int i = 0; i < 6; i++) {
      Asked asked = asked(random);
      SearchRequest request = request(asked.query(), SearchRequest.Mode.KEYWORD, posts, random);
      List<String> expected;
      try (ReactionReader reader = ReactionReader.open(folder)) {
        expected = ids(reader.search(whole(request))).stream().filter(before::contains).toList();
      }
      List<String> seen = new ArrayList<>();
      Optional<String> next = Optional.empty();
      int began = added;
      do {
        try (ReactionReader reader = ReactionReader.open(folder)) {
          SearchResult page = reader.search(with(request, 1 + expected.size() / 4).withAfter(next));
          seen.addAll(ids(page));
          next = page.next();
        }
        // Not for ever: posts may come in faster than they are read.
        if (added - began > 200) continue;
        try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "m")) {
          for (int n = random.nextInt(60); n > 0; n--) {
            writer.add(Samples.random("new" + added++, random));
          }
          writer.commit();
        }
      } while (next.isPresent());
      String what = asked.query() + " " + request;
      assertThat(seen).as(what).doesNotHaveDuplicates();
      assertThat(seen.stream().filter(before::contains)).as(what).isEqualTo(expected);
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

  private static SearchRequest request(
      String query, SearchRequest.Mode mode, List<Placed> posts, Random random) {
    List<SearchRequest.Filter> filters = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      if (random.nextInt(Facet.values().length) > 0) continue;
      List<String> there =
          posts.stream().flatMap(p -> values(p, facet).stream()).distinct().sorted().toList();
      if (there.isEmpty()) continue;
      List<String> wanted = new ArrayList<>(List.of(pick(random, there.toArray(String[]::new))));
      if (random.nextBoolean()) {
        wanted.add(pick(random, there.toArray(String[]::new)).toUpperCase(Locale.ROOT));
      }
      filters.add(new SearchRequest.Filter(facet, wanted));
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
            mode)
        .withAtLeast(
            random.nextInt(3) > 0
                ? Map.of()
                : Map.of(pick(random, Measure.values()), (long) random.nextInt(60)));
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
            .limit(SearchRequest.NEAREST)
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
    for (Facet facet : Facet.values()) {
      Map<String, Long> counts = counts(expected, p -> values(p, facet).stream().limit(1));
      if (facet == Facet.STANCE || facet == Facet.ISSUE || facet == Facet.ENTITY) {
        counts = counts(expected, p -> values(p, facet).stream());
      }
      assertThat(result.facets().get(facet)).as(facet + " " + what).isEqualTo(counts);
    }
    assertThat(result.counts().days())
        .as(what)
        .isEqualTo(
            counts(
                expected,
                p ->
                    p.reaction().post().createdAt().stream()
                        .map(t -> t.atOffset(ZoneOffset.UTC).toLocalDate())));
    assertThat(result.counts().engagement())
        .as(what)
        .isEqualTo(counts(expected, p -> Stream.of(band(p))));
    List<String> ids = ids(result);
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
          case STRENGTH ->
              Comparator.comparingDouble(
                  (Placed p) ->
                      -p.reaction().sentiment().map(s -> Math.abs(s.score())).orElse(-1.0));
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

  private static <T> Map<T, Long> counts(Set<Placed> posts, Function<Placed, Stream<T>> values) {
    return posts.stream()
        .flatMap(values)
        .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
  }

  private static long band(Placed placed) {
    String digits = Long.toString(placed.reaction().post().engagement().interactions());
    return digits.equals("0") ? 0 : Long.parseLong("1" + "0".repeat(digits.length() - 1));
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
        && request.atLeast().entrySet().stream()
            .allMatch(m -> measured(post.engagement(), m.getKey()) >= m.getValue())
        && request.filters().stream()
            .allMatch(
                f ->
                    values(placed, f.field()).stream()
                        .anyMatch(v -> f.anyOf().stream().anyMatch(v::equalsIgnoreCase)));
  }

  private static long measured(Engagement engagement, Measure measure) {
    return switch (measure) {
      case ENGAGEMENT -> engagement.likes() + engagement.reposts() + engagement.replies();
      case LIKES -> engagement.likes();
      case REPOSTS -> engagement.reposts();
      case REPLIES -> engagement.replies();
      case VIEWS -> engagement.views();
    };
  }

  /// What a filter looks at; the first is what is counted where a post has one value only.
  private static List<String> values(Placed placed, Facet facet) {
    Reaction reaction = placed.reaction();
    Post post = reaction.post();
    return switch (facet) {
      case CAMP -> List.of(placed.placement().camp());
      case SENTIMENT -> List.of(reaction.sentiment().map(s -> s.label().id()).orElse("unread"));
      case STANCE ->
          reaction.stances().stream()
              .map(s -> (s.reported() ? "reported" : s.side().id()) + ":" + s.target())
              .toList();
      case ABOUT -> reaction.about().map(a -> a.kind().id()).stream().toList();
      case ISSUE -> reaction.issues().stream().map(Reaction.Spoken::id).toList();
      case ENTITY -> reaction.mentions().stream().map(Mention::name).distinct().toList();
      case AUTHOR ->
          Stream.of(post.author().handle(), post.author().name())
              .flatMap(Optional::stream)
              .toList();
      case PLATFORM -> post.platform().stream().toList();
      case LANG -> List.of(reaction.lang());
      case THREAD -> post.links().thread().stream().toList();
      case KIND -> List.of(post.kind().id());
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
