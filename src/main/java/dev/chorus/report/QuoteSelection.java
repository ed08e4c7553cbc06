package dev.chorus.report;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/// Which words speak for a group: the most certain and most heard posts that do not repeat each
/// other (maximal marginal relevance, Carbonell and Goldstein 1998), one an author.
final class QuoteSelection {
  /// Longest quote, in UTF-16 units: about four lines of a terminal.
  private static final int LONGEST = 320;

  /// Shorter posts prove little unless somebody known said them.
  private static final int SHORTEST = 25;

  /// What likeness to a quote already chosen costs, against certainty.
  private static final double REPETITION = 0.7;

  private final PostColumns posts;
  private final Set<String> claims;

  QuoteSelection(Event event, PostColumns posts) {
    this.posts = posts;
    this.claims =
        event.targets().stream()
            .filter(t -> t.kind() == Target.Kind.CLAIM)
            .map(Target::name)
            .collect(Collectors.toSet());
  }

  /// @param group rows to choose from
  /// @param certainty how surely a row belongs to the group, from 0 to 1
  List<CampsReport.Quote> choose(int[] group, IntToDoubleFunction certainty, int limit) {
    // Short words are better than none.
    boolean anyLong = Arrays.stream(group).anyMatch(row -> provesSomething(row));
    int[] rows = Arrays.stream(group).filter(row -> !anyLong || provesSomething(row)).toArray();
    double[] worth =
        Arrays.stream(rows)
            .mapToDouble(row -> certainty.applyAsDouble(row) + weight(row))
            .toArray();
    List<Integer> chosen = new ArrayList<>();
    Set<Integer> heard = new HashSet<>();
    while (chosen.size() < limit) {
      int best = PostColumns.NONE;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < rows.length; i++) {
        if (worth[i] < most || heard.contains(posts.author(rows[i]))) continue;
        double worthIt = worth[i] - REPETITION * repeated(rows[i], chosen);
        // On a tie the earlier one, so that the order of the input never shows.
        if (worthIt > most || worthIt == most && posts.compare(rows[i], best) < 0) {
          best = rows[i];
          most = worthIt;
        }
      }
      if (best == PostColumns.NONE) break;
      chosen.add(best);
      heard.add(posts.author(best));
    }
    return chosen.stream().map(this::quote).toList();
  }

  /// The posts that are least surely of a group, the least sure first.
  List<CampsReport.Quote> leastSure(int[] group, IntToDoubleFunction certainty, int limit) {
    return Best.of(posts, group, row -> -certainty.applyAsDouble(row), limit).stream()
        .map(this::quote)
        .toList();
  }

  /// How much of a post its words share with the chosen one that is most like it.
  private double repeated(int row, List<Integer> chosen) {
    double most = 0;
    for (int other : chosen) most = Math.max(most, posts.words().overlap(row, other));
    return most;
  }

  private boolean provesSomething(int row) {
    return posts.kind(row) == Kind.QUOTE || posts.length(row) >= SHORTEST;
  }

  /// Words of a named person are worth most; then posts that take a side, then what many reacted
  /// to.
  private double weight(int row) {
    double named =
        switch (posts.kind(row)) {
          case QUOTE -> 1.5;
          case REPORT -> 0.6;
          case POST, ILLUSTRATIVE -> 0;
        };
    return named + (posts.takesSide(row) ? 0.2 : 0) + 0.015 * Math.log1p(posts.interactions(row));
  }

  /// The whole post if it is short, else the sentence that shows a stance, else as many first words
  /// as fit.
  CampsReport.Quote quote(int row) {
    Placed placed = posts.read(row);
    return new CampsReport.Quote(
        placed.reaction().post(), span(placed.reaction()), sides(placed.reaction()));
  }

  /// What a post is for or against, claims left out.
  private List<Stance> sides(Reaction reaction) {
    return reaction.stances().stream()
        .filter(s -> s.side() != Side.NONE && !claims.contains(s.target()))
        .toList();
  }

  private static Span span(Reaction reaction) {
    Post post = reaction.post();
    String text = post.text();
    Span whole = trim(text, 0, text.length());
    if (whole.end() - whole.start() <= LONGEST) return whole;
    Optional<Span> sentence =
        reaction.stances().stream()
            .map(Stance::evidence)
            .flatMap(Optional::stream)
            .filter(s -> s.end() - s.start() >= SHORTEST && s.end() - s.start() <= LONGEST)
            .findFirst();
    return sentence.orElseGet(() -> beginning(text, whole.start()));
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
