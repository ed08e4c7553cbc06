package dev.chorus.language.model;

import dev.chorus.language.ModelException;
import dev.chorus.language.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One of several classes from a vector: multinomial logistic regression with a ridge penalty.
public final class SoftmaxRegression implements Classifier {
  private final List<String> classes;
  private final double[] weights;
  private final double temperature;
  private final int size;

  /// @param classes their names
  /// @param weights for each class, one weight a number of the vector and then a constant
  /// @param temperature divides the log-odds, so that the probabilities mean what they say; above 1
  ///     where training left the model too sure of itself (Guo et al. 2017)
  public SoftmaxRegression(List<String> classes, double[] weights, double temperature) {
    if (weights.length == 0 || weights.length % classes.size() != 0) {
      throw new ModelException(weights.length + " weights for " + classes.size() + " classes");
    }
    this.classes = List.copyOf(classes);
    this.weights = weights.clone();
    this.temperature = temperature;
    this.size = weights.length / classes.size() - 1;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  public double[] weights() {
    return weights.clone();
  }

  public double temperature() {
    return temperature;
  }

  @Override
  public double[] probabilities(String text, Optional<Vector> tuned) {
    return probabilities(tuned.orElseThrow());
  }

  /// The probability of each class; together 1.
  public double[] probabilities(Vector v) {
    if (v.size() != size) {
      throw new ModelException("a vector of " + v.size() + " numbers; wanted " + size);
    }
    double[] u = utilities(weights, classes.size(), v);
    for (int c = 0; c < u.length; c++) u[c] /= temperature;
    return ChoiceModel.softmax(u);
  }

  private static double[] utilities(double[] weights, int classes, Vector v) {
    int stride = v.size() + 1;
    double[] u = new double[classes];
    for (int c = 0; c < classes; c++) {
      double sum = weights[c * stride + v.size()];
      for (int i = 0; i < v.size(); i++) sum += weights[c * stride + i] * v.get(i);
      u[c] = sum;
    }
    return u;
  }

  @Override
  public void put(ModelDraft draft, Path file) {
    draft.put("classes", classes).put("temperature", temperature).put("weights", weights);
  }
}
