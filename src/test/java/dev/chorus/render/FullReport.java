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
            corpus.copies(),
            corpus.unread(),
            corpus.others(),
            kinds,
            Optional.of(Instant.parse("2024-12-30T00:00:00Z")),
            corpus.last()),
        Optional.of(new CampsReport.Trusted(1_200, 0.7349)),
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
                List.of(quote))),
        2,
        small.issues(),
        small.contested(),
        List.of(
            small.bridging().getFirst(),
            new CampsReport.Bridging(
                "Ann \u001b[2JExample",
                CampsReport.Bridging.How.ANSWERS,
                Optional.of("post-1"),
                "foes",
                12,
                "gone",
                5,
                0.25)),
        small.floods(),
        Optional.of(parts(small)),
        provenance());
  }

  private static CampSummary with(CampSummary camp, Quote preceding) {
    return new CampSummary(
        camp.id(),
        camp.title(),
        camp.claim(),
        camp.posts(),
        camp.authors(),
        camp.share(),
        camp.mood(),
        camp.stances(),
        List.of("joy", "office", "漢字"),
        camp.entities(),
        camp.quotes(),
        camp.typical(),
        camp.heard(),
        camp.timeline(),
        List.of(
            new CampsReport.Change(
                Instant.parse("2025-01-03T14:00:00Z"), 2, 38.4, Optional.of(preceding)),
            new CampsReport.Change(
                Instant.parse("2025-01-05T00:00:00Z"), 38.4, 0.04, Optional.empty())));
  }

  /// A large part, a small one, and more than are shown.
  private static Breakdown parts(CampsReport report) {
    Map<String, Share> shares = new LinkedHashMap<>();
    Map<String, Integer> posts = new LinkedHashMap<>();
    for (CampSummary camp : report.camps()) {
      shares.put(camp.id(), camp.share().orElseThrow());
      posts.put(camp.id(), camp.posts());
    }
    shares.put("unaligned", new Share(0.002, 0, 0.01, 0.003));
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
    Share more = new Share(0.66, 0.6, 0.7, 0.65);
    Share less = new Share(0.21, 0.15, 0.3, 0.2);
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
