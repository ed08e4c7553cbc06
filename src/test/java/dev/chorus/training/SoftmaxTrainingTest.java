package dev.chorus.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxTrainingTest {
  private static final List<String> CLASSES = List.of("yes", "no");

  @Test
  void readingsOfOneTextAreJudgedTogether() {
    assertThat(SoftmaxTraining.folds(List.of("a", "b", "a", "c", "d", "e", "f", "b")))
        .containsExactly(0, 1, 0, 2, 3, 4, 0, 1);
  }

  /// Labels that mean nothing cannot be told of examples that were not learned from, however often
  /// those that were say them.
  @Test
  void whatIsNotLearnedFromCannotBeKnown() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    List<Vector> vectors = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      float[] numbers = new float[100];
      for (int d = 0; d < numbers.length; d++) numbers[d] = (float) random.nextGaussian();
      Vector vector = Vector.ofDirection(numbers);
      int label = random.nextInt(2);
      for (int reading = 0; reading < 2; reading++) {
        texts.add("text " + i);
        vectors.add(vector);
        labels.add(label);
      }
    }
    List<double[]> judged =
        SoftmaxTraining.crossFitted(CLASSES, texts, vectors, labels, new double[] {1, 1}, 1e-5);
    int right = 0;
    for (int i = 0; i < judged.size(); i++) if (judged.get(i)[labels.get(i)] > 0.5) right++;
    assertThat(right / (double) judged.size()).isBetween(0.35, 0.65);
  }
}
