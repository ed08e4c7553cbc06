package dev.chorus.report;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.column.PostColumns;
import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.language.Target;
import dev.chorus.post.Kind;
import dev.chorus.post.Post;
import dev.chorus.report.quote.Passage;
import dev.chorus.report.quote.Passages;
import dev.chorus.report.quote.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which words speak for a group. Of the posts that the columns show to be most certain and most
/// heard a bounded number is read; of those with a passage that can stand alone the best are
/// chosen that do not repeat each other (maximal marginal relevance, Carbonell and Goldstein
/// 1998), one an author. A group none of whose posts can stand alone has no quote.
final class QuoteSelection {
  /// Posts that are read to choose from.
  private static final int MOST_READ = 300;

  /// Shorter posts prove little unless somebody known said them.
  private static final int SHORTEST = 25;

  /// What likeness to a quote already chosen costs, against certainty.
  private static final double REPETITION = 0.7;

  /// Posts that are less sure of their camp do not speak for it, unless somebody known said them.
  private static final double LEAST_SURE = 0.6;

  private static final double LEAST_SURE_OF_KNOWN = 0.4;

  /// How much more certainty counts than form.
  private static final double CERTAINTY = 1.5;

  /// A post that may not be about the event.
  private static final double SURELY_ABOUT = 0.7;

  private static final double NOT_SURELY_ABOUT = 0.3;

  /// Worth of words that are introduced, where their form alone would not do.
  private static final double INTRODUCED = 0.7;

  /// An author who writes so many posts of these words alone is a program, or a campaign.
  private static final int SERIES = 2;

  /// Posts that share so much of their words say the same.
  private static final double ALIKE = 0.6;
  private static final int MOST_OF_AUTHOR = 100;

  private final PostColumns posts;
  private final Event event;
  private final Set<String> claims;
  private final Passages passages;
  private final AuthorRows authors;

  /// What chosen words are to show.
  ///
  /// @param certainty how surely a row belongs to the group, from 0 to 1
  /// @param least rows that are less sure are left out
  /// @param shown what the words themselves are to show
  /// @param also what else holds for a post
  record Speaking(
      IntToDoubleFunction certainty, double least, Shown shown, Predicate<Placed> also) {
    Speaking and(Predicate<Placed> more) {
      return new Speaking(certainty, least, shown, also.and(more));
    }
  }

  /// Whatever it says, if it can stand alone.
  static final Speaking ANYTHING = new Speaking(_ -> 1, 0, Shown.ANYTHING, _ -> true);

  QuoteSelection(Event event, PostColumns posts) {
    this.posts = posts;
    this.event = event;
    this.claims =
        event.targets().stream()
            .filter(t -> t.kind() == Target.Kind.CLAIM)
            .map(Target::name)
            .collect(Collectors.toSet());
    this.passages = new Passages(event);
    this.authors = new AuthorRows(posts);
  }

  /// What speaks for a camp: it is sure of its camp, takes the sides that the camp implies and has
  /// words that hint at it.
  Speaking camp(String id) {
    int number = posts.camps().indexOf(id);
    Optional<Camp> camp = event.camp(id);
    return new Speaking(
        row -> posts.said(row, number),
        camp.isPresent() ? LEAST_SURE : 0,
        camp.map(c -> Shown.of(c.cues(), c.stances())).orElse(Shown.ANYTHING),
        _ -> true);
  }

  /// What a camp says of an issue.
  ///
  /// @param spoken how surely a row speaks of it, from 0 to 1
  Speaking issue(Issue issue, String camp, IntToDoubleFunction spoken) {
    Speaking ofCamp = camp(camp);
    return new Speaking(
        row -> Math.min(spoken.applyAsDouble(row), ofCamp.certainty().applyAsDouble(row)),
        LEAST_SURE,
        Shown.of(issue.cues(), event.camp(camp).map(Camp::stances).orElse(Map.of())),
        _ -> true);
  }

  /// What affirms or denies a claim.
  ///
  /// @param taken how surely a row takes that side, from 0 to 1
  Speaking claim(String claim, Side side, IntToDoubleFunction taken) {
    List<String> cues =
        event.targets().stream()
            .filter(t -> t.name().equals(claim))
            .flatMap(t -> t.cues().stream())
            .toList();
    return new Speaking(taken, 0, Shown.of(cues, Map.of(claim, side)), _ -> true);
  }

  /// A post with words that can stand alone.
  private record Candidate(int row, Placed placed, Passage passage, double worth) {}

  /// @param group rows to choose from
  /// @return at most so many, the best first
  List<CampsReport.Quote> choose(int[] group, Speaking speaking, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    for (int row :
        Best.of(posts, group, row -> promise(row, speaking), Math.max(MOST_READ, limit))) {
      candidate(row, speaking).ifPresent(candidates::add);
    }
    List<Candidate> chosen = new ArrayList<>();
    Set<Integer> heard = new HashSet<>();
    while (chosen.size() < limit) {
      Candidate best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (Candidate candidate : candidates) {
        if (candidate.worth() < most || heard.contains(posts.author(candidate.row()))) continue;
        double repeated = repeated(candidate.row(), chosen);
        if (repeated >= ALIKE) continue;
        double worth = candidate.worth() - REPETITION * repeated;
        // On a tie the earlier one, so that the order of the input never shows.
        if (worth > most || worth == most && posts.compare(candidate.row(), best.row()) < 0) {
          best = candidate;
          most = worth;
        }
      }
      if (best == null) break;
      chosen.add(best);
      heard.add(posts.author(best.row()));
    }
    return chosen.stream().map(this::quote).toList();
  }

