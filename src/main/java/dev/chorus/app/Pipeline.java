package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Placed;
import dev.chorus.language.Analyzer;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;

/// Analysis and camps in one: what becomes of each post. Safe for use by several threads.
public final class Pipeline implements AutoCloseable {
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

  @Override
  public void close() {
    analyzer.close();
  }
}
