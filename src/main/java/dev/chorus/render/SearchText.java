package dev.chorus.render;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.query.SpellingSuggestion;
import dev.chorus.language.Span;
import dev.chorus.post.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Search results for a terminal: two lines a hit, counts at the foot.
public final class SearchText {
  /// Longest text shown of a post, in UTF-16 units; `show` gives the whole.
  private static final int LONGEST = 400;

  private static final int MOST_VALUES = 9;

  private SearchText() {}

  public static String of(SearchResult result, Event event, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    for (SearchResult.Hit hit : result.hits()) {
      hit(out, hit, event, terminal);
      out.append('\n');
    }
    for (SpellingSuggestion correction : result.suggestions()) {
      out.append(corrected(correction, terminal)).append('\n');
    }
    if (!result.suggestions().isEmpty()) out.append('\n');
    out.append(terminal.bold(Phrases.count(result.total(), "post", "posts")));
    switch (result.mode()) {
      case KEYWORD -> {}
      case SEMANTIC -> out.append(" nearest in meaning");
      case HYBRID -> out.append(" by words or meaning");
    }
    if (result.hits().size() < result.total()) {
      out.append(", ").append(Phrases.count(result.hits().size())).append(" shown");
    }
    out.append('\n');
    result.facets().forEach((facet, values) -> counts(out, facet.field(), values, terminal));
    counts(out, "day", busiest(result.counts().days()), terminal);
    Map<String, Long> engagement = new LinkedHashMap<>();
    result.counts().engagement().forEach((from, n) -> engagement.put(band(from, terminal), n));
    counts(out, "engagement", engagement, terminal);
    result.next().ifPresent(n -> out.append(next(n)).append('\n'));
    return out.toString();
  }

  private static void counts(
      StringBuilder out, String name, Map<String, Long> counts, Terminal terminal) {
    if (counts.isEmpty()) return;
    String values =
        counts.entrySet().stream()
            .limit(MOST_VALUES)
            .map(e -> Layout.clean(e.getKey()) + " " + Phrases.count(e.getValue()))
            .collect(Collectors.joining(terminal.either(" · ", ", ")));
    List<String> lines = Layout.wrap(values, terminal.textWidth() - 13);
    for (int i = 0; i < lines.size(); i++) {
      out.append("  ")
          .append(terminal.dim(Layout.left(i == 0 ? name : "", 11)))
          .append(lines.get(i))
          .append('\n');
    }
  }

  /// The days with most posts, in their order.
  private static Map<String, Long> busiest(SortedMap<LocalDate, Long> days) {
    Map<String, Long> busiest = new LinkedHashMap<>();
    days.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_VALUES)
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> busiest.put(Phrases.date(e.getKey()), e.getValue()));
    return busiest;
  }

  private static String band(long from, Terminal terminal) {
    if (from <= 1) return from == 0 ? "none" : terminal.either("1–9", "1-9");
    return Phrases.count(from) + "+";
  }

  /// How to see the next page.
  public static String next(String cursor) {
    return "next page: the same command with --after " + cursor;
  }

  /// The text of a post and, on a line of its own, who said it and what was found.
  static void hit(StringBuilder out, SearchResult.Hit hit, Event event, Terminal terminal) {
    Post post = hit.placed().reaction().post();
    for (String line : marked(post.text(), hit.highlights(), terminal)) {
      out.append(line).append('\n');
    }
    out.append("    ")
        .append(terminal.dim(Phrases.list(facts(hit.placed(), event, terminal), terminal)))
        .append('\n');
    if (hit.reasons().isEmpty()) return;
    String why = ReasonText.sum(hit.reasons(), terminal);
    for (String line : Layout.wrap(why, terminal.textWidth() - 4)) {
      out.append("    ").append(terminal.dim(line)).append('\n');
    }
  }

  /// Did you mean, as one line.
  public static String corrected(SpellingSuggestion correction, Terminal terminal) {
    String open = terminal.either("“", "\"");
    String close = terminal.either("”", "\"");
    return "No post says "
        + open
        + Layout.clean(correction.word())
        + close
        + ". Did you mean "
        + open
        + Layout.clean(correction.instead())
        + close
        + "?";
  }

  private static List<String> facts(Placed placed, Event event, Terminal terminal) {
    Post post = placed.reaction().post();
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.author(post.author()));
    facts.add(event.camp(placed.placement().camp()).map(c -> c.title()).orElse("Unaligned"));
    facts.add(
        placed
            .reaction()
            .sentiment()
            .map(s -> s.label().id() + " " + Phrases.signed(s.score(), terminal).strip())
            .orElse("not read (" + placed.reaction().lang() + ")"));
    post.createdAt().map(Phrases::date).ifPresent(facts::add);
    facts.add(Layout.clean(post.id()));
    return facts;
  }

  /// The text with its hits marked, wrapped. Hits are marked word by word after wrapping, so that
  /// colours never run over the end of a line.
  private static List<String> marked(String text, List<Span> highlights, Terminal terminal) {
    // Private-use characters stand for the marks while the text is laid out; posts cannot hold
    // them.
    char on = '\uE000';
    char off = '\uE001';
    int start = window(text, highlights);
    int end = Math.min(text.length(), start + LONGEST);
    StringBuilder marked = new StringBuilder();
    int at = start;
    for (Span span : highlights) {
      if (span.start() < at || span.end() > end) continue;
      marked.append(plain(text, at, span.start())).append(on);
      marked.append(plain(text, span.start(), span.end())).append(off);
      at = span.end();
    }
    marked.append(plain(text, at, end));
    String line =
        (start > 0 ? "… " : "")
            + Layout.clean(marked.toString())
            + (end < text.length() ? " …" : "");
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String wrapped : Layout.wrap(line, terminal.textWidth() - 2)) {
      StringBuilder shown = new StringBuilder();
      StringBuilder hit = new StringBuilder();
      for (char c : wrapped.toCharArray()) {
        if (c == on) {
          inside = true;
        } else if (c == off) {
          shown.append(terminal.hit(hit.toString()));
          hit.setLength(0);
          inside = false;
        } else {
          (inside ? hit : shown).append(c);
        }
      }
      if (!hit.isEmpty()) shown.append(terminal.hit(hit.toString()));
      lines.add(shown.toString());
    }
    return lines;
  }

  private static String plain(String text, int start, int end) {
    return text.substring(start, end).replace('\uE000', '\uFFFD').replace('\uE001', '\uFFFD');
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
