package dev.chorus.index;

import dev.chorus.post.Post;

/// A post to analyse, for the entry of the index that waits for it; see [ReactionWriter#finish].
public final class PendingAnalysis {
  private final Entry entry;
  private final Post post;

  PendingAnalysis(Entry entry, Post post) {
    this.entry = entry;
    this.post = post;
  }

  Entry entry() {
    return entry;
  }

  public Post post() {
    return post;
  }
}
