package dev.chorus.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// How a finder of names did on labelled names. A name counts if it begins and ends where it
/// should and is of the right type (Tjong Kim Sang & De Meulder 2003).
///
/// @param posts how many were judged
/// @param figures precision, recall and F1 with 95% intervals, then F1 of each type
/// @param worst the posts with the most errors
public record SpanEvaluation(int posts, List<Figure> figures, List<MarkedPost> worst) {
  public SpanEvaluation {
    figures = List.copyOf(figures);
    worst = List.copyOf(worst);
  }

  /// A marked stretch of a text.
  ///
  /// @param start first UTF-16 unit
  /// @param end one past the last unit
  /// @param type of the name
  public record Marked(int start, int end, String type) {
    Marked untyped() {
      return new Marked(start, end, "");
    }
  }

  /// A post with its names and those that were found.
  public record MarkedPost(String id, String text, Set<Marked> gold, Set<Marked> found) {
    public MarkedPost {
      gold = Set.copyOf(gold);
      found = Set.copyOf(found);
    }

    /// Names that were not found as they are, in the order of the text.
    public List<Marked> missed() {
      return without(gold, found);
    }

    /// Found spans that are not labelled as such names, in the order of the text.
    public List<Marked> wrong() {
      return without(found, gold);
    }

    private int errors() {
      return missed().size() + wrong().size();
    }

    private static List<Marked> without(Set<Marked> all, Set<Marked> others) {
      return all.stream()
          .filter(m -> !others.contains(m))
          .sorted(Comparator.comparingInt(Marked::start))
          .toList();
    }

    private MarkedPost untyped() {
      Set<Marked> right = new HashSet<>();
      gold.forEach(m -> right.add(m.untyped()));
      Set<Marked> given = new HashSet<>();
      found.forEach(m -> given.add(m.untyped()));
      return new MarkedPost(id, text, right, given);
    }

    private MarkedPost of(String type) {
      Set<Marked> right = new HashSet<>(gold);
      right.removeIf(m -> !m.type().equals(type));
      Set<Marked> given = new HashSet<>(found);
      given.removeIf(m -> !m.type().equals(type));
      return new MarkedPost(id, text, right, given);
    }
  }

  /// @param posts at least one
  /// @param errors how many of the worst posts are wanted
  public static SpanEvaluation of(List<MarkedPost> posts, int errors, long seed) {
    if (posts.isEmpty()) throw new IllegalArgumentException("nothing was judged");
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("precision", posts, seed, Counts::precision));
    figures.add(figure("recall", posts, seed, Counts::recall));
    figures.add(figure("F1", posts, seed, Counts::f1));
    figures.add(
        figure(
            "F1, whatever the type",
            posts.stream().map(MarkedPost::untyped).toList(),
            seed,
            Counts::f1));
    Set<String> types = new TreeSet<>();
    for (MarkedPost post : posts) for (Marked name : post.gold()) types.add(name.type());
    for (String type : types) {
      figures.add(
          figure("F1 of " + type, posts.stream().map(p -> p.of(type)).toList(), seed, Counts::f1));
    }
    return new SpanEvaluation(
        posts.size(),
        figures,
        posts.stream()
            .filter(p -> p.errors() > 0)
            .sorted(
                Comparator.comparingInt(MarkedPost::errors)
                    .reversed()
                    .thenComparing(MarkedPost::id))
            .limit(errors)
            .toList());
  }

  private static Figure figure(
      String name, List<MarkedPost> posts, long seed, ToDoubleFunction<Counts> statistic) {
    List<Counts> each = posts.stream().map(Counts::of).toList();
    return Bootstrap.figure(name, each, seed, some -> statistic.applyAsDouble(Counts.sum(some)));
  }

  /// Counts of names that were found, of wrong spans, and of missed names.
  private record Counts(int right, int wrong, int missed) {
    static Counts of(MarkedPost post) {
      int wrong = post.wrong().size();
      return new Counts(post.found().size() - wrong, wrong, post.missed().size());
    }

    static Counts sum(List<Counts> some) {
      int right = 0;
      int wrong = 0;
      int missed = 0;
      for (Counts counts : some) {
        right += counts.right;
        wrong += counts.wrong;
        missed += counts.missed;
      }
      return new Counts(right, wrong, missed);
    }

    double precision() {
      return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
      return right == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
      return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
  }
}
