package dev.chorus.render;

import dev.chorus.render.Outline.Bar;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.CampName;
import dev.chorus.render.Outline.Field;
import dev.chorus.render.Outline.Head;
import dev.chorus.render.Outline.Section;
import dev.chorus.render.Outline.Source;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
  private static final int WITH_MOOD = 70;
  private static final int WITH_SIDES = 96;
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
      block(block);
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
        int width = indent == 0 ? WIDE_LABEL : LABEL;
        fields.forEach(f -> out.labelled(indent, f.label(), width, f.value()));
      }
      case Outline.Finding(List<Text> sentences) ->
          out.paragraph(Text.join(Sign.SPACE, sentences), indent, false);
      case Outline.Bars bars -> bars(bars);
      case Outline.Timeline _, Outline.Grid _, Outline.Fold _ -> {}
      case Outline.Split _ -> {}
      case Outline.Facing facing -> {
        facing.leftBlocks().forEach(this::block);
        facing.rightBlocks().forEach(this::block);
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
    int fixed = BARS_INDENT + TITLE + 1 + 5 + 10 + (withMood ? 13 : 0) + (withSides ? 22 : 0);
    Share share = bar.share();
    StringBuilder row = new StringBuilder(" ".repeat(BARS_INDENT));
    row.append(coloured(bar.camp(), Layout.left(bar.camp().title(), TITLE)))
        .append(coloured(bar.camp(), drawn(share, most, Math.max(SHORTEST_BAR, width - fixed))))
        .append(' ')
        .append(terminal.bold(Layout.right(Phrases.percent(share.estimate()), 4)))
        .append(' ')
        .append(terminal.dim(Layout.left(" " + out.styled(Phrases.interval(share)), 10)));
    if (withMood) row.append(Layout.left(mood(bar), 13));
    if (withSides) bar.sides().ifPresent(s -> row.append(sides(s)));
    out.line(row.toString());
  }

  private String drawn(Share share, double most, int width) {
    int low = (int) Math.round(share.low() / most * width);
    int high = (int) Math.round(share.high() / most * width);
    return Layout.left(
        out.sign(Sign.FULL).repeat(low)
            + out.sign(Sign.OPEN_END).repeat(Math.max(high > 0 ? 1 : 0, high - low)),
        width);
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
