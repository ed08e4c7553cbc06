package dev.chorus.index.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.emergent.TellingWords;
import dev.chorus.flood.Families;
import dev.chorus.flood.Family;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Samples;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.language.Stance;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostColumnsTest {
  @TempDir Path folder;

  /// Random posts, in several segments, some of them copies, answers and quotes of others.
  private List<Placed> write(Random random, boolean familiesFound) throws Exception {
    Map<String, Placed> posts = new TreeMap<>();
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "test")) {
      for (int i = 0; i < 300; i++) {
        Placed placed = Samples.random("p" + random.nextInt(250), random);
        Post post = placed.reaction().post();
        Post.Builder changed =
            random.nextInt(5) == 0
                ? Post.builder(
                    post.id(),
                    "This very text is said again and again by many of them, number "
                        + random.nextInt(9))
                : Post.builder(post.id(), post.text());
        Post linked =
            changed
                .kind(post.kind())
                .createdAt(post.createdAt())
                .author(post.author())
                .engagement(post.engagement())
                .links(
                    new Links(
                        maybe(random), maybe(random), Optional.empty(), post.links().thread()))
                .build();
        if (posts.containsKey(post.id())) continue;
        placed = new Placed(placed.reaction().with(linked), placed.placement());
        posts.put(post.id(), placed);
        writer.add(placed);
        if (i % 60 == 59) writer.commit();
      }
      if (familiesFound) writer.findFamilies();
      else writer.commit();
    }
    return List.copyOf(posts.values());
  }

  private static Optional<String> maybe(Random random) {
    return random.nextBoolean() ? Optional.empty() : Optional.of("p" + random.nextInt(400));
  }

  private <T> T columns(
      Optional<Instant> since,
      Optional<Instant> until,
      java.util.function.Function<PostColumns, T> use)
      throws Exception {
    try (ReactionReader reader = ReactionReader.open(folder)) {
      return reader.columns(since, until, use);
    }
  }

  @Test
  void sayWhatThePostsSay() throws Exception {
    List<Placed> posts = write(new Random(1), true);
    columns(
        Optional.empty(),
        Optional.empty(),
        columns -> {
          Map<String, Integer> rows = rows(columns);
          assertThat(rows).hasSize(posts.size());
          Map<String, Integer> authors = new HashMap<>();
          for (Placed placed : posts) check(columns, rows, placed, authors);
          assertThat(columns.authors()).isEqualTo(authors.size());
          assertThat(new HashSet<>(authors.values())).hasSameSizeAs(authors.keySet());
          return null;
        });
  }

  private static Map<String, Integer> rows(PostColumns columns) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < columns.size(); row++) rows.put(columns.id(row), row);
    return rows;
  }

  private static void check(
      PostColumns columns, Map<String, Integer> rows, Placed placed, Map<String, Integer> authors) {
    Post post = placed.reaction().post();
    int row = rows.get(post.id());
    assertThat(columns.read(row).reaction().post()).isEqualTo(post);
    assertThat(columns.vector(row)).isEqualTo(placed.reaction().vector());
    assertThat(columns.time(row))
        .isEqualTo(post.createdAt().map(Instant::toEpochMilli).orElse(PostColumns.NEVER));
    assertThat(columns.kind(row)).isEqualTo(post.kind());
    assertThat(columns.length(row)).isEqualTo(post.text().strip().length());
    assertThat(columns.interactions(row)).isEqualTo(post.engagement().interactions());
    assertThat(columns.answered(row))
        .isEqualTo(post.links().inReplyTo().map(rows::get).orElse(PostColumns.NONE));
    assertThat(columns.quoted(row))
        .isEqualTo(post.links().quotes().map(rows::get).orElse(PostColumns.NONE));
    assertThat(authors.computeIfAbsent(post.authorKey(), _ -> columns.author(row)))
        .isEqualTo(columns.author(row));
    assertThat(columns.words().of(row).mapToObj(columns.words()::term))
        .containsExactlyInAnyOrderElementsOf(TellingWords.of(post.text()));
    assertThat(columns.wasRead(row)).isEqualTo(placed.read());
    assertThat(columns.reacts(row)).isEqualTo(placed.reaction().reacts());
    if (!placed.read()) return;
    assertThat(columns.camps().get(columns.camp(row))).isEqualTo(placed.placement().camp());
    for (int camp = 0; camp < columns.camps().size(); camp++) {
      assertThat(columns.said(row, camp))
          .isEqualTo((float) placed.placement().probability(columns.camps().get(camp)));
    }
    assertThat(columns.score(row)).isEqualTo(placed.reaction().sentiment().get().score());
    assertThat(columns.mood(row)).isEqualTo(placed.reaction().sentiment().get().label());
    List<Stance> stances = new ArrayList<>();
    for (int at = columns.stances().begin(row); at < columns.stances().begin(row + 1); at++) {
      StanceTerm taken = columns.stanceOf(columns.stances().at(at));
      Stance stance = placed.reaction().stanceOn(taken.target()).orElseThrow();
      assertThat(stance.side()).isEqualTo(taken.side());
      assertThat(stance.reported()).isEqualTo(taken.reported());
      assertThat(columns.sideAt(at)).isEqualTo((float) stance.probability());
      stances.add(stance);
    }
    assertThat(stances).containsExactlyInAnyOrderElementsOf(placed.reaction().stances());
    Map<String, Float> issues = new HashMap<>();
    for (int at = columns.issues().begin(row); at < columns.issues().begin(row + 1); at++) {
      issues.put(columns.issues().term(columns.issues().at(at)), columns.spokenAt(at));
    }
    Map<String, Float> spoken = new HashMap<>();
    placed.reaction().issues().forEach(i -> spoken.put(i.id(), (float) i.probability()));
    assertThat(issues).isEqualTo(spoken);
    assertThat(columns.names().of(row).mapToObj(columns::nameOf).map(PostColumns.Name::name))
        .containsExactlyInAnyOrderElementsOf(
            placed.reaction().mentions().stream().map(m -> m.name()).distinct().toList());
  }

  /// Families are the same whether the index holds them or not; of a stretch of time there is what
  /// lies in it.
  @Test
  void findFamiliesWhereTheIndexHasNone() throws Exception {
    Path here = folder;
    for (boolean found : new boolean[] {true, false}) {
      folder = here.resolve(found ? "found" : "not found");
      List<Placed> posts = write(new Random(2), found);
      Instant since = Instant.parse("2025-01-25T00:00:00Z");
      Instant until = Instant.parse("2025-02-03T00:00:00Z");
      Set<String> within = new HashSet<>();
      for (Placed placed : posts) {
        Post post = placed.reaction().post();
        if (post.createdAt().filter(t -> !t.isBefore(since) && t.isBefore(until)).isPresent()) {
          within.add(post.id());
        }
      }
      Set<Set<String>> all = families(posts.stream().map(p -> p.reaction().post()).toList());
      Set<Set<String>> some = new HashSet<>();
      for (Set<String> family : all) {
        Set<String> part = new HashSet<>(family);
        part.retainAll(within);
        if (!part.isEmpty()) some.add(part);
      }
      assertThat(some).isNotEmpty().isNotEqualTo(all);
      Set<Set<String>> allFound =
          columns(Optional.empty(), Optional.empty(), PostColumnsTest::families);
      assertThat(allFound).isEqualTo(all);
      Set<Set<String>> someFound =
          columns(Optional.of(since), Optional.of(until), PostColumnsTest::families);
      assertThat(someFound).isEqualTo(some);
    }
  }

  private static Set<Set<String>> families(PostColumns columns) {
    Map<Integer, Set<String>> families = new HashMap<>();
    for (int row = 0; row < columns.size(); row++) {
      if (columns.family(row) != PostColumns.NONE) {
        families.computeIfAbsent(columns.family(row), _ -> new HashSet<>()).add(columns.id(row));
      }
    }
    families.forEach(
        (number, ids) -> {
          int[] members =
              IntStream.range(0, columns.size())
                  .filter(row -> columns.family(row) == number)
                  .toArray();
          Family family = columns.family(number, members);
          assertThat(family.posts()).isEqualTo(ids.size());
          assertThat(ids).contains(family.id());
        });
    return new HashSet<>(families.values());
  }

  private static Set<Set<String>> families(List<Post> posts) {
    Set<Set<String>> families = new HashSet<>();
    for (List<Post> family : Families.of(posts)) {
      Set<String> ids = new HashSet<>();
      family.forEach(p -> ids.add(p.id()));
      families.add(ids);
    }
    return families;
  }

  /// Neither the order of the posts nor the segments that they came to lie in show.
  @Test
  void orderAndDigestDependOnThePostsAlone() throws Exception {
    List<Placed> posts = new ArrayList<>(write(new Random(3), true));
    Map<String, List<String>> seen = new HashMap<>();
    for (int round = 0; round < 3; round++) {
      folder = folder.resolve("again");
      java.util.Collections.shuffle(posts, new Random(round));
      try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "test")) {
        for (int i = 0; i < posts.size(); i++) {
          writer.add(posts.get(i));
          if (i % 50 == 10 * round) writer.commit();
        }
        writer.findFamilies();
      }
      columns(
          Optional.empty(),
          Optional.empty(),
          columns -> {
            List<String> ids =
                Arrays.stream(columns.earliestFirst()).mapToObj(columns::id).toList();
            int[] some = columns.sample(IntStream.range(0, columns.size()).toArray(), 20);
            seen.computeIfAbsent(columns.digest(), _ -> ids);
            assertThat(seen.get(columns.digest())).isEqualTo(ids);
            seen.computeIfAbsent("sample", _ -> Arrays.stream(some).mapToObj(columns::id).toList());
            assertThat(seen.get("sample"))
                .containsExactlyElementsOf(Arrays.stream(some).mapToObj(columns::id).toList());
            return null;
          });
    }
    assertThat(seen).hasSize(2);
  }
}
