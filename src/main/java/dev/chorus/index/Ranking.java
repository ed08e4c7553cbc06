package dev.chorus.index;

import org.apache.lucene.search.similarities.LMDirichletSimilarity;
import org.apache.lucene.search.similarities.Similarity;

/// How well a post matches words: query likelihood with Dirichlet smoothing (Zhai & Lafferty 2004),
/// chosen by measurement over BM25 (ARCHITECTURE.md).
final class Ranking {
  /// Weight of the prior, in words.
  private static final float MU = 100;

  static final Similarity WORDS = new LMDirichletSimilarity(MU);

  /// Weight of the meaning beside the words in a hybrid search, from 0 to 1.
  static final double MEANING = 0.3;

  private Ranking() {}
}
