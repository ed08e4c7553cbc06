package dev.chorus.render.markdown;

import dev.chorus.render.Claims;
import dev.chorus.render.Outline;
import dev.chorus.render.Outline.Align;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.CampName;
import dev.chorus.render.Outline.Head;
import dev.chorus.render.Outline.Section;
import dev.chorus.render.Phrases;
import dev.chorus.render.Sign;
import dev.chorus.render.Text;
import dev.chorus.report.estimate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Prints an outline as Markdown. Behind each figure and quote stands its key in a comment, and at
/// the end stand all claims as data.
public final class MarkdownPrinter {
  /// What the fence of the claims is opened by.
  public static final String FENCE = "```json chorus-report";

  /// Splits a word that GitHub would make a link of, and is not seen.
  public static final String SPLIT = Markup.SPLIT;

  /// Characters of the widest bar.
  private static final int BAR = 24;

  private static final String STEPS = "▁▂▃▄▅▆▇█";

  private final List<String> chunks = new ArrayList<>();

  private MarkdownPrinter() {}

  public static String print(Outline outline, Claims claims) {
    MarkdownPrinter printer = new MarkdownPrinter();
    outline.sections().forEach(printer::section);
    printer.add(FENCE + "\n" + claims.island() + "\n```");
    return String.join("\n\n", printer.chunks) + "\n";
  }

  /// The comment that stands behind a figure or a quote.
  ///
  /// @param kind `f` for a figure, `q` for a quote
  /// @param key of it in the claims
  public static String mark(char kind, String key) {
    return Markup.mark(kind, key);
  }

  private void section(Section section) {
    if (!section.id().isEmpty()) {
      add("<a id=\"" + section.id().replaceAll("[^A-Za-z0-9_-]", "-") + "\"></a>");
    }
    section.head().ifPresent(this::head);
    section.blocks().forEach(this::block);
  }

  private void head(Head head) {
    switch (head) {
      case Outline.Heading(Outline.Level level, String title, Text aside) -> {
        String marks =
            switch (level) {
              case DOCUMENT -> "# ";
              case SECTION -> "## ";
              case LIST -> "### ";
            };
        add(marks + Markup.words(title));
        line(aside);
      }
      case Outline.CampHeading(int number, CampName camp, String claim) -> {
        add("## " + number + " " + Markup.words(camp.title()));
        line(Text.quoted(claim));
      }
    }
  }

