package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

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

  /// @param group rows to choose from
  /// @param certainty how surely a row belongs to the group, from 0 to 1
  static List<CampsReport.Quote> choose(
      PostColumns posts, int[] group, IntToDoubleFunction certainty, int limit) {
    // Short words are better than none.
    boolean anyLong = Arrays.stream(group).anyMatch(row -> provesSomething(posts, row));
    int[] rows =
        Arrays.stream(group).filter(row -> !anyLong || provesSomething(posts, row)).toArray();
    double[] worth =
        Arrays.stream(rows)
            .mapToDouble(row -> certainty.applyAsDouble(row) + weight(posts, row))
            .toArray();
    List<Integer> chosen = new ArrayList<>();
    Set<Integer> heard = new HashSet<>();
    while (chosen.size() < limit) {
      int best = PostColumns.NONE;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < rows.length; i++) {
        if (worth[i] < most || heard.contains(posts.author(rows[i]))) continue;
        double worthIt = worth[i] - REPETITION * repeated(posts, rows[i], chosen);
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
    return chosen.stream().map(row -> quote(posts.read(row))).toList();
  }

  /// How much of a post its words share with the chosen one that is most like it.
  private static double repeated(PostColumns posts, int row, List<Integer> chosen) {
    double most = 0;
    for (int other : chosen) most = Math.max(most, posts.words().overlap(row, other));
    return most;
  }

  private static boolean provesSomething(PostColumns posts, int row) {
    return posts.kind(row) == Kind.QUOTE || posts.length(row) >= SHORTEST;
  }

  /// Words of a named person are worth most; then posts that take a side, then what many reacted
  /// to.
  private static double weight(PostColumns posts, int row) {
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
