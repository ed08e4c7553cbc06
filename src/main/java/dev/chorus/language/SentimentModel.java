package dev.chorus.language;

import java.util.Arrays;
import java.util.List;

/// Mood from the sentence vector, and the space in which vectors are compared.
///
/// Learned on posts, so it reads "never been this good" as praise, where a model of film reviews
/// reads two negations.
final class SentimentModel {
  static final List<String> CLASSES = Arrays.stream(Mood.values()).map(Mood::id).toList();

  private final float[] center;
  private final SoftmaxRegression moods;

  /// @param center mean vector of the training posts; taking it away spreads the vectors out
  SentimentModel(float[] center, SoftmaxRegression moods) {
    this.center = center.clone();
    this.moods = moods;
  }

  float[] center() {
    return center.clone();
  }

  SoftmaxRegression moods() {
    return moods;
  }

  /// The direction in which a text differs from the average post.
  Vector centred(float[] mean) {
    return centred(mean, center);
  }

  private static Vector centred(float[] mean, float[] center) {
    float[] moved = new float[mean.length];
    for (int i = 0; i < moved.length; i++) moved[i] = mean[i] - center[i];
    return Vector.ofDirection(moved);
  }

  Sentiment score(Vector centred) {
    double[] p = moods.probabilities(centred);
    return new Sentiment(p[0], p[1], p[2]);
  }

  /// A post with its gold mood.
  record Labelled(float[] mean, Mood mood) {}

  /// Learns from labelled posts. Each mood has the same say however rare it is, because
  /// macro-averaged recall is the measure (SemEval-2017 task 4A).
  static SentimentModel train(List<Labelled> posts, double ridge) {
    int size = posts.getFirst().mean().length;
    double[] sum = new double[size];
    for (Labelled post : posts) {
      for (int i = 0; i < size; i++) sum[i] += post.mean()[i];
    }
    float[] center = new float[size];
    for (int i = 0; i < size; i++) center[i] = (float) (sum[i] / posts.size());
    List<Integer> gold = posts.stream().map(p -> p.mood().ordinal()).toList();
    return new SentimentModel(
        center,
        SoftmaxRegression.train(
            CLASSES,
            posts.stream().map(p -> centred(p.mean(), center)).toList(),
            gold,
            SoftmaxRegression.importance(gold, CLASSES.size(), 1),
            ridge));
  }
}
