package dev.chorus.render;

import dev.chorus.common.Sha256;
import dev.chorus.json.Json;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Head;
import dev.chorus.render.Outline.Section;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a report claims: its figures and its quotes by their keys, and what they were made from. A
/// report carries them as data beside the words, so that a program can check them.
///
/// @param made what the report was made from, such as `index`, `event` and `command`
/// @param figures the text that is shown for each, by key, with our own signs as Unicode has them
/// @param quotes by [Outline.Exact#key]
public record Claims(
    SortedMap<String, String> made,
    SortedMap<String, String> figures,
    SortedMap<String, Quoted> quotes) {
  /// Version of the form. A program that knows a smaller one only must not judge the report.
  public static final int FORM = 1;

  /// Key of the version in the data, by which such data is known.
  public static final String FORM_KEY = "chorusReport";

  /// What HTML and Markdown could take for their own, and characters that one does not see.
  private static final Pattern UNSEEN = Pattern.compile("[<>&\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  public Claims {
    made = sorted(made);
    figures = sorted(figures);
    quotes = sorted(quotes);
  }

  private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /// A quote as the report shows it.
  ///
  /// @param post id of it
  /// @param start in the text of the post, in UTF-16 units
  /// @param end exclusive
  /// @param text of the post, from start to end
  /// @param author name and role
  /// @param at in ISO 8601; empty where the post has no time
  /// @param url empty where the post has none
  /// @param caution empty where the words are the author's own
  /// @param shown the words as the report shows them, with their quotation marks
  /// @param notes that belong beside them
  public record Quoted(
      String post,
      int start,
      int end,
      String text,
      String author,
      String at,
      String url,
      String caution,
      String shown,
      List<String> notes) {
    public Quoted {
      notes = List.copyOf(notes);
    }

    static Quoted of(Outline.Quote quote) {
      Outline.Exact exact = quote.exact();
      Outline.Source source = quote.source();
      return new Quoted(
          exact.post(),
          exact.start(),
          exact.end(),
          exact.text(),
          source.author(),
          source.at().map(Instant::toString).orElse(""),
          source.url().orElse(""),
          source.caution().orElse(""),
          quote.words().plain(),
          quote.notes());
    }

    /// As the data of a report hold it.
    public SortedMap<String, Object> json() {
      SortedMap<String, Object> json = new TreeMap<>();
      json.put("post", post);
      json.put("start", start);
      json.put("end", end);
      json.put("text", text);
      json.put("author", author);
      if (!at.isEmpty()) json.put("at", at);
      if (!url.isEmpty()) json.put("url", url);
      if (!caution.isEmpty()) json.put("caution", caution);
      json.put("shown", shown);
      if (!notes.isEmpty()) json.put("notes", notes);
      return json;
    }
  }

  /// @param made what the report was made from
  /// @throws IllegalStateException if one key has two values
  public static Claims of(Outline outline, Map<String, String> made) {
    Collector collector = new Collector();
    outline.sections().forEach(collector::section);
    return new Claims(new TreeMap<>(made), collector.figures, collector.quotes);
  }

  /// The claims as one line of JSON, with the keys of each object in the order of their UTF-16
  /// units, and with a digest of all the rest. Holds no `<`, `>` and `&`, and no character that one
  /// does not see: they are escaped, so that the line can stand inside HTML and Markdown as it is.
  public String island() {
    SortedMap<String, Object> all = json();
    all.put("digest", digest(all));
    return UNSEEN
        .matcher(Json.canonical(all))
        .replaceAll(
            found ->
                found
                    .group()
                    .chars()
                    .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
                    .collect(Collectors.joining()));
  }

  private SortedMap<String, Object> json() {
    SortedMap<String, Object> json = new TreeMap<>(made);
    json.put(FORM_KEY, FORM);
    json.put("figures", figures);
    SortedMap<String, Object> said = new TreeMap<>();
    quotes.forEach((key, quote) -> said.put(key, quote.json()));
    json.put("quotes", said);
    return json;
  }

  /// The digest that belongs to claims: of their canonical JSON without the key `digest`.
  ///
  /// @param claims as JSON gives them
  public static String digest(Map<String, ?> claims) {
    SortedMap<String, Object> rest = new TreeMap<>(claims);
    rest.remove("digest");
    return "sha256:" + Sha256.hex(Json.canonical(rest).getBytes(StandardCharsets.UTF_8));
  }

  /// Walks through an outline.
  private static final class Collector {
    private final SortedMap<String, String> figures = new TreeMap<>();
    private final SortedMap<String, Quoted> quotes = new TreeMap<>();

    void section(Section section) {
      section.head().ifPresent(this::head);
      blocks(section.blocks());
    }

    private void head(Head head) {
      switch (head) {
        case Outline.Heading heading -> text(heading.aside());
        case Outline.CampHeading _ -> {}
      }
    }

    private void blocks(List<? extends Block> blocks) {
      blocks.forEach(this::block);
    }

    private void block(Block block) {
      switch (block) {
        case Outline.Title title -> texts(title.facts());
        case Outline.Paragraph paragraph -> text(paragraph.text());
        case Outline.Line line -> text(line.text());
        case Outline.Facts facts -> texts(facts.facts());
        case Outline.Fields fields -> fields.fields().forEach(this::field);
        case Outline.Finding finding -> texts(finding.sentences());
        case Outline.Bars bars -> bars(bars);
        case Outline.Timeline timeline -> {
          text(timeline.label());
          timeline.marks().forEach(mark -> text(mark.text()));
        }
        case Outline.Split split -> {
          text(split.label());
          split.parts().forEach(part -> text(part.figure()));
          split.mean().ifPresent(mean -> text(mean.figure()));
        }
        case Outline.Grid grid -> grid(grid);
        case Outline.Facing facing -> {
          text(facing.left());
          blocks(facing.leftBlocks());
          text(facing.right());
          blocks(facing.rightBlocks());
        }
        case Outline.Fold fold -> {
          text(fold.summary());
          blocks(fold.blocks());
        }
        case Outline.Gauge _ -> {}
        case Outline.Quote quote -> quote(quote);
        case Outline.Voice voice -> quote(voice.quote());
        case Outline.Hit hit -> {
          text(hit.words());
          text(hit.mood());
          texts(hit.stances());
          hit.remark().ifPresent(this::text);
        }
        case Outline.Mistake mistake -> text(mistake.facts());
        case Outline.Counts counts -> counts.counts().forEach(count -> text(count.value()));
        case Outline.Table table -> {
          table.columns().forEach(column -> text(column.head()));
          table.rows().forEach(this::texts);
        }
      }
    }

    private void bars(Outline.Bars bars) {
      text(bars.legend());
      for (Outline.Bar bar : bars.bars()) {
        text(bar.figure());
        text(bar.rank());
      }
      bars.rest().ifPresent(this::field);
    }

    private void grid(Outline.Grid grid) {
      text(grid.legend());
      for (Outline.GridRow row : grid.rows()) {
        text(row.label());
        text(row.aside());
        for (Outline.Cell cell : row.cells()) {
          text(cell.figure());
          cell.quote().ifPresent(this::quote);
        }
      }
    }

    private void field(Outline.Field field) {
      text(field.label());
      text(field.value());
    }

    private void quote(Outline.Quote quote) {
      text(quote.side());
      keep(quotes, quote.exact().key(), Quoted.of(quote));
    }

    private void texts(List<Text> texts) {
      texts.forEach(this::text);
    }

    private void text(Text text) {
      for (Text.Run run : text.runs()) {
        if (run instanceof Text.Figure(String key, Text shown)) {
          keep(figures, key, shown.plain());
          text(shown);
        }
      }
    }

    private static <T> void keep(SortedMap<String, T> known, String key, T value) {
      T before = known.putIfAbsent(key, value);
      if (before != null && !before.equals(value)) {
        throw new IllegalStateException(key + " is shown as " + before + " and as " + value);
      }
    }
  }
}
