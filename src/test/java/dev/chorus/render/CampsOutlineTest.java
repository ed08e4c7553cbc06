package dev.chorus.render;

import static dev.chorus.report.ThingPosts.about;
import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;
import static dev.chorus.report.ThingPosts.placed;
import static dev.chorus.report.ThingPosts.reactions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Samples;
import dev.chorus.json.Json;
import dev.chorus.language.About;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.post.Post;
import dev.chorus.render.json.CampsJson;
import dev.chorus.render.terminal.TerminalPrinter;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.Comparison;
import dev.chorus.report.Corpora;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The stance summaries, for people and for scripts.
class CampsOutlineTest {
  private static String text(CampsReport report, int width) {
    return text(report, new Terminal(width, false, false));
  }

  private static String text(CampsReport report, Terminal terminal) {
    return TerminalPrinter.print(CampsOutline.of(report), terminal);
  }

  private static String text(CampsReport report, Comparison comparison, Terminal terminal) {
    return TerminalPrinter.print(
        CampsOutline.of(report).with(ComparisonOutline.of(comparison, "other")), terminal);
  }

  @Test
  void printsTheSummaries() throws Exception {
    CampsReport report = Corpora.report(event(), corpus());
    Golden.text("camps", terminal -> text(report, terminal));
    Golden.json("camps", CampsJson.of(report));
    for (int width : new int[] {60, 80, 110, 200}) {
      assertThat(text(report, new Terminal(width, false, true)).lines())
          .allSatisfy(line -> assertThat(Layout.width(line)).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void printsEverythingThatAReportCanHold() throws Exception {
    CampsReport report = FullReport.report();
    Comparison comparison = FullReport.comparison(report);
    Golden.text("camps-full", terminal -> text(report, comparison, terminal));
    Golden.json("camps-full", CampsJson.of(report, comparison));
  }

  @Test
  void holdsForAnyCorpus() throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      List<Placed> posts =
          IntStream.range(0, random.nextInt(40))
              .mapToObj(i -> Samples.random("p" + i, random))
              .toList();
      CampsReport report = Corpora.report(Samples.event(), posts);
      assertThat(text(report, 80)).doesNotContain("NaN");
      assertThat(Json.pretty(CampsJson.of(report))).doesNotContain("NaN");
    }
  }

  @Test
  void saysThatNothingReacts() throws Exception {
    List<Placed> posts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Placed placed = placed("m-" + i, "Note number " + i, "a" + i, "fans", Side.FAVOR, i);
      posts.add(about(placed, i < 20 ? About.Kind.NOTICE : About.Kind.OFF));
    }
    assertThat(text(Corpora.report(event(), posts), 80))
        .startsWith(
            """
            The Event | 30 posts, 0 reactions counted by 0 authors | 1 Jan - 30 Jan 2025

            None of the 30 posts reacts to The Event.

              Not about the event     30 posts, in no share: 20 notices, 10 on other
                                      subjects

            METHOD AND LIMITS
            """);
    assertThat(text(Corpora.report(event(), posts.subList(0, 1)), 80))
        .contains("The only post does not react to The Event.\n")
        .contains("1 post, in no share: 1 notice\n");
    posts.add(new Placed(Reaction.unread(Post.of("de-1", "Hallo"), "de"), Placement.unread()));
    assertThat(text(Corpora.report(event(), posts), 80))
        .contains("None of the 30 posts in English reacts to The Event.\n");
  }

  @Test
  void saysNothingOfOtherPostsWhereThereAreNone() throws Exception {
    assertThat(text(Corpora.report(event(), reactions()), 80))
        .doesNotContain("Not about")
        .contains("The Event | 31 posts, 27 reactions counted by 22 authors");
  }

  @Test
  void saysThatAFloodDoesNotReact() throws Exception {
    List<Placed> posts = new ArrayList<>(reactions());
    for (int i = 0; i < 6; i++) {
      String text = "Win a brand new thing today, follow this link and share it with ten friends";
      posts.add(about(placed("ad-" + i, text, "ad" + i, "fans", Side.FAVOR, 2), About.Kind.NOTICE));
    }
    assertThat(text(Corpora.report(event(), posts), 100))
        .contains(
            "6 posts of one text by 6 authors within a minute, in no share (not about the event);"
                + " the first:");
  }

  @Test
  void saysWhoPassesAClaimOnAndWhoSpeaksOfIt() throws Exception {
    assertThat(text(Corpora.report(event(), corpus()), 110))
        .contains(
            "   4 posts speak of it: 1 affirms it, 1 denies it, 1 only passes it on, 1 takes no"
                + " side that is sure enough to\n   tell\n")
        .contains(
            "   \"It is legal\"\n"
                + "   3 posts speak of it: 1 only passes it on, 2 take no side that is sure enough"
                + " to tell\n");
  }

  /// That nobody is told to deny a claim is no word on whether somebody does.
  @Test
  void saysWhereASideOfAClaimCannotBeTold() throws Exception {
    String words = "the thing was dirt cheap";
    Placed one =
        placed(
            "one",
            words,
            "a",
            "fans",
            Side.FAVOR,
            Optional.of(Side.FAVOR),
            Post.builder("one", words));
    assertThat(text(Corpora.report(event(), List.of(one)), 110))
        .contains("1 post speaks of it: 1 affirms it\n")
        .doesNotContain("denies");
  }

  @Test
  void saysWhatTheDebateIsAbout() throws Exception {
    assertThat(text(Corpora.report(event(), corpus()), 80))
        .contains(
            """
            ISSUES  what the debate is about
               Part of each camp's authors who speak of an issue, with its 95% interval. A
               post can speak of several; a camp that is about an issue speaks of it by
               definition.
               Quality | 11 posts (41%)
                   Fans 45% (21-72)
            """);
  }

  @Test
  void saysThatSharesNeedMoreAuthors() throws Exception {
    assertThat(text(Corpora.report(event(), corpus().subList(0, 3)), 80))
        .contains("Too few to say: 3 authors; shares are given from 10\non.");
  }

  @Test
  void givesTheSharesByDay() throws Exception {
    CampsReport report = Corpora.report(event(), corpus(), Optional.of(Breakdown.By.DAY));
    assertThat(text(report, 80))
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
    Terminal ascii = new Terminal(80, false, false);
    assertThat(text(here, Comparison.of(here, there), ascii))
        .contains("COMPARED with other: 200 posts by 200 authors")
        .contains("Fans                     48% (29-67)   100% (98-100) - -52  (-71 to -33)");
    assertThat(text(there, Comparison.of(there, here), ascii))
        .contains("COMPARED with other: 36 posts, 27 reactions counted by 22 authors");
  }
}
