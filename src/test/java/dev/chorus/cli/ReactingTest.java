package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.cli.Cli.Result;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Samples;
import dev.chorus.language.About;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users see of posts that do not react, of issues and of claims that are only passed on: on
/// made-up reactions, without models.
@Tag("models")
class ReactingTest {
  @TempDir Path folder;
  private final List<Placed> posts = new ArrayList<>();

  @BeforeEach
  void fill() throws Exception {
    Random random = new Random(1);
    try (ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "test")) {
      for (int i = 0; i < 200; i++) {
        posts.add(Samples.random("p" + i, random));
        writer.add(posts.getLast());
      }
      writer.findFamilies();
    }
  }

  private Result search(String... options) {
    List<String> arguments = new ArrayList<>(List.of("search", "*:*", "--index", "" + folder));
    arguments.addAll(List.of(options));
    return chorus(arguments.toArray(String[]::new));
  }

  private static boolean is(Placed placed, About.Kind kind) {
    return placed.reaction().about().filter(a -> a.kind() == kind).isPresent();
  }

  @Test
  void searchFindsPostsByWhatTheyAreAndSpeakOf() {
    record Case(String option, String value, Predicate<Placed> holds) {}
    for (Case each :
        List.of(
            new Case(
                "--about",
                "mention,Notice",
                p -> is(p, About.Kind.MENTION) || is(p, About.Kind.NOTICE)),
            new Case(
                "--issue",
                "cost",
                p -> p.reaction().issues().stream().anyMatch(i -> i.id().equals("cost"))),
            new Case(
                "--stance",
                "reported:It was cheap",
                p -> p.reaction().stanceOn("It was cheap").filter(s -> s.reported()).isPresent()),
            new Case(
                "--stance",
                "none:It was cheap",
                p ->
                    p.reaction()
                        .stanceOn("It was cheap")
                        .filter(s -> s.side().id().equals("none") && !s.reported())
                        .isPresent()))) {
      long expected = posts.stream().filter(each.holds()).count();
      assertThat(expected).isPositive();
      assertThat(search(each.option(), each.value(), "--count").out())
          .as(each.option() + " " + each.value())
          .isEqualTo(expected + "\n");
    }
  }

  @Test
  void searchCountsThem() {
    long notices = posts.stream().filter(p -> is(p, About.Kind.NOTICE)).count();
    Map<?, ?> facets = (Map<?, ?>) json(search("--format", "json")).get("facets");
    assertThat(((Map<?, ?>) facets.get("about")).get("notice")).isEqualTo((int) notices);
    assertThat(((Map<?, ?>) facets.get("issue")).keySet()).isEqualTo(Set.of("cost", "chips"));
    assertThat(search("--about", "notice").out())
        .contains("  about      notice " + notices + "\n")
        .containsPattern("\n {2}issue {6}c\\w+ \\d+");
  }

  @Test
  void searchSaysWhichThereAre() {
    record Case(String option, String value, String message) {}
    for (Case each :
        List.of(
            new Case("--about", "news", "wanted one of reaction, mention, off, fragment, notice."),
            new Case("--issue", "costs", "There is no issue \"costs\"; wanted one of cost, chips."),
            new Case("--stance", "reported:Thing", "the claims are It was cheap."),
            new Case("--stance", "reported", "such as reported:It was cheap."))) {
      Result result = search(each.option(), each.value());
      assertThat(result.err()).contains(each.message());
      assertThat(result.code()).isEqualTo(2);
    }
  }

  /// Every post of a stretch of time is counted, a copy, not read or no reaction.
  @Test
  void campsLeavesOutWhatDoesNotReactInAStretchOfTimeToo() {
    Map<?, ?> report =
        json(
            chorus(
                "camps",
                "--index",
                "" + folder,
                "--since",
                "2025-01-24",
                "--until",
                "2025-02-03",
                "--by",
                "day",
                "--format",
                "json"));
    Map<?, ?> corpus = (Map<?, ?>) report.get("corpus");
    int others = sum(corpus.get("notReactions"));
    int counted = (int) corpus.get("counted");
    assertThat(others).isPositive();
    assertThat(counted + others + sum(corpus.get("unread")) + (int) corpus.get("copies"))
        .isEqualTo(corpus.get("posts"));
    int byDay = 0;
    for (Object day : (List<?>) ((Map<?, ?>) report.get("by")).get("groups")) {
      byDay += (int) ((Map<?, ?>) day).get("posts");
    }
    assertThat(byDay).isEqualTo(counted);
  }

  @Test
  void campsComparesReactions() {
    Result result = chorus("camps", "--index", "" + folder, "--compare", "" + folder);
    assertThat(result.out())
        .containsPattern("COMPARED with .*: 200 posts, \\d+ reactions counted, authors not known");
  }

  private static int sum(Object counts) {
    return ((Map<?, ?>) counts).values().stream().mapToInt(n -> (int) n).sum();
  }
}
