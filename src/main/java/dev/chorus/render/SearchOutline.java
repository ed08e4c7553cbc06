package dev.chorus.render;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.SpellingSuggestion;
import dev.chorus.language.Span;
import dev.chorus.post.Post;
import dev.chorus.render.Outline.Block;
import dev.chorus.render.Outline.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Search results: the hits, then how many there are of each kind.
public final class SearchOutline {
  /// Longest text shown of a post, in UTF-16 units; `show` gives the whole.
  private static final int LONGEST = 400;

  private static final int MOST_VALUES = 9;

  private SearchOutline() {}

  public static Outline of(SearchResult result, Event event) {
    List<Section> sections = new ArrayList<>();
    for (SearchResult.Hit hit : result.hits()) {
      Optional<Text> why =
          hit.reasons().isEmpty() ? Optional.empty() : Optional.of(Reasons.sum(hit.reasons()));
      sections.add(Section.of(hit(hit, event, why)));
    }
    if (!result.suggestions().isEmpty()) {
      sections.add(
          Section.of(
              result.suggestions().stream()
                  .map(c -> (Block) new Outline.Line(suggestion(c), false))
                  .toList()));
    }
    List<Block> foot = new ArrayList<>();
    foot.add(new Outline.Line(total(result), false));
    result.facets().forEach((facet, values) -> counts(foot, facet.field(), said(values)));
    counts(foot, "day", busiest(result.counts().days()));
    counts(
        foot,
        "engagement",
        result.counts().engagement().entrySet().stream()
            .map(e -> new Outline.Count(band(e.getKey()), e.getValue()))
            .toList());
    result.next().ifPresent(n -> foot.add(new Outline.Line(Text.of(next(n)), false)));
    sections.add(Section.of(foot));
    return new Outline(sections);
  }

  private static Text total(SearchResult result) {
    Text total = Text.of(Phrases.count(result.total(), "post", "posts"), Text.Style.STRONG);
    Text found =
        switch (result.mode()) {
          case KEYWORD -> total;
          case SEMANTIC -> total.plus(" nearest in meaning");
          case HYBRID -> total.plus(" by words or meaning");
        };
    return result.hits().size() < result.total()
        ? found.plus(", " + Phrases.count(result.hits().size()) + " shown")
        : found;
  }

  private static void counts(List<Block> blocks, String name, List<Outline.Count> counts) {
    if (counts.isEmpty()) return;
    blocks.add(new Outline.Counts(name, counts.stream().limit(MOST_VALUES).toList()));
  }

  private static List<Outline.Count> said(Map<String, Long> values) {
    return values.entrySet().stream()
        .map(e -> new Outline.Count(Text.said(e.getKey()), e.getValue()))
        .toList();
  }

  /// The days with most posts, in their order.
  private static List<Outline.Count> busiest(SortedMap<LocalDate, Long> days) {
    return days.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_VALUES)
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new Outline.Count(Text.of(Phrases.date(e.getKey())), e.getValue()))
        .toList();
  }

  private static Text band(long from) {
    if (from == 0) return Text.of("none");
    if (from == 1) return Text.of("1").plus(Sign.RANGE).plus("9");
    return Text.of(Phrases.count(from) + "+");
  }

  /// How to see the next page.
  public static String next(String cursor) {
    return "next page: the same command with --after " + cursor;
  }

  /// The text of a post, who said it and what was found in it.
  ///
  /// @param remark on why it was found
  static Outline.Hit hit(SearchResult.Hit hit, Event event, Optional<Text> remark) {
    Placed placed = hit.placed();
    Post post = placed.reaction().post();
    return new Outline.Hit(
        marked(post.text(), hit.highlights()),
        Phrases.source(post),
        event
            .camp(placed.placement().camp())
            .map(c -> Layout.clean(c.title()))
            .orElse(Phrases.UNALIGNED),
        placed
            .reaction()
            .sentiment()
            .map(s -> Text.of(s.label().id() + " ").plus(Phrases.signed(s.score())))
            .orElse(Text.of("not read (" + placed.reaction().lang() + ")")),
        placed.reaction().stances().stream().map(Phrases::stance).toList(),
        remark);
  }

  /// Did you mean, as one line.
  public static Text suggestion(SpellingSuggestion suggestion) {
    return Text.of("No post says ")
        .plus(Text.quoted(suggestion.word()))
        .plus(". Did you mean ")
        .plus(Text.quoted(suggestion.instead()))
        .plus("?");
  }

  /// The text, or a part of it with the first hit in it, with the hits marked.
  private static Text marked(String text, List<Span> highlights) {
    int start = window(text, highlights);
    int end = Math.min(text.length(), start + LONGEST);
    MarkedWords marks = new MarkedWords();
    int at = start;
    for (Span span : highlights) {
      if (span.start() < at || span.end() > end) continue;
      marks.plain(text.substring(at, span.start()));
      marks.found(text.substring(span.start(), span.end()));
      at = span.end();
    }
    marks.plain(text.substring(at, end));
    return Text.of(start > 0 ? "… " : "")
        .plus(marks.cleaned())
        .plus(end < text.length() ? " …" : "");
  }

  /// Where to begin in a long text, so that the first hit can be seen.
  private static int window(String text, List<Span> highlights) {
    if (text.length() <= LONGEST || highlights.isEmpty()) return 0;
    int first = highlights.getFirst().start();
    if (first < LONGEST / 2) return 0;
    int space = text.lastIndexOf(' ', first - LONGEST / 4);
    return space < 0 ? 0 : space + 1;
  }
}
