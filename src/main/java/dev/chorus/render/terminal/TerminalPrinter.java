package dev.chorus.render.terminal;

import dev.chorus.render.Layout;
import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Bar;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.CampName;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Head;
import dev.chorus.render.Outline.Section;
import dev.chorus.render.Outline.Source;
import dev.chorus.render.Phrases;
import dev.chorus.render.Sign;
import dev.chorus.render.Terminal;
import dev.chorus.render.Text;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Prints an outline for a terminal.
public final class TerminalPrinter {
  private static final int INDENT = 3;

  /// How far lines about a post are indented below its words.
  private static final int BELOW = 4;

  /// Columns of the titles beside bars.
  private static final int TITLE = 24;

  private static final int BARS_INDENT = 2;
  private static final int SHORTEST_BAR = 8;
  private static final int WIDEST_BARS = 110;
  private static final int FIGURE = 15;
  private static final int RANK = 10;
  private static final int WITH_RANK = 64;
  private static final int WITH_MOOD = 80;
  private static final int WITH_SIDES = 104;

  /// Camps of an issue that are named.
  private static final int CAMPS_OF_AN_ISSUE = 3;

  /// The heights of a line of counts.
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
  private static final int GAUGE = 20;

  /// Columns of labels: in a section under a heading, and where nothing is above.
  private static final int LABEL = 8;

  private static final int WIDE_LABEL = 11;

  private final Terminal terminal;
  private final TerminalLines out;

  /// Columns that the blocks of the section are indented.
  private int indent;

  /// Columns of the titles of camps beside what they say, in the section.
  private int campLabel;

  private TerminalPrinter(Terminal terminal) {
    this.terminal = terminal;
    this.out = new TerminalLines(terminal);
  }

  public static String print(Outline outline, Terminal terminal) {
    TerminalPrinter printer = new TerminalPrinter(terminal);
    boolean first = true;
    for (Section section : outline.sections()) {
      if (!first) printer.out.blank();
      first = false;
      printer.section(section);
    }
    return printer.out.toString();
  }

  /// One text, on one line without an end.
  public static String line(Text text, Terminal terminal) {
    return new TerminalLines(terminal).styled(text);
  }

  private void section(Section section) {
    indent = 0;
    section.head().ifPresent(this::head);
    campLabel = 0;
    for (Block block : section.blocks()) {
      if (block instanceof Outline.Voice(Outline.CampSide(CampName camp), _)) {
        campLabel = Math.clamp(Layout.width(camp.title()) + 2, campLabel, TITLE);
      }
    }
    boolean evidence = false;
    for (Block block : section.blocks()) {
      boolean quote = block instanceof Outline.Quote;
      if (quote && !evidence && section.head().orElse(null) instanceof Outline.CampHeading) {
        out.blank();
      }
      evidence |= quote;
      if (block instanceof Outline.Split) continue;
      block(block);
      if (block instanceof Outline.Facts) {
        splits(
            section.blocks().stream()
                .filter(Outline.Split.class::isInstance)
                .map(Outline.Split.class::cast)
                .toList());
      }
    }
  }

  private void head(Head head) {
    switch (head) {
      case Outline.Heading(Outline.Level level, String title, Text aside) -> {
        boolean section = level == Outline.Level.SECTION;
        if (section) indent = INDENT;
        String shown = section ? title.toUpperCase(Locale.ROOT) : title;
        out.line(terminal.bold(shown) + out.styled(aside));
      }
      case Outline.CampHeading camp -> {
        indent = INDENT;
        campHeading(camp);
      }
    }
  }

  private void campHeading(Outline.CampHeading heading) {
    String title = heading.camp().title().toUpperCase(Locale.ROOT);
    String head =
        Layout.left(Integer.toString(heading.number()), INDENT)
            + terminal.bold(coloured(heading.camp(), title));
    Text claim = Text.quoted(heading.claim());
    String behind = "  " + out.styled(claim);
    if (INDENT + Layout.width(title) + Layout.width(behind) <= terminal.textWidth()) {
      out.line(head + behind);
    } else {
      out.line(head);
      out.paragraph(claim, INDENT, false);
    }
  }

