package dev.chorus.language.model;

import java.util.List;
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

  /// One observed choice.
  ///
  /// @param alternatives features of each alternative
  /// @param chosen which was chosen
  /// @param importance how much it counts; 1 is usual
  public record Choice(double[][] alternatives, int chosen, double importance) {}

  /// The weights under which the observed choices are likeliest, with a ridge penalty.
  ///
  /// @param ridge penalty on the squared weights, for instance 1e-4
  public static ChoiceModel train(List<String> features, List<Choice> choices, double ridge) {
    if (choices.isEmpty()) throw new IllegalArgumentException("nothing to learn from");
    double[] learned =
        Minimizer.minimize(
            features.size(),
            (weights, gradient) -> {
              ChoiceModel model = new ChoiceModel(features, weights);
              double loss = 0;
              for (Choice choice : choices) {
                double[] p = model.probabilities(choice.alternatives());
                loss -= choice.importance() * Math.log(Math.max(p[choice.chosen()], 1e-300));
                for (int a = 0; a < p.length; a++) {
                  double error = choice.importance() * (p[a] - (a == choice.chosen() ? 1 : 0));
                  double[] x = choice.alternatives()[a];
                  for (int f = 0; f < gradient.length; f++) gradient[f] += error * x[f];
                }
              }
              loss /= choices.size();
              for (int f = 0; f < gradient.length; f++) {
                gradient[f] = gradient[f] / choices.size() + 2 * ridge * weights[f];
                loss += ridge * weights[f] * weights[f];
              }
              return loss;
            });
    return new ChoiceModel(features, learned);
  }
}
