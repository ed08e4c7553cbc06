package dev.chorus.app.verify;

import dev.chorus.app.verify.Finding.Kind;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.QueryException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.post.Post;
import dev.chorus.render.Phrases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Looks up what an article quotes.
final class ArticleCheck {
  /// Posts of which each passage is sought.
  private static final int CANDIDATES = 50;

  /// A query needs no more words to find a post.
  private static final int QUERY_WORDS = 60;

  /// The least likeness of a post in other words; under it a post is about the same and no more.
  private static final double LEAST_LIKENESS = 0.6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)*");

  private static final Comparator<Post> EARLIEST =
      Comparator.comparing((Post post) -> post.createdAt().orElse(Instant.MAX))
          .thenComparing(Post::id);

  private final ReactionReader index;

  private ArticleCheck(ReactionReader index) {
    this.index = index;
  }

  static Verification run(String file, String text, ReactionReader index) throws IndexException {
    Article article = Article.of(file, text);
    ArticleCheck check = new ArticleCheck(index);
    List<Finding> findings = new ArrayList<>();
    for (Article.Passage passage : article.passages()) findings.add(check.passage(passage));
    for (Article.Passage figure : article.figures()) {
      findings.add(
          new Finding(
              Kind.FIGURE_OF_ARTICLE,
              "",
              figure.line(),
              figure.text(),
              Optional.empty(),
              "figure not checked, as an article does not say what it is of: "
                  + Finding.quoted(figure.text())));
    }
    String checked =
        Phrases.count(article.passages().size(), "passage", "passages")
            + " of "
            + Article.LEAST_WORDS
            + " words or more in quotation marks";
    return new Verification(file, false, checked, findings);
  }

  private Finding passage(Article.Passage passage) throws IndexException {
    List<String> parts = Folded.parts(passage.text());
    List<Post> candidates = candidates(parts);
    Optional<Post> exact =
        candidates.stream().filter(post -> Folded.has(Folded.of(post.text()), parts)).min(EARLIEST);
    if (exact.isPresent()) {
      return finding(
          Kind.EXACT,
          passage,
          exact.get().id(),
          Optional.empty(),
          Finding.quoted(passage.text()) + " is exact: " + source(exact.get()));
    }
    Post nearest = null;
    Rewording best = null;
    for (Post post : candidates) {
      Rewording rewording = Rewording.of(passage.text(), post.text());
      if (best == null || rewording.likeness() > best.likeness()) {
        best = rewording;
        nearest = post;
      }
    }
    if (best == null || best.likeness() < LEAST_LIKENESS) {
      return finding(
          Kind.ABSENT,
          passage,
          "",
          Optional.empty(),
          Finding.quoted(passage.text()) + " is not in this index");
    }
    return finding(
        Kind.DIFFERS,
        passage,
        nearest.id(),
        Optional.of(best.post()),
        Finding.quoted(best.passage())
            + " differs from the post, which has "
            + Finding.quoted(best.post())
            + ": "
            + source(nearest));
  }

  private static Finding finding(
      Kind kind, Article.Passage passage, String id, Optional<String> expected, String message) {
    return new Finding(kind, id, passage.line(), passage.text(), expected, message);
  }

  private static String source(Post post) {
    String kind =
        switch (post.kind()) {
          case REPORT -> ", as reported, not verbatim";
          case ILLUSTRATIVE -> ", illustrative: nobody's own words";
          case POST, QUOTE -> "";
        };
    return Phrases.author(post.author())
        + post.createdAt().map(at -> ", " + Phrases.date(at)).orElse("")
        + ", "
        + post.id()
        + kind;
  }

  /// Posts with the longest part as a phrase, and those that share the most words with the passage.
  private List<Post> candidates(List<String> parts) throws IndexException {
    if (parts.isEmpty()) return List.of();
    String longest = parts.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    LinkedHashSet<Post> posts = new LinkedHashSet<>();
    String phrase = query(List.of(longest));
    if (!phrase.isEmpty()) posts.addAll(found("\"" + phrase + "\""));
    String words = query(parts);
    if (!words.isEmpty()) posts.addAll(found(words));
    return List.copyOf(posts);
  }

  /// Letters and digits in lower case have no meaning of their own in a query.
  private static String query(List<String> parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      WORD.matcher(part).results().map(MatchResult::group).forEach(words::add);
    }
    return String.join(" ", words.subList(0, Math.min(QUERY_WORDS, words.size())));
  }

  private List<Post> found(String query) throws IndexException {
    SearchRequest request =
        new SearchRequest(
            query,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            SearchRequest.Order.RELEVANCE,
            CANDIDATES);
    try {
      return index.search(request).hits().stream()
          .map(SearchResult.Hit::placed)
          .map(placed -> placed.reaction().post())
          .toList();
    } catch (QueryException e) {
      // Such as a passage without a word that is indexed.
      return List.of();
    }
  }
}
