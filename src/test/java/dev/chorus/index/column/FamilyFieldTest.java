package dev.chorus.index.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.flood.Families;
import dev.chorus.flood.Family;
import dev.chorus.flood.PlantedFloods;
import dev.chorus.index.IndexDump;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Samples;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That an index knows the families of what is in it, whenever and in which order it came.
///
/// `mvn test -Dtest=FamilyFieldTest -Dchorus.floods=100000` says what they cost in a large one.
class FamilyFieldTest {
  private static final int SIZE = Integer.getInteger("chorus.floods", 2_000);
  private static final String TEXT =
      "Wake up people, this so called miracle model is a rip off built on stolen work";

  @TempDir Path folder;

  private static Placed placed(Post post) {
    return new Placed(Reaction.unread(post, "und"), Placement.unread());
  }

  private FamilyCount ingest(Path index, List<Post> posts) throws IndexException {
    try (ReactionWriter writer = ReactionWriter.open(index, Samples.event(), "m")) {
      for (Post post : posts) writer.add(placed(post));
      writer.commit();
      return writer.findFamilies();
    }
  }

  /// What the index says of every post.
  private static Map<String, Family> stored(Path index) throws IndexException {
    Map<String, Family> families = new HashMap<>();
    try (ReactionReader reader = ReactionReader.open(index)) {
      for (Placed placed : IndexDump.posts(index)) {
        String id = placed.reaction().post().id();
        reader.family(id).ifPresent(f -> families.put(id, f));
      }
    }
    return families;
  }

  private static Map<String, Family> computed(List<Post> posts) {
    Map<String, Family> families = new HashMap<>();
    for (List<Post> family : Families.of(posts)) {
      for (Post post : family) families.put(post.id(), Family.of(family));
    }
    return families;
  }

  @Test
  void agreesWithTheReportHoweverManyRunsBroughtThePosts() throws Exception {
    List<Post> posts = new PlantedFloods(SIZE, 5).posts();
    Map<String, Family> expected = computed(posts);
    assertThat(expected).hasSizeGreaterThan(SIZE / 20);
    long start = System.nanoTime();
    FamilyCount count;
    long added;
    Path one = folder.resolve("one");
    try (ReactionWriter writer = ReactionWriter.open(one, Samples.event(), "m")) {
      for (Post post : posts) writer.add(placed(post));
      writer.commit();
      added = System.nanoTime();
      count = writer.findFamilies();
    }
    long found = System.nanoTime();
    assertThat(count.families()).isEqualTo((int) expected.values().stream().distinct().count());
    assertThat(count.posts()).isEqualTo(expected.size());
    assertThat(stored(one)).isEqualTo(expected);

    Path many = folder.resolve("many");
    for (int run = 0; run < 4; run++) {
      ingest(many, posts.subList(run * posts.size() / 4, (run + 1) * posts.size() / 4));
    }
    assertThat(stored(many)).isEqualTo(expected);

    long again = System.nanoTime();
    ingest(one, List.of(Post.of("late", TEXT)));
    System.out.printf(
        Locale.ROOT,
        "%,d posts: written in %.2f s, %,d families found in %.2f s, again after one more post in"
            + " %.2f s%n",
        posts.size(),
        (added - start) / 1e9,
        count.families(),
        (found - added) / 1e9,
        (System.nanoTime() - again) / 1e9);
    assertThat(stored(one)).isEqualTo(expected);
  }

  @Test
  void changesWithWhatComesLater() throws Exception {
    Post first = Post.of("b", TEXT);
    assertThat(ingest(folder, List.of(first))).isEqualTo(new FamilyCount(0, 0, 0));
    assertThat(stored(folder)).isEmpty();
    assertThat(ingest(folder, List.of(Post.of("c", TEXT + " 🔥"))))
        .isEqualTo(new FamilyCount(1, 2, 0));
    assertThat(stored(folder).get("c").id()).isEqualTo("b");
    // An earlier one takes the lead.
    ingest(folder, List.of(Post.of("a", "@all " + TEXT)));
    assertThat(stored(folder)).hasSize(3).allSatisfy((_, f) -> assertThat(f.id()).isEqualTo("a"));
    // Edited, it is a text of its own.
    ingest(folder, List.of(Post.of("a", "I take everything back, it is rather good after all")));
    assertThat(stored(folder)).hasSize(2).allSatisfy((_, f) -> assertThat(f.id()).isEqualTo("b"));
    assertThat(ingest(folder, List.of(Post.of("b", "Deleted in shame, never mind what it said"))))
        .isEqualTo(new FamilyCount(0, 0, 0));
    assertThat(stored(folder)).isEmpty();
  }

  @Test
  void makesUpForARunThatWasKilled() throws Exception {
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "m")) {
      writer.add(placed(Post.of("a", TEXT)));
      writer.add(placed(Post.of("b", TEXT)));
      writer.commit();
    }
    assertThat(stored(folder)).isEmpty();
    assertThat(ingest(folder, List.of())).isEqualTo(new FamilyCount(1, 2, 0));
    assertThat(stored(folder)).hasSize(2);
    assertThat(ingest(folder, List.of())).isEqualTo(new FamilyCount(1, 2, 0));
  }

  /// The temporary file of a pass, also that of a killed one.
  @Test
  void leavesNoTemporaryFileBehind() throws Exception {
    List<Post> posts = new PlantedFloods(600, 5).posts();
    ingest(folder, posts);
    assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
    Files.write(folder.resolve("_wordings_families_0.tmp"), new byte[100]);
    ingest(folder, List.of(Post.of("late", TEXT)));
    // Segments are numbered as if it had not been there.
    assertThat(names()).noneMatch(name -> name.startsWith("_wordings")).contains("_1.si");
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void tellsCopiesFromTheFirstOfTheirFamily() throws Exception {
    List<Post> posts = new PlantedFloods(600, 5).posts();
    ingest(folder, posts);
    Map<String, Family> families = computed(posts);
    Set<String> copies = new HashSet<>();
    families.forEach(
        (id, family) -> {
          if (family.isCopy(id)) copies.add(id);
        });
    assertThat(copies).isNotEmpty();
    try (ReactionReader reader = ReactionReader.open(folder)) {
      SearchRequest everything =
          new SearchRequest(
              "*:*",
              List.of(),
              Optional.empty(),
              Optional.empty(),
              SearchRequest.Order.TIME,
              1_000);
      SearchResult found = reader.search(everything);
      assertThat(found.hits())
          .hasSize(posts.size())
          .allSatisfy(
              hit ->
                  assertThat(hit.family())
                      .isEqualTo(
                          Optional.ofNullable(families.get(hit.placed().reaction().post().id()))));
      SearchResult first = reader.search(everything.withoutCopies());
      assertThat(first.total()).isEqualTo(posts.size() - copies.size());
      assertThat(first.hits())
          .extracting(hit -> hit.placed().reaction().post().id())
          .doesNotContainAnyElementsOf(copies);
    }
  }
}
