package dev.chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Samples;
import dev.chorus.json.Json;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mention;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Author;
import dev.chorus.post.Engagement;
import dev.chorus.post.Kind;
import dev.chorus.post.Links;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampsReportTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("chorus.home"), "src/test/resources/golden");

  private static Event event() throws Exception {
    return EventFile.parse(
        "test",
        """
        event: {id: e, title: The Event}
        targets:
          - {name: Thing, type: product}
          - {claim: It was cheap, cues: [cheap], favor: [it was cheap], against: [it was dear]}
        camps:
          - {id: fans, title: Fans, claim: It is good., examples: [a, b, c]}
          - {id: foes, title: Foes, claim: It is bad., examples: [d, e, f]}
          - {id: ghosts, title: Ghosts, claim: Nobody says this., examples: [g, h, i]}
        """);
  }

  private static Placed placed(
      String id,
      String text,
      String author,
      String camp,
      Side side,
      Optional<Side> claim,
      Post.Builder post) {
    Post built = post.author(Author.ofHandle(author)).build();
    double positive = side == Side.FAVOR ? 0.7 : 0.1;
    double negative = side == Side.AGAINST ? 0.7 : 0.1;
    List<Stance> stances = new ArrayList<>();
    stances.add(new Stance("Thing", side, 0.8, Optional.of(new Span(0, 5))));
    claim.ifPresent(c -> stances.add(new Stance("It was cheap", c, 0.7, Optional.empty())));
    return new Placed(
        new Reaction(
            built,
            "en",
            Optional.of(new Sentiment(negative, 1 - positive - negative, positive)),
            List.of(new Mention("thing", new Span(0, 5), EntityType.PRODUCT, "Thing")),
            stances,
            List.of(new Span(0, text.length())),
            Optional.empty()),
        new Placement(camp, 0.6, List.of(), List.of()));
  }

  private static Placed placed(
      String id, String text, String author, String camp, Side side, int day) {
    return placed(
        id,
        text,
        author,
        camp,
        side,
        Optional.empty(),
        Post.builder(id, text)
            .createdAt(
                Optional.of(Instant.parse("2025-01-01T12:00:00Z").plusSeconds(86_400L * day)))
            .engagement(new Engagement(day, 0, 0, 0)));
  }

  /// A small corpus with everything in it: two camps, unaligned posts, a flood, a repost, a foreign
  /// post, a quote with notes, a paraphrase, a contested claim and an author at home in both camps.
  private static List<Placed> corpus() {
    List<Placed> all = new ArrayList<>();
    String[] praise = {
      "The thing works like a charm and everybody in my office wants one now",
      "I am amazed by how quickly it answers even hard questions",
      "Best purchase of the year, saves me an hour each day",
      "Nothing comes close to the thing, brilliant engineering all around",
      "My kids love it and so do I, honestly a joy to use",
      "Cheaper, faster, nicer: the old gadgets have no chance against this",
      "wow wow wow what a great thing they made there",
      "Never thought I would praise a gadget, but here we are"
    };
    String[] blame = {
      "The thing broke after two days and nobody answers my complaint",
      "Total hype, worse than what we had before it came",
      "They lied to us, read the small print before you buy",
      "Returned mine today, loud, slow and full of errors",
      "Who tested this thing? It cannot even count to ten"
    };
    for (int i = 0; i < 8; i++) {
      all.add(placed("fan-" + i, praise[i], "fan" + i, "fans", Side.FAVOR, i % 5));
    }
    for (int i = 0; i < 5; i++) {
      all.add(placed("foe-" + i, blame[i], "foe" + i, "foes", Side.AGAINST, i % 4));
    }
    for (int i = 0; i < 3; i++) {
      all.add(
          placed(
              "none-" + i,
              "Reading the news about number " + i,
              "other" + i,
              "unaligned",
              Side.NONE,
              i));
    }
    for (int i = 0; i < 4; i++) {
      all.add(
          placed(
              "flood-" + i,
              "Stop everything and share this now: the thing is a fraud, boycott it today"
                  + " https://example.com/"
                  + i,
              "bot" + i,
              "foes",
              Side.AGAINST,
              3));
    }
    String b = "both";
    all.add(placed("b-1", "I do like how it feels in my hand", b, "fans", Side.FAVOR, 1));
    all.add(placed("b-2", "After a week I still enjoy this thing a lot", b, "fans", Side.FAVOR, 2));
    all.add(placed("b-3", "Then again the battery is a bad joke", b, "foes", Side.AGAINST, 2));
    all.add(placed("b-4", "Support hung up on me, what a shame", b, "foes", Side.AGAINST, 3));
    all.add(
        placed(
            "claim-yes",
            "Look how cheap the thing was to build, a tenth of the others",
            "ann",
            "fans",
            Side.FAVOR,
            Optional.of(Side.FAVOR),
            Post.builder(
                "claim-yes", "Look how cheap the thing was to build, a tenth of the others")));
    all.add(
        placed(
            "claim-no",
            "Cheap? They hide what the thing really cost, do not believe it",
            "bo",
            "foes",
            Side.AGAINST,
            Optional.of(Side.AGAINST),
            Post.builder(
                "claim-no", "Cheap? They hide what the thing really cost, do not believe it")));
    Post quote =
        Post.builder("named-1", "It stinks")
            .kind(Kind.QUOTE)
            .author(
                new Author(
                    Optional.of("Cy Sample"), Optional.empty(), Optional.of("rival"), List.of()))
            .createdAt(Optional.of(Instant.parse("2025-01-02T00:00:00Z")))
            .notes(
                List.of(
                    new Note("community_note", "No evidence is given.", Optional.of("readers")),
                    new Note("disclosure", "Sells a competing thing.", Optional.empty())))
            .build();
    all.add(
        new Placed(
            new Reaction(
                quote,
                "en",
                Optional.of(new Sentiment(0.9, 0.05, 0.05)),
                List.of(),
                List.of(),
                List.of(new Span(0, 9)),
                Optional.empty()),
            new Placement("foes", 0.7, List.of(), List.of())));
    Post report =
        Post.builder(
                "named-2", "The paper reports that the thing sells well across the whole country.")
            .kind(Kind.REPORT)
            .author(
                new Author(Optional.of("The Paper"), Optional.empty(), Optional.empty(), List.of()))
            .build();
    all.add(
        new Placed(
            new Reaction(
                report,
                "en",
                Optional.of(new Sentiment(0.1, 0.5, 0.4)),
                List.of(),
                List.of(),
                List.of(new Span(0, 20)),
                Optional.empty()),
            new Placement("fans", 0.5, List.of(), List.of())));
    all.add(
        placed(
            "re-1",
            praise[0],
            "echo",
            "fans",
            Side.FAVOR,
            Optional.empty(),
            Post.builder("re-1", praise[0])
                .links(
                    new Links(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("fan-0"),
                        Optional.empty()))));
    all.add(
        new Placed(Reaction.unread(Post.of("de-1", "Das Ding ist gut"), "de"), Placement.unread()));
    return all;
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("chorus.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({
    "60,false,false",
    "80,false,true",
    "110,false,true",
    "110,true,true",
    "200,false,true"
  })
  void printsTheSummaries(int width, boolean colour, boolean unicode) throws Exception {
    String text =
        CampsText.of(Corpora.report(event(), corpus()), new Terminal(width, colour, unicode));
    String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(plain.lines())
        .allSatisfy(l -> assertThat(Layout.width(l)).isLessThanOrEqualTo(width));
    golden("camps-" + width + (colour ? "-colour" : "") + (unicode ? "" : "-ascii") + ".txt", text);
    if (!unicode) assertThat(plain).isEqualTo(new String(plain.getBytes("US-ASCII"), "US-ASCII"));
  }

  @Test
  void printsEveryNumberAsJson() throws Exception {
    golden("camps.json", Json.pretty(CampsJson.of(Corpora.report(event(), corpus()))) + "\n");
  }

  @Test
  void isTheSameWhateverTheOrderOfThePosts() throws Exception {
    String expected = Json.pretty(CampsJson.of(Corpora.report(event(), corpus())));
    List<Placed> shuffled = corpus();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(Json.pretty(CampsJson.of(Corpora.report(event(), shuffled)))).isEqualTo(expected);
    }
  }

  @Test
  void countsFloodsRepostsAndForeignPostsAsItSays() throws Exception {
    CampsReport report = Corpora.report(event(), corpus());
    CampsReport.Corpus corpus = report.corpus();
    // The repost counts into its original.
    assertThat(corpus.posts()).isEqualTo(corpus().size() - 1);
    assertThat(corpus.copies()).isEqualTo(3);
    assertThat(corpus.unread()).isEqualTo(Map.of("de", 1));
    assertThat(corpus.counted()).isEqualTo(corpus.posts() - 3 - 1);
    int inCamps = report.camps().stream().mapToInt(CampsReport.CampSummary::posts).sum();
    assertThat(inCamps + report.unaligned().posts()).isEqualTo(corpus.counted());
    double shares =
        report.camps().stream().mapToDouble(c -> c.share().orElseThrow().estimate()).sum()
            + report.unaligned().share().orElseThrow().estimate();
    assertThat(shares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(report.floods())
        .singleElement()
        .satisfies(f -> assertThat(f.family().posts()).isEqualTo(4));
    assertThat(report.bridging())
        .singleElement()
        .satisfies(b -> assertThat(b.author()).isEqualTo("@both"));
  }

  /// Over random corpora: every quote is an exact span, and nothing divides by zero.
  @Test
  void holdsForAnyCorpus() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Placed> posts =
          IntStream.range(0, random.nextInt(40))
              .mapToObj(i -> Samples.random("p" + i, random))
              .toList();
      CampsReport report = Corpora.report(Samples.event(), posts);
      for (CampsReport.CampSummary camp : report.camps()) {
        for (CampsReport.Quote quote : camp.quotes()) {
          assertThat(quote.post().text()).contains(quote.words());
          assertThat(posts)
              .anySatisfy(p -> assertThat(p.reaction().post()).isEqualTo(quote.post()));
        }
      }
      assertThat(CampsText.of(report, new Terminal(80, false, true))).doesNotContain("NaN");
      assertThat(Json.pretty(CampsJson.of(report))).doesNotContain("NaN");
    }
  }

  @Test
  void givesNoShareOfTooFew() throws Exception {
    List<Placed> three = corpus().subList(0, 3);
    CampsReport report = Corpora.report(event(), three);
    assertThat(report.camps()).allSatisfy(c -> assertThat(c.share()).isEmpty());
    assertThat(CampsText.of(report, new Terminal(80, false, true)))
        .contains("Too few to say: 3 authors; shares are given from 10 authors on.");
  }

  @Test
  void partsTheCorpusByDay() throws Exception {
    CampsReport report = Corpora.report(event(), corpus(), Optional.of(Breakdown.By.DAY));
    Breakdown days = report.breakdown().orElseThrow();
    assertThat(days.groups().stream().map(Breakdown.Group::value)).isSorted();
    // Every counted post is in one part.
    assertThat(days.groups().stream().mapToInt(Breakdown.Group::size).sum())
        .isEqualTo(report.corpus().counted());
    assertThat(days.groups())
        .allSatisfy(
            day -> {
              if (day.authors() < CampsReport.LEAST_AUTHORS) assertThat(day.shares()).isEmpty();
              else assertThat(day.shares()).containsKeys("fans", "foes", "ghosts", "unaligned");
            });
    assertThat(CampsText.of(report, new Terminal(80, false, false)))
        .contains("BY DAY\n")
        .contains("fewer than 10 authors: too few to say");
    assertThat(Json.compact(CampsJson.of(report)))
        .contains("\"by\":{\"key\":\"day\",\"groups\":[{\"value\":\"2025-01-01\"");
  }

  @Test
  void setsTwoCorporaSideBySide() throws Exception {
    CampsReport here = Corpora.report(event(), corpus());
    List<Placed> fans = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      fans.add(placed("f-" + i, "Praise number " + i, "f" + i, "fans", Side.FAVOR, 1));
    }
    CampsReport there = Corpora.report(event(), fans);
    Comparison comparison = Comparison.of(here, there);
    Comparison.Row row =
        comparison.camps().stream().filter(r -> r.id().equals("fans")).findFirst().orElseThrow();
    assertThat(row.change().orElseThrow().estimate()).isNegative();
    assertThat(row.change().get().clear()).isTrue();
    assertThat(ComparisonText.of(comparison, "other", new Terminal(80, false, false)))
        .contains("COMPARED with other: 200 posts by 200 authors")
        .contains("Fans                     48% (29-67)   100% (98-100) - -52  (-71 to -33)");
    Comparison same = Comparison.of(here, here);
    assertThat(same.camps()).noneMatch(r -> r.change().orElseThrow().clear());
  }

  /// Newcombe (1998), example (a) of his table II: 56/70 and 48/80.
  @Test
  void changesHaveNewcombesInterval() {
    double[] a = new double[70];
    java.util.Arrays.fill(a, 0, 56, 1);
    double[] b = new double[80];
    java.util.Arrays.fill(b, 0, 48, 1);
    Comparison.Change change = Comparison.change(Intervals.share(a), Intervals.share(b));
    assertThat(change.estimate()).isCloseTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(change.low()).isCloseTo(0.0524, org.assertj.core.api.Assertions.within(1e-3));
    assertThat(change.high()).isCloseTo(0.3339, org.assertj.core.api.Assertions.within(1e-3));
  }

  @Test
  void quotesShortWordsWhereThereAreNoOthers() throws Exception {
    CampsReport report =
        Corpora.report(event(), List.of(placed("p", "So good!", "a", "fans", Side.FAVOR, 1)));
    assertThat(report.camps().getFirst().quotes())
        .extracting(CampsReport.Quote::words)
        .containsExactly("So good!");
  }
}
