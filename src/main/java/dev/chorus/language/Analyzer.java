package dev.chorus.language;

import dev.chorus.post.Post;

/// Turns a post into a reaction. The same post gives the same reaction, whatever else is analysed
/// before, after or beside it. Safe for use by several threads.
public interface Analyzer extends AutoCloseable {

  Reaction analyze(Post post);

  @Override
  void close();
}