  private String coloured(CampName camp, String text) {
    return camp.colour() < 0 ? terminal.dim(text) : terminal.camp(camp.colour(), text);
  }

  private void block(Block block) {
    switch (block) {
      case Outline.Title title -> title(title);
      case Outline.Paragraph(Text text, boolean faint) -> out.paragraph(text, indent, faint);
      case Outline.Line(Text text, boolean faint) -> out.unbroken(text, indent, faint);
      case Outline.Facts(List<Text> facts) ->
          out.paragraph(Text.join(Sign.FACT, facts), indent, false);
      case Outline.Fields(List<Field> fields) -> {
        int longest =
            fields.stream().mapToInt(f -> Layout.width(out.styled(f.label()))).max().orElse(0);
        int width = indent == 0 ? WIDE_LABEL : Math.max(LABEL, longest + 2);
        fields.forEach(f -> out.labelled(indent, f.label(), width, f.value()));
      }
      case Outline.Finding(List<Text> sentences) ->
          out.paragraph(Text.join(Sign.SPACE, sentences), indent, false);
      case Outline.Bars bars -> bars(bars);
      case Outline.Timeline timeline -> timeline(timeline);
      case Outline.Grid grid -> grid(grid);
      case Outline.Fold _ -> {}
      case Outline.Split split -> splits(List.of(split));
      case Outline.Facing facing -> {
        side(facing.left(), facing.leftBlocks());
        side(facing.right(), facing.rightBlocks());
      }
      case Outline.Gauge gauge -> gauge(gauge);
      case Outline.Quote quote -> quote(quote);
      case Outline.Voice voice -> voice(voice);
      case Outline.Hit hit -> hit(hit);
      case Outline.Mistake(String words, Text facts) -> {
        out.paragraph(Text.of(words), 0, BELOW, false);
        out.unbroken(facts, BELOW, true);
      }
      case Outline.Counts counts -> counts(counts);
      case Outline.Table table -> new TerminalTable(terminal, out, indent).print(table);
    }
  }

  /// The title in bold, unless it is so long that it is broken.
  private void title(Outline.Title block) {
    List<Text> all = new ArrayList<>();
    all.add(Text.of(block.title()));
    all.addAll(block.facts());
    boolean first = true;
    for (String line : Layout.wrap(out.styled(Text.join(Sign.FACT, all)), terminal.textWidth())) {
      boolean whole = first && line.startsWith(block.title());
      out.line(
          whole ? terminal.bold(block.title()) + line.substring(block.title().length()) : line);
      first = false;
    }
  }

  private void bars(Outline.Bars bars) {
    if (!bars.bars().isEmpty()) {
      out.paragraph(bars.legend(), indent, true);
      out.blank();
      double most = bars.bars().stream().mapToDouble(b -> b.share().high()).max().orElse(1);
      bars.bars().forEach(bar -> bar(bar, most));
    }
    bars.rest().ifPresent(r -> out.labelled(BARS_INDENT, r.label(), TITLE, r.value()));
  }

  private void bar(Bar bar, double most) {
    int width = Math.min(terminal.width(), WIDEST_BARS);
    boolean withMood = width >= WITH_MOOD;
    boolean withSides = width >= WITH_SIDES;
    boolean withRank = width >= WITH_RANK;
    int fixed =
        BARS_INDENT
            + TITLE
            + 1
            + FIGURE
            + (withRank ? RANK : 0)
            + (withMood ? 13 : 0)
            + (withSides ? 22 : 0);
    Share share = bar.share();
    StringBuilder row = new StringBuilder(" ".repeat(BARS_INDENT));
    String figure = out.styled(bar.figure());
    int length = Math.max(SHORTEST_BAR, width - fixed);
    String drawn = drawn(bar, most, length);
    if (!bar.enough()) {
      // Where there is no room for both, the words stay whole.
      int room = width - BARS_INDENT - TITLE - 1 - Layout.width(figure);
      drawn = drawn.substring(0, Math.clamp(room, 0, length));
    }
    row.append(coloured(bar.camp(), Layout.left(bar.camp().title(), TITLE)))
        .append(coloured(bar.camp(), drawn))
        .append(' ');
    if (!bar.enough()) {
      out.line(row + terminal.dim(figure));
      return;
    }
    row.append(Layout.left(figure, FIGURE));
    if (withRank) row.append(terminal.dim(Layout.left(out.styled(bar.rank()), RANK)));
    if (withMood) row.append(Layout.left(mood(bar), 13));
    if (withSides) bar.sides().ifPresent(s -> row.append(sides(s)));
    out.line(row.toString());
  }

