package dev.chorus.report.estimate;

import dev.chorus.language.model.Trial;
import java.util.Arrays;

/// What a [Trial] teaches about a model's probabilities: that some classes are named too often,
/// others too rarely, or all too surely.
///
/// Log-probabilities are stretched by one slope and moved by an offset a class (vector scaling, Guo
/// et al. 2017), fitted by Newton's method with a ridge towards leaving them as they are.
final class Recalibration {
  /// Ridge on each parameter, against the mean loss of a post. Chosen with [ShareEstimate#TRUST].
  private static final double RIDGE = 0.2;

  /// Precision of what is known of a parameter before any post: it may well be off by one.
  private static final double PRIOR_PRECISION = 1;

  private static final int STEPS = 25;

  private final Trial trial;
  private final double[] parameters;
  private final double[][] covariance;

  private Recalibration(Trial trial, double[] parameters, double[][] covariance) {
    this.trial = trial;
    this.parameters = parameters;
    this.covariance = covariance;
  }

  static Recalibration of(Trial trial) {
    int size = trial.classes().size() + 1;
    double[] parameters = new double[size];
    parameters[0] = 1;
    int posts = trial.answers().size();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] curvature = curvature(trial, parameters, gradient);
      for (int i = 0; i < size; i++) {
        double start = i == 0 ? 1 : 0;
        gradient[i] = gradient[i] / posts + RIDGE * (parameters[i] - start);
        for (int j = 0; j < size; j++) curvature[i][j] /= posts;
        curvature[i][i] += RIDGE;
      }
      double[] move = new Cholesky(curvature).solve(gradient);
      for (int i = 0; i < size; i++) parameters[i] -= move[i];
    }
    double[][] precision = curvature(trial, parameters, new double[size]);
    for (int i = 0; i < size; i++) precision[i][i] += PRIOR_PRECISION;
    return new Recalibration(trial, parameters, new Cholesky(precision).inverse());
  }

  /// The matrix of second derivatives of the loss of all posts; adds the first ones to `gradient`.
  private static double[][] curvature(Trial trial, double[] parameters, double[] gradient) {
    int size = parameters.length;
    double[][] sum = new double[size][size];
    for (Trial.Answer answer : trial.answers()) {
      double[] logs = logs(answer.said());
      double[] p = apply(parameters, answer.said());
      double mean = 0;
      double square = 0;
      for (int c = 0; c < p.length; c++) {
        mean += p[c] * logs[c];
        square += p[c] * logs[c] * logs[c];
        double error = p[c] - (c == answer.right() ? 1 : 0);
        gradient[0] += error * logs[c];
        gradient[c + 1] += error;
      }
      sum[0][0] += square - mean * mean;
      for (int c = 0; c < p.length; c++) {
        double slope = p[c] * (logs[c] - mean);
        sum[0][c + 1] += slope;
        sum[c + 1][0] += slope;
        for (int d = 0; d < p.length; d++) sum[c + 1][d + 1] += (c == d ? p[c] : 0) - p[c] * p[d];
      }
    }
    return sum;
  }

  private static double[] logs(double[] said) {
    return Arrays.stream(said).map(p -> Math.log(Math.max(p, 1e-6))).toArray();
  }

  /// How many things were fitted: the slope, and an offset for each class.
  int size() {
    return parameters.length;
  }

  /// The same with one of the fitted things moved, to see what hangs on it.
  Recalibration moved(int parameter, double by) {
    double[] moved = parameters.clone();
    moved[parameter] += by;
    return new Recalibration(trial, moved, covariance);
  }

  /// How little is known of the fitted things.
  double[][] covariance() {
    return covariance;
  }

  /// What the probabilities should have been; together 1.
  double[] apply(double[] said) {
    return apply(parameters, said);
  }

  private static double[] apply(double[] parameters, double[] said) {
    double[] p = logs(said);
    double top = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < p.length; c++) {
      p[c] = parameters[0] * p[c] + parameters[c + 1];
      top = Math.max(top, p[c]);
    }
    double sum = 0;
    for (int c = 0; c < p.length; c++) sum += p[c] = Math.exp(p[c] - top);
    for (int c = 0; c < p.length; c++) p[c] /= sum;
    return p;
  }

  /// Share of each class in the trial, as the recalibrated model sees it.
  double[] mix() {
    double[] mix = new double[parameters.length - 1];
    for (Trial.Answer answer : trial.answers()) {
      double[] p = apply(answer.said());
      for (int c = 0; c < mix.length; c++) mix[c] += p[c] / trial.answers().size();
    }
    return mix;
  }
}
