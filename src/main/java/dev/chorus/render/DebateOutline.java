package dev.chorus.render;

import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            section("Contested", contested()),
            section("Bridging", bridging()),
            section("Emergent", emergent()),
            section("Floods", floods()))
        .filter(section -> !section.blocks().isEmpty())
        .toList();
  }

  private static Section section(String title, List<Block> blocks) {
    return Section.under(new Outline.Heading(Outline.Level.SECTION, title, Text.EMPTY), blocks)
        .named(title.toLowerCase(Locale.ROOT));
  }

  private List<Block> contested() {
    List<Block> blocks = new ArrayList<>();
    for (CampsReport.Contested contested : report.contested()) {
      blocks.add(new Outline.Paragraph(Text.quoted(contested.claim()), false));
      blocks.add(new Outline.Paragraph(counts(contested), true));
      if (contested.affirming().isEmpty() && contested.denying().isEmpty()) continue;
      blocks.add(
          new Outline.Facing(
              side(contested, "Affirm it", "affirmed", contested.affirmed()),
              voices(true, contested.affirming()),
              side(contested, "Deny it", "denied", contested.denied()),
              voices(false, contested.denying())));
    }
    return blocks;
  }

  private static List<Block> voices(boolean affirms, List<CampsReport.Quote> quotes) {
    return quotes.stream()
        .limit(1)
        .map(q -> (Block) new Outline.Voice(new Outline.ClaimSide(affirms), CampSection.quote(q)))
        .toList();
  }

  private static String key(CampsReport.Contested contested) {
    return "claim." + contested.claim() + ".";
  }

  private Text side(
      CampsReport.Contested contested, String what, String key, Map<String, Integer> camps) {
    Text text =
        Text.of(what + ": ")
            .plus(Phrases.counted(key(contested) + key, sum(camps), "post", "posts"));
    return camps.isEmpty()
        ? text
        : text.plus(" (").plus(names.counts(key(contested) + key, camps)).plus(")");
  }

  /// How many speak of a claim, and what they say: counts that add up. That no post is told to deny
  /// it does not say that none does.
  private Text counts(CampsReport.Contested contested) {
    int yes = sum(contested.affirmed());
    int no = sum(contested.denied());
    int all = yes + no + contested.reported() + contested.spoken();
    List<Text> parts = new ArrayList<>();
    add(parts, contested, "affirmed", yes, "affirms it", "affirm it");
    add(parts, contested, "denied", no, "denies it", "deny it");
    add(parts, contested, "reported", contested.reported(), "only passes it on", "only pass it on");
    add(
        parts,
        contested,
        "spoken",
        contested.spoken(),
        "takes no side that is sure enough to tell",
        "take no side that is sure enough to tell");
    return Text.figure(key(contested) + "all", Phrases.count(all))
        .plus(all == 1 ? " post speaks of it: " : " posts speak of it: ")
        .plus(Text.join(Sign.LIST, parts));
  }

  private static void add(
      List<Text> parts, CampsReport.Contested of, String key, int posts, String one, String many) {
    if (posts == 0) return;
    parts.add(
        Text.figure(key(of) + key, Phrases.count(posts)).plus(" " + (posts == 1 ? one : many)));
  }

  private static int sum(Map<String, Integer> posts) {
    return posts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private List<Block> bridging() {
    List<Block> blocks = new ArrayList<>();
    int number = 0;
    for (CampsReport.Bridging bridge : report.bridging()) {
      String key = "bridge." + ++number + ".";
      String who =
          bridge.author().map(Layout::clean).orElse("A private person")
              + bridge.post().map(id -> " in " + Layout.clean(id)).orElse("")
              + switch (bridge.how()) {
                case POSTS -> ": ";
                case ANSWERS -> ", answered from ";
              };
      blocks.add(
          new Outline.Paragraph(
              Text.of(who + names.title(bridge.firstCamp()) + " ")
                  .plus(Text.figure(key + "first", Phrases.count(bridge.firstPosts())))
                  .plus(Sign.BETWEEN)
                  .plus(names.title(bridge.secondCamp()) + " ")
                  .plus(Text.figure(key + "second", Phrases.count(bridge.secondPosts()))),
              false));
    }
    if (blocks.isEmpty()) return blocks;
    Text how =
        Text.of(
            "Voices with at least three posts, or answers, in each of two camps, of which the model"
                + " is sure");
    if (report.bridges() > report.bridging().size()) {
      how =
          how.plus("; ")
              .plus(Text.figure("bridges.shown", Phrases.count(report.bridging().size())))
              .plus(" of ")
              .plus(Text.figure("bridges.all", Phrases.count(report.bridges())));
    }
    how = how.plus(".");
    if (report.bridging().stream().anyMatch(b -> b.author().isEmpty())) {
      how = how.plus(" Private persons are named with --name-authors.");
    }
    blocks.add(new Outline.Paragraph(how, true));
    return blocks;
  }

  private List<Block> emergent() {
    List<Block> blocks = new ArrayList<>();
    if (report.emergent().isEmpty()) return blocks;
    Text among =
        Text.of("Groups among the posts that fit no camp and speak of the event: ")
            .plus(shown("emergent", EMERGENT, report.emergent().size()));
    if (report.emergentAmong() < report.unaligned().posts()) {
      among =
          among
              .plus(", sought among ")
              .plus(Text.figure("emergent.among", Phrases.count(report.emergentAmong())))
              .plus(" of ")
              .plus(Text.figure("camp.unaligned.posts", Phrases.count(report.unaligned().posts())));
    }
    blocks.add(new Outline.Paragraph(among.plus("."), true));
    for (CampsReport.Emergent camp : report.emergent().stream().limit(EMERGENT).toList()) {
      String key = "emergent." + camp.id() + ".";
      blocks.add(
          new Outline.Facts(
              List.of(
                  Text.of(Layout.clean(camp.title()), Text.Style.STRONG),
                  Phrases.counted(key + "posts", camp.posts(), "post", "posts")
                      .plus(" by ")
                      .plus(Phrases.counted(key + "authors", camp.authors(), "author", "authors")),
                  Text.of("its posts: chorus camps --emergent " + camp.id()),
                  Text.of("as a camp: chorus camps promote " + camp.id()))));
      camp.quotes().stream().limit(1).map(CampSection::quote).forEach(blocks::add);
    }
    return blocks;
  }

  /// Such as `3 of 40`.
  private static Text shown(String key, int most, int all) {
    if (all <= most) return Text.figure(key + ".all", Phrases.count(all));
    return Text.figure(key + ".shown", Phrases.count(most))
        .plus(" of ")
        .plus(Text.figure(key + ".all", Phrases.count(all)));
  }

  private List<Block> floods() {
    List<Block> blocks = new ArrayList<>();
    if (report.floods().isEmpty()) return blocks;
    blocks.add(
        new Outline.Paragraph(
            Text.of("Texts that were posted three times or more, each counted once: ")
                .plus(shown("floods", FLOODS, report.floods().size()))
                .plus(". A headline that many share looks the same as a campaign."),
            true));
    for (CampsReport.Flood flood : report.floods().stream().limit(FLOODS).toList()) {
      blocks.add(
          new Outline.Paragraph(
              Phrases.family(flood.family())
                  .plus(
                      flood.reacts()
                          ? ", in " + names.title(flood.camp())
                          : ", in no share (not about the event)")
                  .plus("; the first:"),
              false));
      blocks.add(CampSection.quote(flood.example()));
    }
    return blocks;
  }
}