  private String drawn(Bar bar, double most, int width) {
    int low = (int) Math.round(bar.share().low() / most * width);
    int high = (int) Math.round(bar.share().high() / most * width);
    int open = Math.max(high > 0 ? 1 : 0, high - low);
    String drawn =
        bar.enough()
            ? out.sign(Sign.FULL).repeat(low) + out.sign(Sign.OPEN_END).repeat(open)
            : " ".repeat(low) + out.sign(Sign.EMPTY).repeat(open);
    return Layout.left(drawn, width);
  }

  /// A line of counts, as high as they are; of many, those beside each other together.
  private void timeline(Outline.Timeline timeline) {
    int width = terminal.textWidth() - BARS_INDENT;
    int together = Math.ceilDiv(timeline.ticks().size(), width);
    List<Integer> sums = new ArrayList<>();
    for (int i = 0; i < timeline.ticks().size(); i++) {
      if (i % together == 0) sums.add(0);
      sums.set(i / together, sums.get(i / together) + timeline.ticks().get(i).posts());
    }
    int most = Math.max(1, sums.stream().mapToInt(Integer::intValue).max().orElse(1));
    StringBuilder line = new StringBuilder();
    for (int sum : sums) {
      int height = (int) Math.ceil((double) sum * HEIGHTS.length() / most);
      line.append(sum == 0 ? ' ' : HEIGHTS.charAt(height - 1));
    }
    out.paragraph(
        timeline
            .label()
            .plus(": ")
            .plus(timeline.ticks().getFirst().name())
            .plus(Sign.PERIOD)
            .plus(timeline.ticks().getLast().name() + ", at most " + Phrases.count(most))
            .plus(together > 1 ? " in " + together : ""),
        BARS_INDENT,
        true);
    if (terminal.unicode()) out.line(" ".repeat(BARS_INDENT) + line);
    timeline.marks().forEach(mark -> out.paragraph(mark.text(), BARS_INDENT, false));
  }

  /// One line a subject: how often it is spoken of, and by which camps most.
  private void grid(Outline.Grid grid) {
    out.paragraph(grid.legend(), indent, true);
    for (Outline.GridRow row : grid.rows()) {
      out.paragraph(
          new Text(
                  row.label().runs().stream()
                      .map(
                          run ->
                              run instanceof Text.Words(String words, _)
                                  ? new Text.Words(words, Text.Style.STRONG)
                                  : run)
                      .toList())
              .plus(Sign.FACT)
              .plus(row.aside()),
          indent,
          false);
      List<Integer> largest =
          IntStream.range(0, row.cells().size())
              .boxed()
              .filter(i -> row.cells().get(i).share().isPresent())
              .sorted(
                  Comparator.comparingDouble(
                      i -> -row.cells().get(i).share().orElseThrow().estimate()))
              .limit(CAMPS_OF_AN_ISSUE)
              .toList();
      List<Text> camps =
          largest.stream()
              .map(
                  i -> Text.of(grid.camps().get(i).title() + " ").plus(row.cells().get(i).figure()))
              .toList();
      if (!camps.isEmpty()) out.paragraph(Text.join(Sign.FACT, camps), indent + BELOW, false);
    }
  }

