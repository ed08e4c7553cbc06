package dev.chorus.language.model;

import dev.chorus.language.Vector;
import java.util.List;
import java.util.Optional;

/// What labelled posts teach: the probability of each label for a post.
public sealed interface Labels permits SoftmaxRegression, NgramModel {
  /// Names of the labels.
  List<String> classes();

  /// The probability of each label; together 1.
  ///
  /// @param text of the post
  /// @param tuned see [Reaction#tuned]
  double[] probabilities(String text, Optional<Vector> tuned);
}
