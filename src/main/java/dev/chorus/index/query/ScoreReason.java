package dev.chorus.index.query;

import java.util.List;

/// A part of the score of a hit.
public sealed interface ScoreReason {
  /// What it adds.
  double points();

  /// The post says a word: `log(1 + f / (mu p))`, so often said and rare words add most.
  ///
  /// @param word as it stands in the query
  /// @param times how often the post says it
  /// @param posts how many posts say it
  /// @param of how many posts there are
  record Said(String word, int times, long posts, long of, double points) implements ScoreReason {}

  /// The post is short: the less it says, the likelier it is about the words it says.
  ///
  /// @param words its length; to four binary digits for long ones
  record Length(int words, double points) implements ScoreReason {}

  /// The post meets a condition that is no single word: a phrase, a pattern, a field.
  record Met(String condition, double points) implements ScoreReason {}

  /// The cosine of the post's meaning with the query's.
  record Meaning(double cosine, double points) implements ScoreReason {}

  /// One of the two scores of a hybrid search, stretched over its candidates and weighted.
  ///
  /// @param least the least score of the candidates
  /// @param most the highest
  /// @param parts what it is made of
  record Stretched(double least, double most, List<ScoreReason> parts, double points)
      implements ScoreReason {
    public Stretched {
      parts = List.copyOf(parts);
    }
  }
}
