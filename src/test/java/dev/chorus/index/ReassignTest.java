package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.SearchRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReassignTest {
  private static final Pseudonymization NAMING = Pseudonymization.pseudonyms("0123");

  @TempDir Path folder;
  private final Map<String, Placed> given = new TreeMap<>();

  @BeforeEach
  void fill() throws Exception {
    Random random = new Random(3);
    try (ReactionWriter writer = open()) {
      for (int i = 0; i < 300; i++) {
        Placed placed = Samples.random("p-" + i, random);
        given.put("p-" + i, placed);
        writer.add(placed);
        if (i == 150) writer.commit();
      }
      writer.commit();
    }
  }

  private ReactionWriter open() throws IndexException {
    return ReactionWriter.open(
        folder, Samples.event(), "models 1", Optional.empty(), NAMING, Map.of(), "chorus test");
  }

  private static Event changed() throws Exception {
    return EventFile.parse("changed", Samples.event().source() + "\n# changed\n");
  }

  private List<Placed> stored() throws IndexException {
    return IndexDump.posts(folder);
  }

  @Test
  void movesPostsAndKeepsAllElse() throws Exception {
    List<String> moves = new ArrayList<>();
    try (ReactionWriter writer = open()) {
      writer.reassign(
          changed(),
          "models 2",
          Optional.empty(),
          Map.of(),
          placed -> {
            // What the camps are decided from is there.
            assertThat(placed.reaction().vector().isPresent()).isEqualTo(placed.read());
            return new Placement("foes", 0.9, List.of(), List.of());
          },
          2,
          (from, to) -> moves.add(from + to));
    }
    assertThat(moves).hasSize(300).allMatch(m -> m.endsWith("foes"));
    assertThat(ReactionWriter.naming(folder)).contains(NAMING);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.analysis()).isEqualTo("models 2");
      assertThat(reader.event().fingerprint()).isEqualTo(changed().fingerprint());
      assertThat(reader.size()).isEqualTo(300);
      assertThat(
              reader
                  .search(
                      new SearchRequest(
                          "*:*",
                          List.of(new SearchRequest.Filter(Facet.CAMP, List.of("foes"))),
                          Optional.empty(),
                          Optional.empty(),
                          SearchRequest.Order.TIME,
                          10))
                  .total())
          .isEqualTo(300);
      // Vectors went along.
      String read =
          given.values().stream()
              .filter(Placed::read)
              .findFirst()
              .orElseThrow()
              .reaction()
              .post()
              .id();
      assertThat(reader.like(read, 1)).hasSize(1);
    }
    assertThat(stored())
        .allSatisfy(
            placed -> {
              assertThat(placed.placement().camp()).isEqualTo("foes");
              Placed before = given.get(placed.reaction().post().id());
              assertThat(placed.reaction().post()).isEqualTo(before.reaction().post());
              assertThat(placed.reaction().stances()).isEqualTo(before.reaction().stances());
              assertThat(placed.reaction().about()).isEqualTo(before.reaction().about());
              assertThat(placed.reaction().issues()).isEqualTo(before.reaction().issues());
              assertThat(placed.reaction().sentiment()).isEqualTo(before.reaction().sentiment());
            });
  }

  /// Placements by what a post says, so that they can be given beforehand as well.
  private static Placement other(Placed placed) {
    int likes = (int) placed.reaction().post().engagement().likes();
    return new Placement(
        List.of("fans", "foes", "unaligned").get(likes % 3),
        0.5 + likes / 300.0,
        List.of(new Placement.Alternative("foes", 0.25)),
        List.of(new Placement.Reason("likes", likes)),
        Map.of("fans", 0.125));
  }

  /// The index that comes out is the one that would have been written with these placements: with
  /// posts that were replaced, in several segments, with families, found by words, camps and
  /// meaning.
  @Test
  void givesTheIndexThatIngestWouldHaveGiven() throws Exception {
    Path fresh = folder.resolveSibling(folder.getFileName() + "-fresh");
    Random random = new Random(4);
    try (ReactionWriter writer = open();
        ReactionWriter straight = ReactionWriter.open(fresh, Samples.event(), "models 1")) {
      for (Placed placed : given.values()) {
        straight.add(new Placed(placed.reaction(), other(placed)));
      }
      for (int i = 0; i < 200; i++) {
        // Some are other versions of posts that are there.
        Placed placed = Samples.random("p-" + random.nextInt(400), random);
        given.put(placed.reaction().post().id(), placed);
        writer.add(placed);
        straight.add(new Placed(placed.reaction(), other(placed)));
      }
      writer.findFamilies();
      straight.findFamilies();
      writer.reassign(
          Samples.event(),
          "models 1",
          Optional.empty(),
          Map.of(),
          ReassignTest::other,
          2,
          (_, _) -> {});
    }
    assertThat(IndexDump.of(folder)).isNotEmpty().isEqualTo(IndexDump.of(fresh));
    try (ReactionReader moved = ReactionReader.open(folder);
        ReactionReader straight = ReactionReader.open(fresh)) {
      assertThat(moved.size()).isEqualTo(straight.size());
      for (String query :
          List.of(
              "camp:foes",
              "nvidia AND camp:fans",
              "*:*",
              "camp:unaligned",
              "about:mention",
              "issue:cost AND stance:\"reported:it was cheap\"")) {
        SearchRequest request =
            new SearchRequest(
                query,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                SearchRequest.Order.TIME,
                1_000);
        assertThat(moved.search(request).hits()).isEqualTo(straight.search(request).hits());
        assertThat(moved.search(request).facets()).isEqualTo(straight.search(request).facets());
      }
      for (String id : given.keySet()) {
        assertThat(moved.like(id, 3)).isEqualTo(straight.like(id, 3));
        assertThat(moved.family(id)).isEqualTo(straight.family(id));
      }
    }
  }

  /// Half of the posts are done when it breaks: none has moved.
  @Test
  void leavesTheIndexAsItWasIfItBreaks() throws Exception {
    int[] done = {0};
    try (ReactionWriter writer = open()) {
      assertThatThrownBy(
              () ->
                  writer.reassign(
                      changed(),
                      "models 2",
                      Optional.empty(),
                      Map.of(),
                      _ -> {
                        throw new IllegalStateException("broken");
                      },
                      2,
                      (_, _) -> done[0]++))
          .hasMessage("broken");
    }
    try (ReactionReader reader = ReactionReader.open(folder)) {
      assertThat(reader.analysis()).isEqualTo("models 1");
    }
    assertThat(stored())
        .hasSize(300)
        .allSatisfy(
            p ->
                assertThat(p.placement())
                    .isEqualTo(given.get(p.reaction().post().id()).placement()));
  }
}
