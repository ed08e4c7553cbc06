package dev.chorus.training;

import dev.chorus.language.Vector;
import dev.chorus.language.model.SoftmaxRegression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Learns a [SoftmaxRegression] from vectors with their right classes.
public final class SoftmaxTraining {
  static final int FOLDS = 5;

  private SoftmaxTraining() {}

  /// Learns from examples.
  ///
  /// @param gold class of each vector, as an index
  /// @param importance how much an example of each class counts; 1 for as it comes
  /// @param ridge penalty on the squared weights, constants left out
  public static SoftmaxRegression train(
      List<String> classes,
      List<Vector> vectors,
      List<Integer> gold,
      double[] importance,
      double ridge) {
    int size = vectors.getFirst().size();
    int stride = size + 1;
    double[] learned =
        Minimizer.minimize(
            classes.size() * stride,
            (w, gradient) -> {
              SoftmaxRegression model = new SoftmaxRegression(classes, w, 1);
              double loss = 0;
              for (int n = 0; n < vectors.size(); n++) {
                Vector v = vectors.get(n);
                int right = gold.get(n);
                double[] p = model.probabilities(v);
                loss -= importance[right] * Math.log(Math.max(p[right], 1e-300));
                for (int c = 0; c < p.length; c++) {
                  double error = importance[right] * (p[c] - (c == right ? 1 : 0));
                  int at = c * stride;
                  for (int i = 0; i < size; i++) gradient[at + i] += error * v.get(i);
                  gradient[at + size] += error;
                }
              }
              loss /= vectors.size();
              for (int i = 0; i < w.length; i++) {
                gradient[i] /= vectors.size();
                if ((i + 1) % stride != 0) {
                  gradient[i] += 2 * ridge * w[i];
                  loss += ridge * w[i] * w[i];
                }
              }
              return loss;
            });
    return new SoftmaxRegression(classes, learned, 1);
  }

  /// How much an example of each class counts in training.
  ///
  /// @param evenness 0 as it comes; 1 so that each class has the same say however rare it is
  public static double[] importance(List<Integer> gold, int classes, double evenness) {
    double[] count = new double[classes];
    for (int g : gold) count[g]++;
    double[] importance = new double[classes];
    for (int c = 0; c < classes; c++) {
      importance[c] = Math.pow(gold.size() / (classes * Math.max(1, count[c])), evenness);
    }
    return importance;
  }

  /// Which fifth each example belongs to. Several readings of one text belong together: a model
  /// that learned from one of them has seen the others.
  static int[] folds(List<String> texts) {
    Map<String, Integer> folds = new HashMap<>();
    return texts.stream()
        .mapToInt(text -> folds.computeIfAbsent(text, _ -> folds.size() % FOLDS))
        .toArray();
  }

  /// What models say of examples that they have not seen: each fifth is judged by a model of the
  /// other four. A second model can then learn how far to trust the first.
  ///
  /// @param texts of the examples
  public static List<double[]> crossFitted(
      List<String> classes,
      List<String> texts,
      List<Vector> vectors,
      List<Integer> gold,
      double[] importance,
      double ridge) {
    double[][] judged = new double[vectors.size()][];
    int[] folds = folds(texts);
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Vector> seen = new ArrayList<>();
      List<Integer> seenGold = new ArrayList<>();
      for (int i = 0; i < vectors.size(); i++) {
        if (folds[i] == fold) continue;
        seen.add(vectors.get(i));
        seenGold.add(gold.get(i));
      }
      SoftmaxRegression model = train(classes, seen, seenGold, importance, ridge);
      for (int i = 0; i < judged.length; i++) {
        if (folds[i] == fold) judged[i] = model.probabilities(vectors.get(i));
      }
    }
    return List.of(judged);
  }
}
