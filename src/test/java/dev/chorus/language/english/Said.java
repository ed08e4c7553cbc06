package dev.chorus.language.english;

import dev.chorus.language.Vector;
import dev.chorus.language.head.Answers;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.SoftmaxRegression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What labelled posts taught, made up: it says the same of every post.
public final class Said {
  /// The vector of any post.
  public static final Optional<Vector> TUNED = Optional.of(Vector.ofDirection(new float[] {1}));

  private Said() {}

  /// @param p the probability of each class
  public static Answers answers(List<String> classes, Map<String, Double> atLeast, double... p) {
    double[] weights = new double[2 * p.length];
    for (int c = 0; c < p.length; c++) weights[2 * c + 1] = Math.log(p[c]);
    return new Answers(new SoftmaxRegression(classes, weights, 1), atLeast);
  }

  /// Weighs the features that are given, and no other.
  public static ChoiceModel weights(List<String> features, Map<String, Double> given) {
    return new ChoiceModel(
        features, features.stream().mapToDouble(f -> given.getOrDefault(f, 0.0)).toArray());
  }
}