  private void blocks(List<? extends Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Outline.Title title -> {
        add("# " + Markup.words(title.title()));
        line(Text.join(Sign.FACT, title.facts()));
      }
      case Outline.Paragraph(Text text, boolean _) -> line(text);
      case Outline.Line(Text text, boolean _) -> line(text);
      case Outline.Facts(List<Text> facts) -> line(Text.join(Sign.FACT, facts));
      case Outline.Fields(List<Outline.Field> fields) ->
          add(fields.stream().map(f -> "- " + field(f)).collect(Collectors.joining("\n")));
      case Outline.Finding(List<Text> sentences) -> line(Text.join(Sign.SPACE, sentences));
      case Outline.Bars bars -> bars(bars);
      case Outline.Timeline timeline -> timeline(timeline);
      case Outline.Split split -> split(split);
      case Outline.Grid grid -> grid(grid);
      case Outline.Facing facing -> {
        line(facing.left());
        blocks(facing.leftBlocks());
        line(facing.right());
        blocks(facing.rightBlocks());
      }
      case Outline.Fold(Text summary, List<Block> inner) -> {
        open(text(summary));
        blocks(inner);
        close();
      }
      case Outline.Gauge(String label, double probability) -> {
        int filled = (int) Math.round(probability * BAR);
        String value = String.format(Locale.ROOT, " %.2f", probability);
        String bar = drawn(Sign.FULL, filled) + drawn(Sign.EMPTY, BAR - filled);
        add("`" + bar + "`" + value + " " + Markup.words(label));
      }
      case Outline.Quote quote -> quote(quote);
      case Outline.Voice voice -> voice(voice);
      case Outline.Hit hit -> hit(hit);
      case Outline.Mistake(String words, Text facts) -> {
        line(Text.of(words));
        line(facts);
      }
      case Outline.Counts(String name, List<Outline.Count> counts) ->
          line(
              Text.of(name + ": ")
                  .plus(
                      Text.join(
                          Sign.ITEM,
                          counts.stream()
                              .map(c -> c.value().plus(" " + Phrases.count(c.posts())))
                              .toList())));
      case Outline.Table table -> table(table);
    }
  }

  private void bars(Outline.Bars bars) {
    line(bars.legend());
    if (!bars.bars().isEmpty()) {
      double most = bars.bars().stream().mapToDouble(b -> b.share().high()).max().orElse(1);
      List<List<String>> rows = new ArrayList<>();
      for (Outline.Bar bar : bars.bars()) {
        List<String> facts = new ArrayList<>();
        if (!bar.rank().isEmpty()) facts.add(text(bar.rank()));
        if (bar.withCopies().isPresent()) {
          facts.add(Phrases.percent(bar.withCopies().getAsDouble()) + " with copies");
        }
        if (bar.mood().isPresent()) {
          facts.add("mood " + text(Phrases.signed(bar.mood().getAsDouble())));
        }
        bar.sides().ifPresent(s -> facts.add(sides(s)));
        rows.add(
            List.of(
                Markup.words(bar.camp().title()),
                drawn(bar, most),
                text(bar.figure()),
                String.join(Sign.FACT.typographic(), facts)));
      }
      rows.addFirst(List.of("camp", "", "share", ""));
      table(rows, List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT));
    }
    bars.rest().ifPresent(rest -> add(field(rest)));
  }

  /// The sure part, and what the interval leaves open; dotted where no share is given.
  private static String drawn(Outline.Bar bar, double most) {
    Share share = bar.share();
    int low = (int) Math.round(share.low() / most * BAR);
    int high = Math.max((int) Math.round(share.high() / most * BAR), share.high() > 0 ? 1 : 0);
    if (high == 0) return "";
    String sure = bar.enough() ? drawn(Sign.FULL, low) : "┈".repeat(low);
    String open = bar.enough() ? drawn(Sign.OPEN_END, high - low) : "┄".repeat(high - low);
    return "`" + sure + open + "`";
  }

  private static String drawn(Sign sign, int times) {
    return sign.typographic().repeat(Math.max(0, times));
  }

  private static String sides(Outline.Sides sides) {
    return Markup.words(sides.target())
        + " "
        + Sign.FAVOR.typographic()
        + sides.favor()
        + " "
        + Sign.AGAINST.typographic()
        + sides.against();
  }

  /// A row of steps, and the numbers as a table on demand.
  private void timeline(Outline.Timeline timeline) {
    line(timeline.label());
    if (timeline.ticks().isEmpty()) return;
    int most = Math.max(1, timeline.ticks().stream().mapToInt(Outline.Tick::posts).max().orElse(1));
    StringBuilder steps = new StringBuilder();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("from", "posts"));
    for (Outline.Tick tick : timeline.ticks()) {
      int step = (int) Math.ceil((double) tick.posts() / most * STEPS.length());
      steps.append(step == 0 ? '·' : STEPS.charAt(step - 1));
      rows.add(List.of(Markup.words(tick.name()), Phrases.count(tick.posts())));
    }
    add(
        Markup.words(timeline.ticks().getFirst().name())
            + " `"
            + steps
            + "` "
            + Markup.words(timeline.ticks().getLast().name()));
    if (!timeline.marks().isEmpty()) {
      add(
          timeline.marks().stream()
              .map(
                  m ->
                      "- **"
                          + Markup.words(timeline.ticks().get(m.tick()).name())
                          + "** "
                          + text(m.text()))
              .collect(Collectors.joining("\n")));
    }
    open("Table");
    table(rows, List.of(Align.LEFT, Align.RIGHT));
    close();
  }

  private void split(Outline.Split split) {
    List<Text> parts = new ArrayList<>();
    split.parts().forEach(part -> parts.add(part.figure()));
    split.mean().ifPresent(mean -> parts.add(mean.figure()));
    Text figures = Text.join(Sign.ITEM, parts);
    line(split.label().isEmpty() ? figures : split.label().plus(Sign.FACT).plus(figures));
  }

  private void grid(Outline.Grid grid) {
    line(grid.legend());
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of(""));
    grid.camps().forEach(camp -> heads.add(Markup.words(camp.title())));
    rows.add(heads);
    boolean quotes = false;
    for (Outline.GridRow row : grid.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add((text(row.label()) + " " + text(row.aside())).strip());
      for (Outline.Cell cell : row.cells()) {
        cells.add(text(cell.figure()));
        quotes |= cell.quote().isPresent();
      }
      rows.add(cells);
    }
    List<Align> aligned = new ArrayList<>(List.of(Align.LEFT));
    grid.camps().forEach(_ -> aligned.add(Align.RIGHT));
    table(rows, aligned);
    if (!quotes) return;
    open("What the camps say of it");
    for (Outline.GridRow row : grid.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        CampName camp = grid.camps().get(i);
        row.cells()
            .get(i)
            .quote()
            .ifPresent(
                quote -> {
                  line(row.label().plus(Sign.FACT).plus(camp.title()));
                  quote(quote);
                });
      }
    }
    close();
  }

  private void quote(Outline.Quote quote) {
    List<String> lines = new ArrayList<>();
    lines.add(said(quote));
    lines.add("— " + text(attribution(quote, true)) + link(quote.source()));
    for (String note : quote.notes()) lines.add(text(Text.of(Sign.FLAG).plus(" " + note)));
    add(lines.stream().map(line -> "> " + line).collect(Collectors.joining("\n>\n")));
    quote
        .whole()
        .ifPresent(
            whole -> {
              open("In the whole post");
              add("> " + Markup.line(text(whole)));
              close();
            });
  }

  private void voice(Outline.Voice voice) {
    String side =
        switch (voice.side()) {
          case Outline.CampSide(CampName camp) -> camp.title();
          case Outline.ClaimSide(boolean affirms) -> affirms ? "yes" : "no";
        };
    Outline.Quote quote = voice.quote();
    StringBuilder item = new StringBuilder("- **" + Markup.words(side) + "** ");
    item.append(said(quote))
        .append(" — ")
        .append(text(attribution(quote, true)))
        .append(link(quote.source()));
    for (String note : quote.notes()) {
      item.append("\n\n  ").append(text(Text.of(Sign.FLAG).plus(" " + note)));
    }
    add(item.toString());
  }

  private static String said(Outline.Quote quote) {
    return Markup.line(text(quote.words())) + Markup.mark('q', quote.exact().key());
  }

  private static Text attribution(Outline.Quote quote, boolean dated) {
    Outline.Source source = quote.source();
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(source.author()));
    source.caution().map(Text::of).ifPresent(facts::add);
    if (dated) source.at().map(Phrases::date).map(Text::of).ifPresent(facts::add);
    facts.add(Text.of(source.id()));
    if (!quote.side().isEmpty()) facts.add(quote.side());
    return Text.join(Sign.ITEM, facts);
  }

  private static String link(Outline.Source source) {
    return source.url().flatMap(Markup::link).map(l -> Sign.ITEM.typographic() + l).orElse("");
  }

  private void hit(Outline.Hit hit) {
    Outline.Source source = hit.source();
    List<Text> facts = new ArrayList<>();
    facts.add(Text.of(source.author()));
    facts.add(Text.of(hit.camp()));
    facts.add(hit.mood());
    source.at().map(Phrases::date).map(Text::of).ifPresent(facts::add);
    facts.add(Text.of(source.id()));
    facts.addAll(hit.stances());
    hit.remark().ifPresent(facts::add);
    String words = Markup.line(text(hit.words()));
    add("> " + words + "\n>\n> — " + text(Text.join(Sign.ITEM, facts)) + link(source));
  }

  private static void pad(List<String> cells, int columns) {
    while (cells.size() < columns) cells.add("");
  }

  private void table(Outline.Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(c -> text(c.head())).toList());
    for (List<Text> row : table.rows()) {
      List<String> cells = new ArrayList<>(row.stream().map(MarkdownPrinter::text).toList());
      pad(cells, table.columns().size());
      rows.add(cells);
    }
    table(rows, table.columns().stream().map(Outline.Column::align).toList());
  }

  private void table(List<List<String>> rows, List<Align> aligned) {
    StringBuilder lines = new StringBuilder(row(rows.getFirst()));
    lines.append("\n|");
    aligned.forEach(align -> lines.append(align == Align.RIGHT ? " ---: |" : " --- |"));
    rows.stream().skip(1).forEach(cells -> lines.append('\n').append(row(cells)));
    add(lines.toString());
  }

  private static String row(List<String> cells) {
    return cells.stream().map(String::strip).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private void open(String summary) {
    add("<details><summary>" + summary + "</summary>");
  }

  private void close() {
    add("</details>");
  }

  private static String field(Outline.Field field) {
    return field.label().isEmpty()
        ? text(field.value())
        : "**" + text(field.label()).strip() + "** " + text(field.value());
  }

  private void line(Text text) {
    add(Markup.line(text(text)));
  }

  private void add(String chunk) {
    if (!chunk.isEmpty()) chunks.add(chunk);
  }

  private static String text(Text text) {
    StringBuilder shown = new StringBuilder();
    for (Text.Run run : text.runs()) {
      shown.append(
          switch (run) {
            case Sign sign -> sign.typographic();
            case Text.Figure(String key, Text inner) -> text(inner) + Markup.mark('f', key);
            case Text.Words(String words, Text.Style style) ->
                switch (style) {
                  case PLAIN, FAINT -> Markup.words(words);
                  case STRONG, FOUND -> "<b>" + Markup.words(words) + "</b>";
                };
          });
    }
    return shown.toString();
  }
}
