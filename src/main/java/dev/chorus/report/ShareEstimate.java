package dev.chorus.report;

import dev.chorus.language.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Shares of camps corrected for what the classifier is known to get wrong.
///
/// To count labels repeats the classifier's habits: camps that it confuses gain or lose whatever
/// the posts say. An estimate is the mean of three that err in different ways:
///
/// - the labels, counted;
/// - the probabilities, added up;
/// - probabilities recalibrated on labelled posts and adapted to the mix of the corpus by
///   expectation maximisation (Saerens, Latinne and Decaestecker 2002), where the mix of the
///   labelled posts counts for a quarter ([#TRUST]) of what the corpus says: without it the
///   estimate is right on average and too restless.
///
/// The variance behind an interval has four parts: which authors are in the corpus; that few posts
/// were labelled, so that the recalibration itself is uncertain (delta method); squared, how far
/// the third estimate would go if the mix of labelled posts did not count, because a corpus may be
/// of another kind than they were; and how far the three lie apart. `evaluate shares` measures what
/// that covers.
final class ShareEstimate {
  /// Weight of the labelled posts' mix against the corpus.
  static final double TRUST = 0.25;

  /// The same, almost without trust.
  private static final double FREE = 0.08;

  private static final double STEP = 1e-3;
  private static final double SETTLED = 1e-9;
  private static final int MOST_ROUNDS = 100;

  /// Of more posts than this, so many tell how the estimate hangs on the recalibration.
  private static final int ENOUGH = 20_000;

  private final Recalibration recalibration;
  private final List<double[]> said;
  private final double[] voices;
  private final double authors;

  private ShareEstimate(
      Recalibration recalibration, List<double[]> said, double[] voices, double authors) {
    this.recalibration = recalibration;
    this.said = said;
    this.voices = voices;
    this.authors = authors;
  }

  /// @param said for each post the probability of each class of the trial
  /// @param voices for each post how much of its author's one voice it has
  /// @return one share a class
  static List<CampsReport.Share> of(Trial trial, List<double[]> said, double[] voices) {
    return new ShareEstimate(Recalibration.of(trial), said, voices, Arrays.stream(voices).sum())
        .shares();
  }

  private List<CampsReport.Share> shares() {
    double[] counted = counted();
    double[] added = added();
    double[] mix = recalibration.mix();
    double[][] posts = recalibrated(recalibration);
    double[] adapted = mixture(posts, voices, mix, TRUST, mix);
    double[] free = mixture(posts, voices, mix, FREE, adapted);
    double[] uncertain = uncertainty();
    List<CampsReport.Share> shares = new ArrayList<>();
    for (int c = 0; c < counted.length; c++) {
      double p = (counted[c] + added[c] + adapted[c]) / 3;
      double apart = (square(counted[c] - p) + square(added[c] - p) + square(adapted[c] - p)) / 2;
      double variance = p * (1 - p) / authors + uncertain[c] + square(adapted[c] - free[c]) + apart;
      shares.add(Intervals.wilson(p, variance, counted[c]));
    }
    return shares;
  }

  private static double square(double x) {
    return x * x;
  }

  private double[] counted() {
    double[] counted = new double[said.getFirst().length];
    for (int i = 0; i < said.size(); i++) {
      double[] p = said.get(i);
      int best = 0;
      for (int c = 1; c < p.length; c++) if (p[c] > p[best]) best = c;
      counted[best] += voices[i] / authors;
    }
    return counted;
  }

  private double[] added() {
    double[] added = new double[said.getFirst().length];
    for (int i = 0; i < said.size(); i++) {
      for (int c = 0; c < added.length; c++) added[c] += said.get(i)[c] * voices[i] / authors;
    }
    return added;
  }

  private double[][] recalibrated(Recalibration by) {
    return said.stream().map(by::apply).toArray(double[][]::new);
  }

  /// Expectation maximisation from `start` until the shares stand still.
  private static double[] mixture(
      double[][] posts, double[] voices, double[] mix, double trust, double[] start) {
    double all = Arrays.stream(voices).sum();
    double[] shares = start.clone();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[shares.length];
      for (int i = 0; i < posts.length; i++) {
        double sum = 0;
        for (int c = 0; c < shares.length; c++) sum += posts[i][c] * shares[c] / mix[c];
        for (int c = 0; c < shares.length; c++) {
          next[c] += voices[i] / all * posts[i][c] * shares[c] / mix[c] / sum;
        }
      }
      double moved = 0;
      for (int c = 0; c < shares.length; c++) {
        next[c] = (next[c] + trust * mix[c]) / (1 + trust);
        moved = Math.max(moved, Math.abs(next[c] - shares[c]));
      }
      shares = next;
      if (moved < SETTLED) break;
    }
    return shares;
  }

  /// Variance of each share from what is not known of the recalibration.
  private double[] uncertainty() {
    ShareEstimate few = thinned();
    double[] mix = recalibration.mix();
    double[] base = mixture(few.recalibrated(recalibration), few.voices, mix, TRUST, mix);
    double[][] slopes = new double[recalibration.size()][];
    for (int k = 0; k < slopes.length; k++) {
      Recalibration moved = recalibration.moved(k, STEP);
      slopes[k] = mixture(few.recalibrated(moved), few.voices, moved.mix(), TRUST, base);
      for (int c = 0; c < base.length; c++) slopes[k][c] = (slopes[k][c] - base[c]) / STEP;
    }
    double[][] covariance = recalibration.covariance();
    double[] variance = new double[base.length];
    for (int c = 0; c < base.length; c++) {
      for (int k = 0; k < slopes.length; k++) {
        for (int l = 0; l < slopes.length; l++) {
          variance[c] += slopes[k][c] * covariance[k][l] * slopes[l][c];
        }
      }
    }
    return variance;
  }

  private ShareEstimate thinned() {
    int step = (said.size() + ENOUGH - 1) / ENOUGH;
    if (step <= 1) return this;
    List<double[]> few = new ArrayList<>();
    double[] theirs = new double[(said.size() + step - 1) / step];
    for (int i = 0; i < said.size(); i += step) {
      theirs[few.size()] = voices[i];
      few.add(said.get(i));
    }
    return new ShareEstimate(recalibration, few, theirs, authors);
  }
}
