package dev.chorus.report;

import static dev.chorus.report.ThingPosts.about;
import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;
import static dev.chorus.report.ThingPosts.placed;
import static dev.chorus.report.ThingPosts.reactions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.Samples;
import dev.chorus.language.About;
import dev.chorus.language.Side;
import dev.chorus.post.Post;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CampsReportTest {
  @Test
  @Tag("slow")
  void isTheSameWhateverTheOrderOfThePosts() throws Exception {
    CampsReport expected = Corpora.report(event(), corpus());
    List<Placed> shuffled = corpus();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(Corpora.report(event(), shuffled)).isEqualTo(expected);
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
    assertThat(report.bridging()).singleElement().satisfies(b -> assertThat(b.author()).isEmpty());
  }

  /// Over random corpora: every quote is an exact span, and nothing divides by zero.
  @Test
  @Tag("slow")
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
    }
  }

  /// But for the size of the corpus and the line that counts them, a report is that of the posts
  /// that react alone.
  @Test
  @Tag("slow")
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
    CampsReport all = Corpora.report(event, posts, Optional.of(Breakdown.By.DAY));
    CampsReport reacting =
        Corpora.report(
            event,
            posts.stream().filter(p -> !p.read() || p.reaction().reacts()).toList(),
            Optional.of(Breakdown.By.DAY));
    assertThat(all.corpus().posts()).isNotEqualTo(reacting.corpus().posts());
    assertThat(all.corpus().counted()).isEqualTo(reacting.corpus().counted());
    assertThat(all.corpus().authors()).isEqualTo(reacting.corpus().authors());
    assertThat(reacting.corpus().others()).isEmpty();
    assertThat(all).usingRecursiveComparison().ignoringFields("corpus").isEqualTo(reacting);
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
        .containsExactly("fans", "foes");
    // The surest of each camp whose words can stand alone.
    assertThat(quality.quotes())
        .extracting(q -> q.quote().post().id())
        .containsExactly("fan-3", "foe-0");
  }

  @Test
  void givesNoShareOfTooFew() throws Exception {
    List<Placed> three = corpus().subList(0, 3);
    CampsReport report = Corpora.report(event(), three);
    assertThat(report.camps()).allSatisfy(c -> assertThat(c.share()).isEmpty());
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
  }

  @Test
  void partsTheCorpusByStars() throws Exception {
    List<Placed> rated = new ArrayList<>();
    List<String> stars = List.of("5", "1.0", "10", "4.5");
    for (Placed placed : corpus()) {
      Post post = placed.reaction().post();
      String given = stars.get(rated.size() % 4);
      Post with =
          Post.builder(post.id(), post.text())
              .author(post.author())
              .createdAt(post.createdAt())
              .rating(rated.size() % 5 == 4 ? Optional.empty() : Optional.of(new BigDecimal(given)))
              .build();
      rated.add(new Placed(placed.reaction().with(with), placed.placement()));
    }
    CampsReport report = Corpora.report(event(), rated, Optional.of(Breakdown.By.RATING));
    assertThat(report.breakdown().orElseThrow().groups())
        .extracting(Breakdown.Group::value)
        .containsExactly("1", "4.5", "5", "10", "unknown");
  }

  /// Words that do not say what they speak of tell a reader nothing.
  @Test
  void quotesNobodyRatherThanBadly() throws Exception {
    CampsReport report =
        Corpora.report(event(), List.of(placed("p", "So good!", "a", "fans", Side.FAVOR, 1)));
    assertThat(report.camps().getFirst().quotes()).isEmpty();
  }
}
