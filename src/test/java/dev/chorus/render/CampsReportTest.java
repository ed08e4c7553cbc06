package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Samples;
import dev.chorus.json.Json;
import dev.chorus.language.About;
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
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import dev.chorus.report.estimate.Intervals;
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
import java.util.stream.Stream;
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
          - {claim: It was stolen, cues: [stolen], favor: [they stole it], against: [it is theirs]}
          - {claim: It is legal, cues: [legal], favor: [it is legal], against: [it is a crime]}
        camps:
          - {id: fans, title: Fans, claim: It is good., examples: [a, b, c]}
          - {id: foes, title: Foes, claim: It is bad., examples: [d, e, f]}
          - {id: ghosts, title: Ghosts, claim: Nobody says this., examples: [g, h, i]}
        issues:
          - {id: law, title: Law, question: May they sell it?, statements: [a, b, c]}
          - {id: trust, title: Trust, question: Do they lie?, statements: [d, e, f]}
          - id: quality
            title: Quality
            question: Does the thing work as well as they say, and for how long?
            statements: [g, h, i]
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

  /// The same with more found in it.
  private static Placed with(
      Placed placed, Optional<About> about, List<Stance> claims, List<Reaction.Spoken> issues) {
    Reaction r = placed.reaction();
    return new Placed(
        new Reaction(
            r.post(),
            r.lang(),
            r.sentiment(),
            about,
            r.mentions(),
            Stream.concat(r.stances().stream(), claims.stream()).toList(),
            issues,
            r.sentences(),
            r.vector()),
        placed.placement());
  }

  private static Placed reported(Placed placed, String claim) {
    Stance reported = new Stance(claim, Side.NONE, 0.8, Optional.empty(), true);
    return with(placed, Optional.empty(), List.of(reported), List.of());
  }

  private static Placed spoken(Placed placed, String claim) {
    Stance spoken = new Stance(claim, Side.NONE, 0.8, Optional.empty());
    return with(placed, Optional.empty(), List.of(spoken), List.of());
  }

  private static Placed about(Placed placed, About.Kind kind) {
    return with(
        placed,
        Optional.of(new About(kind == About.Kind.REACTION ? 0.9 : 0.1, kind)),
        List.of(new Stance("It was cheap", Side.AGAINST, 0.9, Optional.empty())),
        List.of(new Reaction.Spoken("law", 0.9), new Reaction.Spoken("quality", 0.9)));
  }

  /// Posts that must not show: they would change the share, the mood, the claims, the issues and
  /// the bridges of some camp.
  private static List<Placed> notReacting() {
    String[] texts = {
      "Listening to music while the thing charges, what a lovely evening we have here",
      "Unrelated, but does anybody know a good plumber in this part of town",
      "this!!",
      "Daily digest of links: thing, weather, sports, horoscope and the lottery numbers",
      "My cousin opened a bakery, and no, it has nothing to do with the thing"
    };
    About.Kind[] kinds = {
      About.Kind.MENTION, About.Kind.OFF, About.Kind.FRAGMENT, About.Kind.NOTICE, About.Kind.MENTION
    };
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      String author = i < 4 ? "fan0" : "stray";
      all.add(about(placed("out-" + i, texts[i], author, "ghosts", Side.AGAINST, 9 + i), kinds[i]));
    }
    return all;
  }

  /// A small corpus with everything in it: two camps, unaligned posts, a flood, a repost, a foreign
  /// post, a quote with notes, a paraphrase, contested claims, issues, an author at home in both
  /// camps, and posts that do not react.
  private static List<Placed> corpus() {
    List<Placed> all = reactions();
    all.addAll(notReacting());
    return all;
  }

  private static List<Placed> reactions() {
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
      Placed fan = placed("fan-" + i, praise[i], "fan" + i, "fans", Side.FAVOR, i % 5);
      List<Reaction.Spoken> quality = List.of(new Reaction.Spoken("quality", 0.6 + 0.04 * i));
      all.add(
          i < 5
              ? with(fan, Optional.of(new About(0.9, About.Kind.REACTION)), List.of(), quality)
              : spoken(fan, i == 5 ? "It was cheap" : "It is legal"));
    }
    for (int i = 0; i < 5; i++) {
      Placed foe = placed("foe-" + i, blame[i], "foe" + i, "foes", Side.AGAINST, i % 4);
      List<Reaction.Spoken> issues =
          i == 1
              ? List.of(new Reaction.Spoken("trust", 0.8), new Reaction.Spoken("quality", 0.7))
              : List.of(new Reaction.Spoken("quality", 0.9 - 0.1 * i));
      all.add(
          i < 3
              ? with(foe, Optional.empty(), List.of(), issues)
              : reported(foe, i == 3 ? "It was cheap" : "It is legal"));
    }
    for (int i = 0; i < 3; i++) {
      all.add(
          with(
              placed(
                  "none-" + i,
                  "Reading the news about number " + i,
                  "other" + i,
                  "unaligned",
                  Side.NONE,
                  i),
              Optional.empty(),
              List.of(),
              List.of(new Reaction.Spoken("quality", 1))));
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
    Post repost =
        Post.builder("re-1", praise[0])
            .author(Author.ofHandle("echo"))
            .links(
                new Links(
                    Optional.empty(), Optional.empty(), Optional.of("fan-0"), Optional.empty()))
            .build();
    all.add(new Placed(all.getFirst().reaction().with(repost), all.getFirst().placement()));
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
    assertThat(corpus.others())
        .isEqualTo(Map.of("mention", 2, "off", 1, "fragment", 1, "notice", 1));
    assertThat(corpus.counted()).isEqualTo(corpus.posts() - 3 - 1 - 5);
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

  /// But for the size of the corpus and the line that counts them, a report is that of the posts
  /// that react alone.
  @Test
  void leavesOutWhatIsNoReaction() throws Exception {
    assertReportOf(event(), corpus());
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      assertReportOf(
          Samples.event(),
          IntStream.range(0, 150).mapToObj(i -> Samples.random("p" + i, random)).toList());
    }
  }

  private static void assertReportOf(Event event, List<Placed> posts) throws Exception {
    Map<String, Object> all = json(event, posts);
    Map<String, Object> reacting =
        json(event, posts.stream().filter(p -> !p.read() || p.reaction().reacts()).toList());
    Map<?, ?> corpus = (Map<?, ?>) all.remove("corpus");
    Map<?, ?> counted = (Map<?, ?>) reacting.remove("corpus");
    assertThat(corpus.get("posts")).isNotEqualTo(counted.get("posts"));
    assertThat(corpus.get("counted")).isEqualTo(counted.get("counted"));
    assertThat(corpus.get("authors")).isEqualTo(counted.get("authors"));
    assertThat(counted.get("notReactions")).isEqualTo(Map.of());
    assertThat(Json.pretty(all)).isEqualTo(Json.pretty(reacting));
  }

  private static Map<String, Object> json(Event event, List<Placed> posts) throws Exception {
    return CampsJson.of(Corpora.report(event, posts, Optional.of(Breakdown.By.DAY)));
  }

  @Test
  void saysThatNothingReacts() throws Exception {
    List<Placed> posts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Placed placed = placed("m-" + i, "Note number " + i, "a" + i, "fans", Side.FAVOR, i);
      posts.add(about(placed, i < 20 ? About.Kind.NOTICE : About.Kind.OFF));
    }
    CampsReport report = Corpora.report(event(), posts);
    assertThat(CampsText.of(report, new Terminal(80, false, false)))
        .startsWith(
            """
            The Event | 30 posts, 0 reactions counted by 0 authors | 1 Jan - 30 Jan 2025

            None of the 30 posts reacts to The Event.
              Not about the event     30 posts, in no share: 20 notices, 10 on other
                                      subjects

            How sure is this?\
            """);
    assertThat(
            CampsText.of(
                Corpora.report(event(), posts.subList(0, 1)), new Terminal(80, false, false)))
        .contains("The only post does not react to The Event.\n")
        .contains("1 post, in no share: 1 notice\n");
    posts.add(new Placed(Reaction.unread(Post.of("de-1", "Hallo"), "de"), Placement.unread()));
    assertThat(CampsText.of(Corpora.report(event(), posts), new Terminal(80, false, false)))
        .contains("None of the 30 posts in English reacts to The Event.\n");
  }

  @Test
  void saysNothingOfOtherPostsWhereThereAreNone() throws Exception {
    assertThat(CampsText.of(Corpora.report(event(), reactions()), new Terminal(80, false, false)))
        .doesNotContain("Not about")
        .contains("The Event | 29 posts, 25 counted by 22 authors");
  }

  @Test
  void keepsFloodsThatDoNotReactOutOfCamps() throws Exception {
    List<Placed> posts = new ArrayList<>(reactions());
    for (int i = 0; i < 6; i++) {
      String text = "Win a brand new thing today, follow this link and share it with ten friends";
      posts.add(about(placed("ad-" + i, text, "ad" + i, "fans", Side.FAVOR, 2), About.Kind.NOTICE));
    }
    CampsReport report = Corpora.report(event(), posts);
    assertThat(report.floods()).extracting(CampsReport.Flood::reacts).containsExactly(false, true);
    assertThat(report.corpus().others()).isEqualTo(Map.of("notice", 1));
    assertThat(report.corpus().copies()).isEqualTo(3 + 5);
    assertThat(CampsText.of(report, new Terminal(100, false, false)))
        .contains(
            "6 posts of one text by 6 authors, 3 Jan 2025, in no share (not about the event)");
  }

  @Test
  void tellsWhoPassesAClaimOnAndWhoSpeaksOfIt() throws Exception {
    CampsReport report = Corpora.report(event(), corpus());
    assertThat(report.contested())
        .extracting(
            CampsReport.Contested::claim,
            c -> c.affirmed().size(),
            c -> c.denied().size(),
            CampsReport.Contested::reported,
            CampsReport.Contested::spoken)
        .containsExactly(tuple("It was cheap", 1, 1, 1, 1), tuple("It is legal", 0, 0, 1, 2));
    assertThat(CampsText.of(report, new Terminal(110, false, false)))
        .contains(
            "   affirmed by 1 post (Fans 1), denied by 1 (Foes 1); 1 only passes it on, 1 more"
                + " speaks of it\n")
        .contains(
            "   \"It is legal\"\n"
                + "   2 posts speak of it, 1 more only passes it on; no side is told\n");
  }

  /// That nobody is told to deny a claim is no word on whether somebody does.
  @Test
  void saysWhereASideOfAClaimCannotBeTold() throws Exception {
    Post.Builder post = Post.builder("one", "the thing was dirt cheap");
    Placed one =
        placed(
            "one",
            "the thing was dirt cheap",
            "a",
            "fans",
            Side.FAVOR,
            Optional.of(Side.FAVOR),
            post);
    String text =
        CampsText.of(Corpora.report(event(), List.of(one)), new Terminal(110, false, false));
    assertThat(text)
        .contains("affirmed by 1 post (Fans 1); no denial is sure enough to be told")
        .doesNotContain("denied by");
  }

  @Test
  void tellsWhatTheDebateIsAbout() throws Exception {
    CampsReport report = Corpora.report(event(), corpus());
    assertThat(report.issues())
        .extracting(
            CampsReport.IssueSummary::id,
            CampsReport.IssueSummary::posts,
            CampsReport.IssueSummary::authors,
            CampsReport.IssueSummary::camps)
        .containsExactly(
            tuple("quality", 11, 11, Map.of("fans", 5, "foes", 3, "unaligned", 3)),
            tuple("trust", 1, 1, Map.of("foes", 1)));
    CampsReport.IssueSummary quality = report.issues().getFirst();
    assertThat(quality.camps().keySet()).containsExactly("fans", "foes", "unaligned");
    assertThat(quality.quotes())
        .extracting(CampsReport.CampQuote::camp)
        .containsExactly("fans", "foes", "unaligned");
    // The surest of each camp.
    assertThat(quality.quotes())
        .extracting(q -> q.quote().post().id())
        .startsWith("fan-4", "foe-0");
    assertThat(CampsText.of(report, new Terminal(80, false, false)))
        .contains(
            """
            ISSUES  what the debate is about
               Quality | 11 posts (44%) | Fans 5, Foes 3, Unaligned 3
               Does the thing work as well as they say, and for how long?
               Fans       "My kids love it and so do I, honestly a joy to use"  @fan4, fan-4
            """);
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
    assertThat(
            ComparisonText.of(Comparison.of(there, here), "that", new Terminal(80, false, false)))
        .contains("COMPARED with that: 34 posts, 25 reactions counted by 22 authors");
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
