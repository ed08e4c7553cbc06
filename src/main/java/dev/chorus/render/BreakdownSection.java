package dev.chorus.render;

import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Column;
import dev.chorus.render.Outline.Section;
import dev.chorus.report.Breakdown;
import dev.chorus.report.CampsReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The shares in parts of a corpus: a row for each part.
final class BreakdownSection {
  private static final int MOST_GROUPS = 40;
  private static final int WIDEST_VALUE = 24;
  private static final int AUTHORS = 16;

  private BreakdownSection() {}

  static Section of(Breakdown breakdown, CampNames names) {
    List<Breakdown.Group> large =
        breakdown.groups().stream().filter(g -> !g.shares().isEmpty()).toList();
    List<Breakdown.Group> shown = large.stream().limit(MOST_GROUPS).toList();
    int widest = shown.stream().mapToInt(g -> width(g.value())).max().orElse(0);
    String by = breakdown.by().id().replace('-', ' ');
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Outline.Table(
            false,
            List.of(
                new Column(
                    Text.of(by), Outline.Align.LEFT, Math.min(WIDEST_VALUE, widest), 2, false),
                new Column(Text.of("authors"), Outline.Align.LEFT, AUTHORS, 0, true),
                new Column("shares", Outline.Align.FLOWING, 0)),
            shown.stream()
                .map(
                    group ->
                        List.of(
                            Text.said(group.value()),
                            Text.of(Phrases.count(group.authors(), "author", "authors")),
                            shares(group, names)))
                .toList()));
    int small = breakdown.groups().size() - large.size();
    if (small > 0) {
      blocks.add(
          rest(
              Phrases.count(small, "part has", "parts have")
                  + " fewer than "
                  + CampsReport.LEAST_AUTHORS
                  + " authors: too few to say"));
    }
    int more = large.size() - shown.size();
    if (more > 0) blocks.add(rest(Phrases.count(more) + " more, all in --format json"));
    return Section.under(
        new Outline.Heading(Outline.Level.SECTION, "By " + by, Text.EMPTY), blocks);
  }

  private static int width(String value) {
    return Layout.width(Layout.clean(value));
  }

  private static Block rest(String text) {
    return new Outline.Line(Text.of(text), true);
  }

  private static Text shares(Breakdown.Group group, CampNames names) {
    return Text.join(
        Sign.ITEM,
        names.all().stream()
            .filter(name -> group.posts().getOrDefault(name.id(), 0) > 0)
            .sorted(
                Comparator.comparingDouble(
                        (Outline.CampName name) -> group.shares().get(name.id()).estimate())
                    .reversed())
            .map(
                name ->
                    Text.of(name.title() + " ")
                        .plus(
                            Text.figure(
                                "by." + group.value() + "." + name.id(),
                                Phrases.share(group.shares().get(name.id())))))
            .toList());
  }
}
