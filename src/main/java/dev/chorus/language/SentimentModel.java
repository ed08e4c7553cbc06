package dev.chorus.language;

import java.util.List;

/// Mood from the sentence vector: softmax regression with a ridge penalty.
///
/// Learned on posts, so it reads "never been this good" as praise, where a model of film reviews
/// reads two negations.
final class SentimentModel {
  private static final int MOODS = Mood.values().length;

  private final float[] center;
  private final double[] weights;

  /// @param center mean vector of the training posts; taking it away spreads the vectors out
  /// @param weights for each mood, one weight a number of the vector and then a constant
  SentimentModel(float[] center, double[] weights) {
    if (weights.length != MOODS * (center.length + 1)) {
      throw new ModelException(
          "The sentiment model has "
              + weights.length
              + " weights; wanted "
              + MOODS * (center.length + 1));
    }
    this.center = center.clone();
    this.weights = weights.clone();
  }

  float[] center() {
    return center.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /// The direction in which a text differs from the average post.
  Vector centred(float[] mean) {
    float[] moved = new float[mean.length];
    for (int i = 0; i < moved.length; i++) moved[i] = mean[i] - center[i];
    return Vector.ofDirection(moved);
  }

  Sentiment score(Vector centred) {
    double[] p = ChoiceModel.softmax(utilities(weights, centred));
    return new Sentiment(p[0], p[1], p[2]);
  }

  private static double[] utilities(double[] weights, Vector v) {
    int stride = v.size() + 1;
    double[] u = new double[MOODS];
    for (int m = 0; m < MOODS; m++) {
      double sum = weights[m * stride + v.size()];
      for (int i = 0; i < v.size(); i++) sum += weights[m * stride + i] * v.get(i);
      u[m] = sum;
    }
    return u;
  }

  /// A post with its gold mood.
  record Labelled(float[] mean, Mood mood) {}

  /// Learns from labelled posts. Each mood has the same say however rare it is, because
  /// macro-averaged recall is the measure (SemEval-2017 task 4A).
  static SentimentModel train(List<Labelled> posts, double ridge) {
    int size = posts.getFirst().mean().length;
    double[] sum = new double[size];
    double[] count = new double[MOODS];
    for (Labelled post : posts) {
      for (int i = 0; i < size; i++) sum[i] += post.mean()[i];
      count[post.mood().ordinal()]++;
    }
    float[] center = new float[size];
    for (int i = 0; i < size; i++) center[i] = (float) (sum[i] / posts.size());
    SentimentModel untrained = new SentimentModel(center, new double[MOODS * (size + 1)]);
    List<Vector> vectors = posts.stream().map(p -> untrained.centred(p.mean())).toList();
    double[] share = new double[MOODS];
    for (int m = 0; m < MOODS; m++) share[m] = posts.size() / (MOODS * Math.max(1, count[m]));

    double[] weights =
        Minimizer.minimize(
            MOODS * (size + 1),
            (w, gradient) -> {
              double loss = 0;
              for (int n = 0; n < vectors.size(); n++) {
                Vector v = vectors.get(n);
                int gold = posts.get(n).mood().ordinal();
                double[] p = ChoiceModel.softmax(utilities(w, v));
                loss -= share[gold] * Math.log(Math.max(p[gold], 1e-300));
                for (int m = 0; m < MOODS; m++) {
                  double error = share[gold] * (p[m] - (m == gold ? 1 : 0));
                  int at = m * (size + 1);
                  for (int i = 0; i < size; i++) gradient[at + i] += error * v.get(i);
                  gradient[at + size] += error;
                }
              }
              loss /= vectors.size();
              for (int i = 0; i < w.length; i++) {
                gradient[i] /= vectors.size();
                if ((i + 1) % (size + 1) != 0) {
                  gradient[i] += 2 * ridge * w[i];
                  loss += ridge * w[i] * w[i];
                }
              }
              return loss;
            });
    return new SentimentModel(center, weights);
  }
}
