package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chorus.language.model.ChoiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTrainingTest {
  /// Choices drawn from known weights: training finds them again, and the same ones each time.
  @Test
  void findsTheWeightsBehindTheChoices() {
    double[] truth = {1.5, -2.0, 0.5};
    ChoiceModel behind = new ChoiceModel(List.of("a", "b", "c"), truth);
    Random random = new Random(3);
    List<ChoiceTraining.Choice> choices = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double[][] alternatives = new double[4][3];
      for (double[] x : alternatives) for (int f = 0; f < 3; f++) x[f] = random.nextGaussian();
      double[] p = behind.probabilities(alternatives);
      double draw = random.nextDouble();
      int chosen = 0;
      while (chosen < 3 && (draw -= p[chosen]) > 0) chosen++;
      choices.add(new ChoiceTraining.Choice(alternatives, chosen, 1));
    }
    ChoiceModel learned = ChoiceTraining.train(behind.features(), choices, 1e-6);
    ChoiceModel again = ChoiceTraining.train(behind.features(), choices, 1e-6);
    for (int f = 0; f < 3; f++) {
      assertThat(learned.weight(f)).isEqualTo(truth[f], within(0.08));
      assertThat(again.weight(f)).isEqualTo(learned.weight(f));
    }
  }

  @Test
  void givesProbabilitiesThatAddUpToOneHoweverLargeTheUtilities() {
    ChoiceModel model = new ChoiceModel(List.of("x"), new double[] {1_000});
    double[] p = model.probabilities(new double[][] {{5}, {-5}, {5}});
    assertThat(p).containsExactly(new double[] {0.5, 0, 0.5}, within(1e-12));
  }
}
