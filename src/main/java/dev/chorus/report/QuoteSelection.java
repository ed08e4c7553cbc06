package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Which words speak for a group: the most certain and most heard posts that do not repeat each
/// other (maximal marginal relevance, Carbonell and Goldstein 1998), one an author.
final class QuoteSelection {
  /// Longest quote, in UTF-16 units: about four lines of a terminal.
  private static final int LONGEST = 320;

  /// Shorter posts prove little unless somebody known said them.
  private static final int SHORTEST = 25;

  /// What likeness to a quote already chosen costs, against certainty.
  private static final double REPETITION = 0.7;

  private QuoteSelection() {}

  /// @param certainty how surely a post belongs to the group, from 0 to 1
  /// @param wordsOf the words of a post
  static List<CampsReport.Quote> choose(
      List<Placed> group,
      ToDoubleFunction<Placed> certainty,
      Function<Placed, Set<String>> wordsOf,
      int limit) {
    record Candidate(Placed placed, double worth, Set<String> words) {}
    List<Candidate> left = new ArrayList<>();
    boolean anyLong = group.stream().anyMatch(QuoteSelection::provesSomething);
    for (Placed placed : group) {
      // Short words are better than none.
      if (anyLong && !provesSomething(placed)) continue;
      left.add(
          new Candidate(
              placed, certainty.applyAsDouble(placed) + weight(placed), wordsOf.apply(placed)));
    }
    List<Candidate> chosen = new ArrayList<>();
    while (chosen.size() < limit && !left.isEmpty()) {
      Comparator<Candidate> byWorth =
          Comparator.comparingDouble(
              c ->
                  c.worth()
                      - REPETITION
                          * chosen.stream()
                              .mapToDouble(o -> overlap(c.words(), o.words()))
                              .max()
                              .orElse(0));
      // On a tie the smaller id, so that the order of the input never shows.
      Candidate best =
          left.stream()
              .max(
                  byWorth.thenComparing(
                      c -> c.placed().reaction().post().id(), Comparator.reverseOrder()))
              .orElseThrow();
      chosen.add(best);
      String author = best.placed().reaction().post().authorKey();
      left.removeIf(c -> c.placed().reaction().post().authorKey().equals(author));
    }
    return chosen.stream().map(c -> quote(c.placed())).toList();
  }

  private static boolean provesSomething(Placed placed) {
    Post post = placed.reaction().post();
    return post.kind() == Kind.QUOTE || post.text().strip().length() >= SHORTEST;
  }

  /// Words of a named person are worth most; then posts that take a side, then what many reacted
  /// to.
  private static double weight(Placed placed) {
    Post post = placed.reaction().post();
    double named =
        switch (post.kind()) {
          case QUOTE -> 1.5;
          case REPORT -> 0.6;
          case POST, ILLUSTRATIVE -> 0;
        };
    boolean takesSide =
        placed.reaction().stances().stream()
            .anyMatch(s -> s.side() != Side.NONE && s.evidence().isPresent());
    return named + (takesSide ? 0.2 : 0) + 0.015 * Math.log1p(post.engagement().interactions());
  }

  private static double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) return 0;
    long common = a.stream().filter(b::contains).count();
    return (double) common / Math.min(a.size(), b.size());
  }

  /// The whole post if it is short, else the sentence that shows a stance, else as many first words
  /// as fit.
  static CampsReport.Quote quote(Placed placed) {
    Post post = placed.reaction().post();
    String text = post.text();
    Span whole = trim(text, 0, text.length());
    if (whole.end() - whole.start() <= LONGEST) return new CampsReport.Quote(post, whole);
    Optional<Span> sentence =
        placed.reaction().stances().stream()
            .map(Stance::evidence)
            .flatMap(Optional::stream)
            .filter(s -> s.end() - s.start() >= SHORTEST && s.end() - s.start() <= LONGEST)
            .findFirst();
    return new CampsReport.Quote(post, sentence.orElseGet(() -> beginning(text, whole.start())));
  }

  private static Span beginning(String text, int start) {
    int end = start + LONGEST;
    int space = text.lastIndexOf(' ', end);
    if (space > start + LONGEST / 2) end = space;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return trim(text, start, end);
  }

  private static Span trim(String text, int start, int end) {
    while (start < end && Character.isWhitespace(text.charAt(start))) start++;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
    return new Span(start, end);
  }
}
