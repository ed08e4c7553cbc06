package dev.chorus.source.format;

import java.util.function.Predicate;

/// Answers of the interfaces behind a platform's web pages: posts stand somewhere deep inside, in
/// places that change often, and are found by their own shape.
public final class Pages {
  /// Objects one inside the other. Real answers have about 20.
  private static final int DEEPEST = 60;

  private Pages() {}

  /// Visits every object of the page that is wanted, in the order of the page; whatever is wrong
  /// with one is a rejection of that one. What stands inside such an object is left to the visitor.
  ///
  /// @param wanted whether an object is a post
  public static void each(
      RecordFields page, Predicate<RecordFields> wanted, Results results, Results.Visit visit) {
    each(page, wanted, results, visit, 0);
  }

  private static void each(
      RecordFields page,
      Predicate<RecordFields> wanted,
      Results results,
      Results.Visit visit,
      int depth) {
    if (wanted.test(page)) {
      results.attempt(() -> visit.visit(page));
    } else if (depth < DEEPEST) {
      for (RecordFields inner : page.inner()) each(inner, wanted, results, visit, depth + 1);
    }
  }

  /// Whether an object of this shape stands anywhere in the page.
  public static boolean hold(RecordFields page, Predicate<RecordFields> wanted) {
    return hold(page, wanted, 0);
  }

  private static boolean hold(RecordFields page, Predicate<RecordFields> wanted, int depth) {
    if (wanted.test(page)) return true;
    return depth < DEEPEST
        && page.inner().stream().anyMatch(inner -> hold(inner, wanted, depth + 1));
  }
}
