package dev.chorus.language.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which of several alternatives is chosen: the conditional logit model (McFadden 1974).
///
/// Every alternative is described by the same few numbers, and one weight a number is learned for
/// all of them. So what is learned on the camps or targets of one event carries over to those of
/// another.
public final class ChoiceModel {
  private final List<String> features;
  private final double[] weights;

  /// @param features what each number describes, for explanations and for the model file
  /// @param weights one for each feature
  public ChoiceModel(List<String> features, double[] weights) {
    if (features.size() != weights.length) {
      throw new IllegalArgumentException(
          features.size() + " features and " + weights.length + " weights");
    }
    this.features = List.copyOf(features);
    this.weights = weights.clone();
  }

  public List<String> features() {
    return features;
  }

  public double weight(int feature) {
    return weights[feature];
  }

  /// How much each feature speaks for an alternative, in log-odds.
  public double[] contributions(double[] alternative) {
    return IntStream.range(0, weights.length)
        .mapToDouble(f -> weights[f] * alternative[f])
        .toArray();
  }

  /// The probability of each alternative; together 1.
  public double[] probabilities(double[][] alternatives) {
    return softmax(
        IntStream.range(0, alternatives.length).mapToDouble(a -> dot(alternatives[a])).toArray());
  }

  /// One under which nothing weighs anything.
  public static ChoiceModel zero(List<String> features) {
    return new ChoiceModel(features, new double[features.size()]);
  }

  private double dot(double[] alternative) {
    double sum = 0;
    for (int f = 0; f < weights.length; f++) sum += weights[f] * alternative[f];
    return sum;
  }

  public static double[] softmax(double[] utilities) {
    double top = Double.NEGATIVE_INFINITY;
    for (double u : utilities) top = Math.max(top, u);
    double[] p = new double[utilities.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) sum += p[i] = Math.exp(utilities[i] - top);
    for (int i = 0; i < p.length; i++) p[i] /= sum;
    return p;
  }

  /// Reads a model file.
  ///
  /// @param kind what it decides, such as `stance`
  /// @throws ModelException if the file is missing, damaged or of another kind
  public static ChoiceModel read(Path file, String kind, List<String> features) {
    return read(ModelFile.read(file, kind), kind, features);
  }

  static ChoiceModel read(ModelFile file, String kind, List<String> features) {
    Object found = file.value("features").orElse(null);
    if (!features.equals(found)) {
      throw file.damaged(
          "features",
          "is " + found + "; wanted " + features + ". Train it again: chorus train " + kind);
    }
    return new ChoiceModel(features, file.numbers("featureWeights"));
  }

  /// @param provenance what it was learned from
  public void write(Path file, String kind, Map<String, Object> provenance) {
    ModelDraft draft = new ModelDraft(kind, Optional.empty(), provenance);
    put(draft);
    draft.write(file);
  }

  void put(ModelDraft draft) {
    draft.put("features", features).put("featureWeights", weights);
  }
}
