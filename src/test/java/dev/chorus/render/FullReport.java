package dev.chorus.render;

import static dev.chorus.report.ThingPosts.corpus;
import static dev.chorus.report.ThingPosts.event;

import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import dev.chorus.report.CampsReport.CampSummary;
import dev.chorus.report.CampsReport.Quote;
import dev.chorus.report.Comparison;
import dev.chorus.report.Corpora;
import dev.chorus.report.estimate.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A report with something in every field, also in those that a small corpus leaves empty.
final class FullReport {
  private FullReport() {}

  static CampsReport report() throws Exception {
    CampsReport small = Corpora.report(event(), corpus(), Optional.of(Breakdown.By.PLATFORM));
    List<CampSummary> camps = new ArrayList<>(small.camps());
    Quote quote =
        new Quote(
            Post.builder("linked-1", "So much joy in the office today, and every day")
                .url(Optional.of("https://example.com/linked-1"))
                .build(),
            new Span(0, 31),
            List.of(new Stance("Thing", Side.FAVOR, 0.8, Optional.empty())));
    camps.set(0, with(camps.getFirst(), quote));
    List<CampsReport.StanceCount> stances =
        List.of(
            new CampsReport.StanceCount("Thing", false, 7, 1, 2),
            new CampsReport.StanceCount("It was cheap", true, 0, 3, 0));
    CampsReport.Corpus corpus = small.corpus();
    TreeMap<String, Integer> kinds = new TreeMap<>(corpus.kinds());
    kinds.put("illustrative", 1_234);
    return new CampsReport(
        small.title(),
        new CampsReport.Corpus(
            corpus.posts(),
            corpus.counted(),
            corpus.authors(),
            corpus.anonymous(),
            corpus.unit(),
            corpus.copies(),
            corpus.unread(),
            corpus.others(),
            kinds,
            Optional.of(Instant.parse("2024-12-30T00:00:00Z")),
            corpus.last()),
        Optional.of(new CampsReport.Corrected(1_200)),
        Optional.of(
            new CampsReport.Course(
                Instant.parse("2024-12-30T00:00:00Z"),
                Duration.ofDays(1),
                List.of(1, 0, 4, 9, 2),
                1,
                3)),
        camps,
        small.unaligned(),
        List.of(
            new CampsReport.Emergent(
                "battery-heat",
                "battery, heat and the very long cable that nobody asked for",
                2,
                1,
                List.of("battery", "heat"),
                stances,
                List.of("heat-1", "heat-2"),
                List.of(quote))),
        2,
        small.issues(),
        small.contested(),
        List.of(
            new CampsReport.Bridging(
                Optional.empty(),
                CampsReport.Bridging.How.POSTS,
                Optional.empty(),
                "fans",
                3,
                "foes",
                3,
                0.2),
            new CampsReport.Bridging(
                Optional.of("Ann \u001b[2JExample"),
                CampsReport.Bridging.How.ANSWERS,
                Optional.of("post-1"),
                "foes",
                12,
                "gone",
                5,
                0.25)),
        7,
        small.floods(),
        Optional.of(parts(small)),
        Optional.empty(),
        provenance());
  }

  private static CampSummary with(CampSummary camp, Quote preceding) {
    return new CampSummary(
        camp.id(),
        camp.number(),
        camp.title(),
        camp.claim(),
        camp.posts(),
        camp.authors(),
        camp.share(),
        true,
        Optional.of(new CampsReport.Rank(1, 2)),
        Optional.of(new Share(0.9, 0.8, 0.95, 0.87, 0.92, 0.9)),
        0.5,
        Optional.of(new CampsReport.MeanMood(0.41, 0.2, 0.62, 3, 4, 30)),
        camp.stances(),
        List.of("joy", "office", "漢字"),
        camp.entities(),
        camp.quotes(),
        camp.typical(),
        camp.heard(),
        camp.doubtful(),
        camp.timeline(),
        List.of(
            new CampsReport.Change(
                Instant.parse("2025-01-03T14:00:00Z"), 0.02, 0.38, Optional.of(preceding)),
            new CampsReport.Change(
                Instant.parse("2025-01-05T00:00:00Z"), 0.38, 0.004, Optional.empty())));
  }

  /// A large part, a small one, and more than are shown.
  private static Breakdown parts(CampsReport report) {
    Map<String, Share> shares = new LinkedHashMap<>();
    Map<String, Integer> posts = new LinkedHashMap<>();
    for (CampSummary camp : report.camps()) {
      shares.put(camp.id(), camp.share().orElseThrow());
      posts.put(camp.id(), camp.posts());
    }
    shares.put("unaligned", new Share(0.002, 0, 0.01, 0.001, 0.004, 0.003));
    posts.put("unaligned", 3);
    List<Breakdown.Group> groups = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      String name = i == 0 ? "a role that is longer than the column for it" : "role " + i;
      groups.add(new Breakdown.Group(name, 1_000 - i, posts, shares));
    }
    groups.add(new Breakdown.Group("rare", 9, Map.of("fans", 9), Map.of()));
    return new Breakdown(Breakdown.By.AUTHOR_ROLE, groups);
  }

  private static Map<String, String> provenance() {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("chorus", "1.0");
    run.put("models", "0123abcd");
    return run;
  }

  static Comparison comparison(CampsReport report) {
    Comparison same = Comparison.of(report, report);
    List<Comparison.Row> rows = new ArrayList<>(same.camps());
    Share more = new Share(0.66, 0.6, 0.7, 0.64, 0.68, 0.65);
    Share less = new Share(0.21, 0.15, 0.3, 0.19, 0.24, 0.2);
    rows.set(0, row("fans", "Fans", Optional.of(more), Optional.of(less)));
    rows.set(
        1,
        row("foes", "Foes of all new things in the world", Optional.of(less), Optional.of(more)));
    rows.add(row("late", "Late", Optional.empty(), Optional.of(more)));
    return new Comparison(
        same.here(), same.there(), rows, List.of("Hermits"), List.of("Others", "More"));
  }

  private static Comparison.Row row(
      String id, String title, Optional<Share> here, Optional<Share> there) {
    return new Comparison.Row(
        id, title, here, there, here.flatMap(h -> there.map(t -> Comparison.change(h, t))));
  }
}