  /// Of rows in an order of their own the first that can stand alone, one an author.
  List<CampsReport.Quote> first(List<Integer> rows, Speaking speaking, int limit) {
    List<CampsReport.Quote> quotes = new ArrayList<>();
    Set<Integer> heard = new HashSet<>();
    for (int row : rows) {
      if (quotes.size() == limit) break;
      if (heard.contains(posts.author(row)) || Double.isNaN(promise(row, speaking))) continue;
      candidate(row, speaking)
          .ifPresent(
              candidate -> {
                quotes.add(quote(candidate));
                heard.add(posts.author(row));
              });
    }
    return quotes;
  }

  /// The posts of a group that are least sure to belong to it, the least sure first, as they are.
  ///
  /// @param certainty how surely a row belongs to the group, from 0 to 1
  List<CampsReport.Quote> leastSure(int[] members, IntToDoubleFunction certainty, int limit) {
    return Best.of(posts, members, row -> -certainty.applyAsDouble(row), limit).stream()
        .map(this::quote)
        .toList();
  }

  /// How much a row promises, by what the columns know of it; not a number if it cannot be quoted.
  private double promise(int row, Speaking speaking) {
    double certainty = speaking.certainty().applyAsDouble(row);
    if (isKnown(row)) {
      if (certainty < Math.min(speaking.least(), LEAST_SURE_OF_KNOWN)) return Double.NaN;
    } else if (certainty < speaking.least()
        || posts.length(row) < SHORTEST
        || posts.family(row) != PostColumns.NONE) {
      return Double.NaN;
    }
    return CERTAINTY * certainty + weight(row);
  }

  private Optional<Candidate> candidate(int row, Speaking speaking) {
    Placed placed = posts.read(row);
    if (!speaking.also().test(placed)) return Optional.empty();
    if (isSeries(row)) return Optional.empty();
    boolean surelyAbout =
        placed.reaction().about().map(a -> a.event() >= SURELY_ABOUT).orElse(true);
    return passages
        .best(placed, speaking.shown())
        .or(() -> introduced(row, placed))
        .map(
            passage ->
                new Candidate(
                    row,
                    placed,
                    passage,
                    promise(row, speaking)
                        + passage.worth()
                        - (surelyAbout ? 0 : NOT_SURELY_ABOUT)));
  }

  /// Words that the corpus itself introduces, with who said them and what is to be known of it:
  /// they stand alone however few they are.
  private Optional<Passage> introduced(int row, Placed placed) {
    if (!isKnown(row)) return Optional.empty();
    Post post = placed.reaction().post();
    Span whole = trim(post.text(), 0, post.text().length());
    return whole.end() - whole.start() <= Passages.LONGEST
        ? Optional.of(new Passage(whole, INTRODUCED, Set.of()))
        : Optional.empty();
  }

  private boolean isKnown(int row) {
    return posts.kind(row) == Kind.QUOTE || posts.kind(row) == Kind.REPORT;
  }

  /// Whether its author says nearly the same again and again.
  private boolean isSeries(int row) {
    int alike = 0;
    int seen = 0;
    for (int other : authors.of(posts.author(row))) {
      if (++seen > MOST_OF_AUTHOR) break;
      if (other != row && posts.words().overlap(row, other) >= ALIKE) alike++;
    }
    return alike >= SERIES;
  }

  /// How much of a post its words share with the chosen one that is most like it.
  private double repeated(int row, List<Candidate> chosen) {
    double most = 0;
    for (Candidate other : chosen) {
      most = Math.max(most, posts.words().overlap(row, other.row()));
    }
    return most;
  }

  /// Words of a named person are worth most; then posts that take a side, then what many
  /// reacted to.
  private double weight(int row) {
    double named =
        switch (posts.kind(row)) {
          case QUOTE -> 1;
          case REPORT -> 0.6;
          case POST, ILLUSTRATIVE -> 0;
        };
    return named + (posts.takesSide(row) ? 0.15 : 0) + 0.03 * Math.log1p(posts.interactions(row));
  }

  private CampsReport.Quote quote(Candidate candidate) {
    Reaction reaction = candidate.placed().reaction();
    return new CampsReport.Quote(reaction.post(), candidate.passage().span(), sides(reaction));
  }

  /// A post as it is: the words that can stand alone if there are any, else as many first words as
  /// fit.
  CampsReport.Quote quote(int row) {
    Placed placed = posts.read(row);
    Reaction reaction = placed.reaction();
    Span span =
        passages
            .best(placed, Shown.ANYTHING)
            .map(Passage::span)
            .orElseGet(() -> beginning(reaction.post()));
    return new CampsReport.Quote(reaction.post(), span, sides(reaction));
  }

  /// What a post is for or against, claims left out.
  private List<Stance> sides(Reaction reaction) {
    return reaction.stances().stream()
        .filter(s -> s.side() != Side.NONE && !claims.contains(s.target()))
        .toList();
  }

  private static Span beginning(Post post) {
    String text = post.text();
    Span whole = trim(text, 0, text.length());
    if (whole.end() - whole.start() <= Passages.LONGEST) return whole;
    int end = whole.start() + Passages.LONGEST;
    int space = text.lastIndexOf(' ', end);
    if (space > whole.start() + Passages.LONGEST / 2) end = space;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return trim(text, whole.start(), end);
  }

  private static Span trim(String text, int start, int end) {
    while (start < end && Character.isWhitespace(text.charAt(start))) start++;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
    return new Span(start, end);
  }
}
