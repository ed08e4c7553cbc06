package dev.chorus.training;

import dev.chorus.language.model.ChoiceModel;
import java.util.List;

/// Learns the weights of a [ChoiceModel] from choices that were observed.
final class ChoiceTraining {
  private ChoiceTraining() {}

  /// One observed choice.
  ///
  /// @param alternatives features of each alternative
  /// @param chosen which was chosen
  /// @param importance how much it counts; 1 is usual
  record Choice(double[][] alternatives, int chosen, double importance) {}

  /// The weights under which the observed choices are likeliest, with a ridge penalty.
  ///
  /// @param ridge penalty on the squared weights, for instance 1e-4
  static ChoiceModel train(List<String> features, List<Choice> choices, double ridge) {
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
