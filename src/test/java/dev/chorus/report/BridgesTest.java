package dev.chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Samples;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BridgesTest {
  private final List<Placed> posts = new ArrayList<>();

  private void post(String author, String camp, int count, Optional<String> inReplyTo) {
    for (int i = 0; i < count; i++) {
      String id = "p" + posts.size();
      Post post =
          Post.builder(id, "some words")
              .author(Author.ofHandle(author))
              .links(new Links(inReplyTo, Optional.empty(), Optional.empty(), Optional.empty()))
              .build();
      posts.add(
          new Placed(
              new Reaction(
                  post,
                  "en",
                  Optional.of(new Sentiment(0.1, 0.8, 0.1)),
                  List.of(),
                  List.of(),
                  List.of(),
                  Optional.empty()),
              new Placement(camp, 0.9, List.of(), List.of())));
    }
  }

  private static List<CampsReport.Bridging> bridges(PostColumns columns) {
    return new Bridges(columns, columns.earliestFirst(), true).surest();
  }

  /// Two and two may be mistakes; twenty and fifteen are not, nor do fifty and two make a bridge.
  @Test
  void doesNotRankChanceFirst() throws Exception {
    post("three", "fans", 3, Optional.empty());
    post("three", "foes", 3, Optional.empty());
    post("two", "fans", 2, Optional.empty());
    post("two", "foes", 2, Optional.empty());
    post("many", "fans", 20, Optional.empty());
    post("many", "foes", 15, Optional.empty());
    post("slips", "fans", 50, Optional.empty());
    post("slips", "foes", 3, Optional.empty());
    post("once", "fans", 9, Optional.empty());
    post("once", "foes", 1, Optional.empty());
    List<CampsReport.Bridging> found =
        Corpora.columns(Samples.event(), posts, BridgesTest::bridges);
    assertThat(found.stream().map(CampsReport.Bridging::author))
        .containsExactly(Optional.of("@many"), Optional.of("@three"), Optional.of("@slips"));
    assertThat(found.getFirst().strength()).isBetween(0.25, 0.43);
    assertThat(found.get(1).strength()).isLessThan(0.2);
  }

  @Test
  void namesPrivatePersonsOnDemandOnly() throws Exception {
    post("many", "fans", 20, Optional.empty());
    post("many", "foes", 15, Optional.empty());
    Bridges bridges =
        Corpora.columns(Samples.event(), posts, c -> new Bridges(c, c.earliestFirst(), false));
    assertThat(bridges.surest()).singleElement().satisfies(b -> assertThat(b.author()).isEmpty());
    assertThat(bridges.count()).isEqualTo(1);
  }

  @Test
  void findsWhoIsAnsweredFromBothCamps() throws Exception {
    post("star", "fans", 1, Optional.empty());
    for (int i = 0; i < 4; i++) post("fan" + i, "fans", 1, Optional.of("p0"));
    for (int i = 0; i < 3; i++) post("foe" + i, "foes", 1, Optional.of("p0"));
    // Answers to oneself, to nobody known, and of no camp bridge nothing.
    post("star", "foes", 3, Optional.of("p0"));
    post("lost", "foes", 3, Optional.of("elsewhere"));
    post("bored", "unaligned", 3, Optional.of("p0"));
    assertThat(Corpora.columns(Samples.event(), posts, BridgesTest::bridges))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.author()).contains("@star");
              assertThat(post.how()).isEqualTo(CampsReport.Bridging.How.ANSWERS);
              assertThat(post.post()).contains("p0");
              assertThat(post.firstPosts()).isEqualTo(4);
              assertThat(post.secondPosts()).isEqualTo(3);
            });
  }
}
