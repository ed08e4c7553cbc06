package dev.chorus.camp.emergent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.evaluation.ClusterEvaluation;
import dev.chorus.language.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClustererTest {
  private static final List<String> TOPICS =
      List.of(
          "ferry harbour captain island timetable gulls",
          "bakery sourdough oven flour crust rye",
          "goalkeeper penalty referee stadium derby offside",
          "glacier meltwater crevasse moraine hut rope",
          "violin orchestra conductor rehearsal encore score");

  private static ClusteredPost words(String id, String words) {
    return new ClusteredPost(id, TellingWords.content(words), Optional.empty(), Map.of());
  }

  /// Posts of five topics: three words of the topic and two that any post may have.
  ///
  /// @param meant whether they have vectors, near that of their topic
  private static List<ClusteredPost> planted(int count, boolean meant, Random random) {
    List<ClusteredPost> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int topic = i % TOPICS.size();
      List<String> words = new ArrayList<>(List.of(TOPICS.get(topic).split(" ")));
      Collections.shuffle(words, random);
      List<String> said = new ArrayList<>(words.subList(0, 3));
      for (int w = 0; w < 2; w++) said.add("filler" + random.nextInt(60));
      float[] vector = new float[16];
      for (int v = 0; v < vector.length; v++) vector[v] = (float) random.nextGaussian() * 0.3f;
      vector[topic] += 1;
      documents.add(
          new ClusteredPost(
              topic + "-" + i,
              Set.copyOf(said),
              meant ? Optional.of(Vector.ofDirection(vector)) : Optional.empty(),
              Map.of()));
    }
    return documents;
  }

  private static ClusterEvaluation evaluated(
      List<ClusteredPost> documents, List<Cluster> clusters) {
    Map<String, String> of = new HashMap<>();
    clusters.forEach(c -> c.members().forEach(id -> of.put(id, c.members().getFirst())));
    assertThat(of).hasSize(documents.size());
    return ClusterEvaluation.of(
        documents.stream().map(d -> d.id().substring(0, 1)).toList(),
        documents.stream().map(d -> of.get(d.id())).toList());
  }

  @Test
  void findsThePlantedGroupsWithoutBeingToldHowMany() {
    for (boolean meant : new boolean[] {false, true}) {
      List<ClusteredPost> documents = planted(300, meant, new Random(11));
      ClusterEvaluation e = evaluated(documents, Clusterer.cluster(documents, 1));
      assertThat(e.ami()).as("with vectors: " + meant).isGreaterThan(0.95);
      assertThat(e.found()).isBetween(5, 9);
    }
  }

  @Test
  @Tag("slow")
  void blocksAndASampleCostLittle() {
    List<ClusteredPost> documents = planted(23_000, true, new Random(12));
    List<Cluster> clusters = Clusterer.cluster(documents, 1);
    assertThat(evaluated(documents, clusters).ami()).isGreaterThan(0.95);
    Collections.shuffle(documents, new Random(13));
    assertThat(Clusterer.cluster(documents, 1)).isEqualTo(clusters);
  }

  @Test
  void neitherOrderNorRepetitionChangesTheResult() {
    List<ClusteredPost> documents = planted(400, true, new Random(14));
    List<Cluster> clusters = Clusterer.cluster(documents, 1);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(documents, new Random(round));
      assertThat(Clusterer.cluster(documents, 1)).isEqualTo(clusters);
      // So few fit into one block, where the seed has nothing to decide but the order of sums.
      assertThat(evaluated(documents, Clusterer.cluster(documents, 100 + round)))
          .isEqualTo(evaluated(documents, clusters));
    }
  }

  @Test
  void oppositeSidesKeepPostsApartThatSayNearlyTheSame() {
    List<ClusteredPost> documents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      documents.add(
          new ClusteredPost(
              (i % 2 == 0 ? "f" : "a") + i,
              Set.of("ferry", "island", "gulls", "only" + i, "just" + i),
              Optional.empty(),
              Map.of("ferry", i % 2 == 0 ? 1.0 : -1.0)));
    }
    assertThat(Clusterer.cluster(documents, 1)).hasSize(2);
    assertThat(evaluated(documents, Clusterer.cluster(documents, 1)).ami()).isEqualTo(1);
    List<ClusteredPost> neutral =
        documents.stream()
            .map(d -> new ClusteredPost(d.id(), d.words(), d.vector(), Map.of()))
            .toList();
    assertThat(Clusterer.cluster(neutral, 1)).hasSize(1);
  }

  @Test
  void survivesLittleAndOddInput() {
    assertThat(Clusterer.cluster(List.of(), 1)).isEmpty();
    assertThat(Clusterer.cluster(List.of(words("a", "ferry")), 1))
        .containsExactly(new Cluster(List.of("a"), 1));
    List<ClusteredPost> three =
        List.of(words("a", "ferry island"), words("b", "oven flour"), words("c", "ferry island"));
    assertThat(Clusterer.cluster(three, 1))
        .extracting(Cluster::members)
        .containsExactly(List.of("a", "c"), List.of("b"));
    assertThat(Clusterer.cluster(List.of(words("a", ""), words("b", "")), 1))
        .as("nothing is like nothing")
        .hasSize(2);
    assertThatThrownBy(() -> Clusterer.cluster(List.of(words("a", "x"), words("a", "y")), 1))
        .hasMessageContaining("two documents have the id a");
  }

  @Test
  void whatIsAllTheSameIsOneCluster() {
    Vector meaning = Vector.ofDirection(new float[] {1, 2, 3});
    List<ClusteredPost> same =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(
                i ->
                    new ClusteredPost(
                        "p" + i, Set.of("ferry"), Optional.of(meaning), Map.of("x", 1.0)))
            .toList();
    assertThat(Clusterer.cluster(same, 1)).hasSize(1);
    List<ClusteredPost> wordless =
        same.stream().map(d -> new ClusteredPost(d.id(), Set.of(), d.vector(), Map.of())).toList();
    assertThat(Clusterer.cluster(wordless, 1)).hasSize(1);
  }

  @Test
  void theMostCentralMemberComesFirst() {
    List<ClusteredPost> documents = planted(300, true, new Random(15));
    Cluster largest = Clusterer.cluster(documents, 1).getFirst();
    int topic = largest.members().getFirst().charAt(0) - '0';
    Map<String, Double> closeness = new HashMap<>();
    for (ClusteredPost d : documents) closeness.put(d.id(), (double) d.vector().get().get(topic));
    assertThat(closeness.get(largest.members().getFirst()))
        .isGreaterThan(closeness.get(largest.members().getLast()));
    assertThat(largest.cohesion()).isBetween(0.15, 1.0);
  }
}
