package dev.chorus.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Samples;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  private static final List<String> TEXTS =
      List.of(
          "river boat river",
          "river bank and a long walk along the muddy water",
          "boat",
          "nothing to see here");

  @TempDir Path folder;

  private Map<String, Double> scores(String query) throws Exception {
    Map<String, Double> scores = new HashMap<>();
    try (ReactionReader reader = ReactionReader.open(folder)) {
      SearchRequest request =
          new SearchRequest(
              query,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              SearchRequest.Order.RELEVANCE,
              10);
      for (SearchResult.Hit hit : reader.search(request).hits()) {
        scores.put(hit.placed().reaction().post().text(), hit.score());
      }
    }
    return scores;
  }

  /// The paper's formula, with Lucene's estimate of a word's share, which adds one.
  private static double likelihood(String text, String... words) {
    List<String> all = TEXTS.stream().flatMap(t -> Stream.of(t.split(" "))).toList();
    List<String> said = List.of(text.split(" "));
    double mu = Ranking.BEST.mu();
    double sum = words.length * Math.log((Post.MAX_TEXT + mu) / (said.size() + mu));
    for (String word : words) {
      double share = (all.stream().filter(word::equals).count() + 1.0) / (all.size() + 1);
      sum += Math.log(1 + said.stream().filter(word::equals).count() / (mu * share));
    }
    return sum;
  }

  @Test
  void scoresByTheLikelihoodOfTheQuery() throws Exception {
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "m")) {
      for (String text : TEXTS) {
        writer.add(
            new Placed(
                Reaction.unread(Post.of("p" + text.length(), text), "en"), Placement.unread()));
      }
      writer.commit();
    }
    Map<String, Double> scores = scores("river boat");
    assertThat(scores).containsOnlyKeys(TEXTS.subList(0, 3));
    scores.forEach(
        (text, score) ->
            assertThat(score).isCloseTo(likelihood(text, "river", "boat"), within(1e-4)));

    // What must not be said, and what nobody says, are not held against a post.
    for (String query : List.of("river AND NOT zebra", "river -zebra", "river zebra", "river")) {
      assertThat(scores(query).get(TEXTS.get(1)))
          .as(query)
          .isCloseTo(likelihood(TEXTS.get(1), "river"), within(1e-4));
    }
    assertThat(scores("*:*").values()).containsOnly(1.0);
  }
}
