package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Placed;
import dev.chorus.common.Unforeseen;
import dev.chorus.language.Analyzer;
import dev.chorus.language.ModelException;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/// Analysis and camps in one: what becomes of each post. Safe for use by several threads.
public final class Pipeline implements AutoCloseable {
  /// What a post may take of a processor's time; one that takes more is left out. The longest texts
  /// take a tenth of it.
  static final Duration LONGEST = Duration.ofSeconds(30);

  private final Analyzer analyzer;
  private final Assigner assigner;

  public Pipeline(Analyzer analyzer, Assigner assigner) {
    this.analyzer = analyzer;
    this.assigner = assigner;
  }

  public Placed place(Post post) {
    Reaction reaction = analyzer.analyze(post);
    return new Placed(reaction, assigner.place(reaction));
  }

  /// Whether a failure is one of that post, and says nothing of the next.
  static boolean isOfOnePost(Throwable why) {
    return Unforeseen.isOfOneRecord(why) && !(why instanceof ModelException);
  }

  /// Why a post is left out.
  ///
  /// @param what was to be done with it
  static String fault(Post post, String what, Throwable why) {
    if (why instanceof TimeoutException) {
      return String.format(
          Locale.ENGLISH,
          "the post \"%s\", of %,d characters, took longer to analyse than the %d s that a post may"
              + " take. Please report it.",
          post.id(),
          post.text().length(),
          LONGEST.toSeconds());
    }
    return "the post \""
        + post.id()
        + "\" could not be "
        + what
        + ", by a fault of Chorus ("
        + Unforeseen.describe(why)
        + "). Please report it.";
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
