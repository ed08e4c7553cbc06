package dev.chorus.training;

import dev.chorus.language.Mood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the temperature under which a model's probabilities mean what they say (Guo, Pleiss, Sun
/// & Weinberger 2017).
public final class Temperature {
  private static final double LEAST = 0.5;
  private static final double MOST = 4;
  private static final double STEP = 0.01;

  private Temperature() {}

  /// The temperature under which the gold moods are likeliest, each file counting the same; 1 where
  /// there are none.
  ///
  /// @param files posts that the model has not seen
  /// @param model the probabilities of the moods at temperature 1
  public static double fit(List<List<GoldPost>> files, Function<String, double[]> model) {
    List<double[]> logs = new ArrayList<>();
    List<Integer> gold = new ArrayList<>();
    List<Double> importance = new ArrayList<>();
    for (List<GoldPost> file : files) {
      for (GoldPost post : file) {
        Optional<Mood> mood = post.mood();
        if (mood.isEmpty()) continue;
        logs.add(
            Arrays.stream(model.apply(post.text()))
                .map(p -> Math.log(Math.max(p, 1e-300)))
                .toArray());
        gold.add(mood.get().ordinal());
        importance.add(1.0 / file.size());
      }
    }
    if (logs.isEmpty()) return 1;
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    int steps = (int) Math.round((MOST - LEAST) / STEP);
    for (int s = 0; s <= steps; s++) {
      double temperature = LEAST + s * STEP;
      double loss = 0;
      for (int i = 0; i < logs.size(); i++) {
        double sum = 0;
        for (double log : logs.get(i)) sum += Math.exp(log / temperature);
        loss += importance.get(i) * (Math.log(sum) - logs.get(i)[gold.get(i)] / temperature);
      }
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return Math.round(best / STEP) * STEP;
  }
}