  /// The sides of all targets in one line. The mood of a camp stands among its facts.
  private void splits(List<Outline.Split> splits) {
    List<Text> targets = new ArrayList<>();
    for (Outline.Split split : splits) {
      if (split.mean().isPresent()) continue;
      Text sides = split.label();
      for (Outline.Part part : split.parts().reversed()) {
        if (part.leaning() == 0) continue;
        sides =
            sides
                .plus(" ")
                .plus(part.leaning() > 0 ? Sign.FAVOR : Sign.AGAINST)
                .plus(Long.toString(part.posts()));
      }
      targets.add(sides);
    }
    if (targets.isEmpty()) return;
    out.labelled(indent, Text.of("stance"), LABEL, Text.join(Sign.FACT, targets));
  }

  private void side(Text head, List<Block> blocks) {
    if (blocks.isEmpty()) return;
    out.paragraph(head, indent, true);
    blocks.forEach(this::block);
  }

  private String mood(Bar bar) {
    if (bar.mood().isEmpty()) return "";
    String score = out.styled(Phrases.signed(bar.mood().getAsDouble()));
    return "mood " + Layout.right(score, 5);
  }

  private String sides(Outline.Sides sides) {
    return Layout.left(sides.target(), 10)
        + " "
        + out.sign(Sign.FAVOR)
        + sides.favor()
        + " "
        + out.sign(Sign.AGAINST)
        + sides.against();
  }

  private void gauge(Outline.Gauge gauge) {
    int filled = (int) Math.round(gauge.probability() * GAUGE);
    out.line(
        " ".repeat(WIDE_LABEL)
            + Layout.left(gauge.label(), TITLE)
            + out.sign(Sign.FULL).repeat(filled)
            + out.sign(Sign.EMPTY).repeat(GAUGE - filled)
            + String.format(Locale.ROOT, " %.2f", gauge.probability()));
  }

  private void quote(Outline.Quote quote) {
    Source source = quote.source();
    out.paragraph(quote.words(), indent, false);
    List<Text> facts = who(source);
    source.at().map(Phrases::date).map(Text::of).ifPresent(facts::add);
    facts.add(Text.of(source.id()));
    out.paragraph(Text.join(Sign.ITEM, facts), indent + BELOW, true);
    for (String note : quote.notes()) {
      out.paragraph(Text.of(Sign.FLAG).plus(" " + note), indent + BELOW, false);
    }
  }

  private static List<Text> who(Source source) {
    List<Text> who = new ArrayList<>();
    who.add(Text.of(source.author()));
    source.caution().map(Text::of).ifPresent(who::add);
    return who;
  }

  private void voice(Outline.Voice voice) {
    List<Text> facts = who(voice.quote().source());
    facts.add(Text.of(voice.quote().source().id()));
    Text said = voice.quote().words().plus("  ").plus(Text.join(Sign.ITEM, facts));
    switch (voice.side()) {
      case Outline.CampSide(CampName camp) ->
          out.labelled(indent, Text.of(camp.title()), campLabel, said);
      case Outline.ClaimSide(boolean affirms) ->
          out.labelled(indent, Text.of(affirms ? "yes" : "no"), LABEL, said);
    }
  }

  private void hit(Outline.Hit hit) {
    out.marked(hit.words(), 2);
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(hit.source().author()));
    facts.add(Text.of(hit.camp()));
    facts.add(hit.mood());
    hit.source().at().map(Phrases::date).map(Text::of).ifPresent(facts::add);
    facts.add(Text.of(hit.source().id()));
    out.unbroken(Text.join(Sign.ITEM, facts), BELOW, true);
    hit.remark().ifPresent(remark -> out.paragraph(remark, BELOW, true));
  }

  private void counts(Outline.Counts counts) {
    List<Text> values =
        counts.counts().stream().map(c -> c.value().plus(" " + Phrases.count(c.posts()))).toList();
    out.labelled(BARS_INDENT, Text.of(counts.name()), WIDE_LABEL, Text.join(Sign.ITEM, values));
  }
}
