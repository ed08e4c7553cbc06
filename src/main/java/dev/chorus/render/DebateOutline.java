package dev.chorus.render;

import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies between and beside the camps: issues, contested claims, voices in two camps, groups
/// that no camp was declared for, copies of one text.
final class DebateOutline {
  private static final int EMERGENT = 5;
  private static final int FLOODS = 3;

  private final CampsReport report;
  private final CampNames names;

  DebateOutline(CampsReport report, CampNames names) {
    this.report = report;
    this.names = names;
  }

  /// Those that have something in them.
  List<Section> sections() {
    return Stream.of(
            section("Issues", Text.of("  what the debate is about", Text.Style.FAINT), issues()),
            section("Contested", Text.EMPTY, contested()),
            section("Bridging", Text.EMPTY, bridging()),
            section("Emergent", Text.EMPTY, emergent()),
            section("Floods", Text.EMPTY, floods()))
        .filter(section -> !section.blocks().isEmpty())
        .toList();
  }

  private static Section section(String title, Text aside, List<Block> blocks) {
    return Section.under(new Outline.Heading(Outline.Level.SECTION, title, aside), blocks);
  }

  private List<Block> issues() {
    List<Block> blocks = new ArrayList<>();
    for (CampsReport.IssueSummary issue : report.issues()) {
      double share = (double) issue.posts() / report.corpus().counted();
      blocks.add(
          new Outline.Facts(
              List.of(
                  Text.of(Layout.clean(issue.title()), Text.Style.STRONG),
                  Text.of(
                      Phrases.count(issue.posts(), "post", "posts")
                          + " ("
                          + Phrases.percent(share)
                          + ")"),
                  Text.of(names.counts(issue.camps())))));
      if (!issue.question().isBlank()) {
        blocks.add(new Outline.Paragraph(Layout.clean(issue.question()), true));
      }
      for (CampsReport.CampQuote said : issue.quotes()) {
        blocks.add(
            new Outline.Voice(
                new Outline.CampSide(names.of(said.camp())), CampSection.quote(said.quote())));
      }
    }
    return blocks;
  }

  private List<Block> contested() {
    List<Block> blocks = new ArrayList<>();
    for (CampsReport.Contested contested : report.contested()) {
      blocks.add(new Outline.Paragraph(Text.quoted(contested.claim()), false));
      blocks.add(new Outline.Paragraph(voices(contested), true));
      contested.affirming().stream().limit(1).map(q -> voice(true, q)).forEach(blocks::add);
      contested.denying().stream().limit(1).map(q -> voice(false, q)).forEach(blocks::add);
    }
    return blocks;
  }

  private static Block voice(boolean affirms, CampsReport.Quote quote) {
    return new Outline.Voice(new Outline.ClaimSide(affirms), CampSection.quote(quote));
  }

  /// How many affirm a claim, deny it, pass it on and speak of it.
  private String voices(CampsReport.Contested contested) {
    int yes = sum(contested.affirmed());
    int no = sum(contested.denied());
    if (yes + no == 0) return noSide(contested.spoken(), contested.reported());
    List<String> rest = new ArrayList<>();
    if (contested.reported() > 0) {
      rest.add(Phrases.count(contested.reported(), "only passes it on", "only pass it on"));
    }
    if (contested.spoken() > 0) {
      rest.add(Phrases.count(contested.spoken(), "more speaks of it", "more speak of it"));
    }
    return sides(contested, yes, no) + (rest.isEmpty() ? "" : "; " + String.join(", ", rest));
  }

  private static int sum(Map<String, Integer> posts) {
    return posts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// That no post is told to deny a claim does not say that none does.
  private String sides(CampsReport.Contested contested, int yes, int no) {
    String affirmed =
        Phrases.count(yes, "post", "posts") + " (" + names.counts(contested.affirmed()) + ")";
    if (no == 0) return "affirmed by " + affirmed + "; no denial is sure enough to be told";
    if (yes == 0) {
      return "denied by "
          + Phrases.count(no, "post", "posts")
          + " ("
          + names.counts(contested.denied())
          + "); no affirmation is sure enough to be told";
    }
    return "affirmed by "
        + affirmed
        + ", denied by "
        + Phrases.count(no)
        + " ("
        + names.counts(contested.denied())
        + ")";
  }

  private static String noSide(int spoken, int reported) {
    String speak = Phrases.count(spoken, "post speaks of it", "posts speak of it");
    String passOn =
        spoken > 0
            ? Phrases.count(reported, "more only passes it on", "more only pass it on")
            : Phrases.count(reported, "post only passes it on", "posts only pass it on");
    return Stream.of(spoken > 0 ? speak : "", reported > 0 ? passOn : "")
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(", "))
        + "; no side is told";
  }

  private List<Block> bridging() {
    List<Block> blocks = new ArrayList<>();
    for (CampsReport.Bridging bridge : report.bridging()) {
      String who =
          Layout.clean(bridge.author())
              + bridge.post().map(id -> " in " + Layout.clean(id)).orElse("")
              + switch (bridge.how()) {
                case POSTS -> ": ";
                case ANSWERS -> ", answered from ";
              };
      blocks.add(
          new Outline.Paragraph(
              Text.of(who + names.title(bridge.firstCamp()) + " " + bridge.firstPosts())
                  .plus(Sign.BETWEEN)
                  .plus(names.title(bridge.secondCamp()) + " " + bridge.secondPosts()),
              false));
    }
    return blocks;
  }

  private List<Block> emergent() {
    List<Block> blocks = new ArrayList<>();
    if (report.emergent().isEmpty()) return blocks;
    if (report.emergentAmong() < report.unaligned().posts()) {
      blocks.add(
          new Outline.Paragraph(
              "Sought among "
                  + Phrases.count(report.emergentAmong())
                  + " of "
                  + Phrases.count(report.unaligned().posts())
                  + " unaligned posts.",
              false));
    }
    for (CampsReport.Emergent camp : report.emergent().stream().limit(EMERGENT).toList()) {
      blocks.add(
          new Outline.Facts(
              List.of(
                  Text.of(Layout.clean(camp.title()), Text.Style.STRONG),
                  Text.of(
                      Phrases.count(camp.posts(), "post", "posts")
                          + " of the unaligned by "
                          + Phrases.count(camp.authors(), "author", "authors")),
                  Text.of("chorus camps promote " + camp.id()))));
      camp.quotes().stream().limit(1).map(CampSection::quote).forEach(blocks::add);
    }
    return blocks;
  }

  private List<Block> floods() {
    List<Block> blocks = new ArrayList<>();
    for (CampsReport.Flood flood : report.floods().stream().limit(FLOODS).toList()) {
      blocks.add(
          new Outline.Paragraph(
              Phrases.family(flood.family())
                  .plus(
                      flood.reacts()
                          ? ", counted once (" + names.title(flood.camp()) + ")"
                          : ", in no share (not about the event)")
                  .plus(Phrases.coordinated(flood.family())),
              false));
      blocks.add(CampSection.quote(flood.example()));
    }
    return blocks;
  }
}
