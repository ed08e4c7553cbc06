package dev.chorus.report.estimate;

import dev.chorus.language.model.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
public final class ShareEstimate {
  /// Weight of the labelled posts' mix against the corpus.
  static final double TRUST = 0.25;

  /// The same, almost without trust.
  private static final double FREE = 0.08;

  private static final double STEP = 1e-3;
  private static final double SETTLED = 1e-7;
  private static final int MOST_ROUNDS = 100;

  /// Of more posts than this, so many tell how the estimate hangs on the recalibration and on the
  /// trust.
  private static final int ENOUGH = 20_000;

  /// Posts whose sums are added up together; the parts then in their order, so that the number of
  /// cores never shows.
  private static final int PART = 8_192;

  private final Recalibration recalibration;
  private final int classes;

  public ShareEstimate(Trial trial) {
    this.recalibration = Recalibration.of(trial);
    this.classes = trial.classes().size();
  }

  /// @param said for each post, one behind the other, the probability of each class of the trial
  /// @param voices for each post how much of its author's one voice it has
  /// @return one share a class
  public List<Share> of(double[] said, double[] voices) {
    double authors = Arrays.stream(voices).sum();
    double[] counted = counted(said, voices);
    double[] added = added(said, voices);
    double[] mix = recalibration.mix();
    int step = Math.max(1, Math.ceilDiv(voices.length, ENOUGH));
    double[] few = thinned(said, step, classes);
    double[] theirs = thinned(voices, step, 1);
    double[] fewAdapted = mixture(recalibrated(few, recalibration), theirs, mix, TRUST, mix);
    double[] free = mixture(recalibrated(few, recalibration), theirs, mix, FREE, fewAdapted);
    double[] uncertain = uncertainty(few, theirs, fewAdapted);
    double[] adapted =
        step == 1
            ? fewAdapted
            : mixture(recalibrated(said, recalibration), voices, mix, TRUST, fewAdapted);
    List<Share> shares = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      double p = (counted[c] + added[c] + adapted[c]) / 3;
      double apart = (square(counted[c] - p) + square(added[c] - p) + square(adapted[c] - p)) / 2;
      double variance =
          p * (1 - p) / authors + uncertain[c] + square(fewAdapted[c] - free[c]) + apart;
      shares.add(Intervals.wilson(p, variance, counted[c]));
    }
    return shares;
  }

  private static double square(double x) {
    return x * x;
  }

  private double[] counted(double[] said, double[] voices) {
    double all = Arrays.stream(voices).sum();
    double[] counted = new double[classes];
    for (int i = 0; i < voices.length; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        if (said[i * classes + c] > said[i * classes + best]) best = c;
      }
      counted[best] += voices[i] / all;
    }
    return counted;
  }

  private double[] added(double[] said, double[] voices) {
    double all = Arrays.stream(voices).sum();
    double[] added = new double[classes];
    for (int i = 0; i < voices.length; i++) {
      for (int c = 0; c < classes; c++) added[c] += said[i * classes + c] * voices[i] / all;
    }
    return added;
  }

  private double[] recalibrated(double[] said, Recalibration by) {
    double[] all = new double[said.length];
    IntStream.range(0, said.length / classes)
        .parallel()
        .forEach(
            i -> {
              double[] post = Arrays.copyOfRange(said, i * classes, (i + 1) * classes);
              System.arraycopy(by.apply(post), 0, all, i * classes, classes);
            });
    return all;
  }

  /// Expectation maximisation from `start` until the shares stand still.
  private double[] mixture(
      double[] posts, double[] voices, double[] mix, double trust, double[] start) {
    double all = Arrays.stream(voices).sum();
    double[] shares = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = expected(posts, voices, mix, shares);
      double moved = 0;
      for (int c = 0; c < classes; c++) {
        next[c] = (next[c] / all + trust * mix[c]) / (1 + trust);
        moved = Math.max(moved, Math.abs(next[c] - shares[c]));
      }
      shares = next;
      if (moved < SETTLED) break;
    }
    return shares;
  }

  /// The voices of each class, if these were the shares.
  private double[] expected(double[] posts, double[] voices, double[] mix, double[] shares) {
    double[] weights = new double[classes];
    for (int c = 0; c < classes; c++) weights[c] = shares[c] / mix[c];
    List<double[]> parts =
        IntStream.range(0, Math.ceilDiv(voices.length, PART))
            .parallel()
            .mapToObj(
                part -> {
                  double[] sums = new double[classes];
                  int to = Math.min(voices.length, (part + 1) * PART);
                  for (int i = part * PART; i < to; i++) {
                    double sum = 0;
                    for (int c = 0; c < classes; c++) sum += posts[i * classes + c] * weights[c];
                    double voice = voices[i] / sum;
                    for (int c = 0; c < classes; c++) {
                      sums[c] += voice * posts[i * classes + c] * weights[c];
                    }
                  }
                  return sums;
                })
            .toList();
    double[] sums = new double[classes];
    for (double[] part : parts) for (int c = 0; c < classes; c++) sums[c] += part[c];
    return sums;
  }

  /// Variance of each share from what is not known of the recalibration.
  private double[] uncertainty(double[] said, double[] voices, double[] base) {
    double[][] slopes = new double[recalibration.size()][];
    for (int k = 0; k < slopes.length; k++) {
      Recalibration moved = recalibration.moved(k, STEP);
      slopes[k] = mixture(recalibrated(said, moved), voices, moved.mix(), TRUST, base);
      for (int c = 0; c < classes; c++) slopes[k][c] = (slopes[k][c] - base[c]) / STEP;
    }
    double[][] covariance = recalibration.covariance();
    double[] variance = new double[classes];
    for (int c = 0; c < classes; c++) {
      for (int k = 0; k < slopes.length; k++) {
        for (int l = 0; l < slopes.length; l++) {
          variance[c] += slopes[k][c] * covariance[k][l] * slopes[l][c];
        }
      }
    }
    return variance;
  }

  /// Every so many-th post.
  private static double[] thinned(double[] values, int step, int width) {
    if (step == 1) return values;
    int posts = Math.ceilDiv(values.length / width, step);
    double[] few = new double[posts * width];
    for (int i = 0; i < posts; i++)
      System.arraycopy(values, i * step * width, few, i * width, width);
    return few;
  }
}
