package dev.chorus.index;

import java.util.Arrays;
import java.util.Random;

/// Ranks from 0 on, each as likely as one over a power of its place.
public final class Zipf {
  private final double[] sums;

  public Zipf(int ranks, double exponent) {
    sums = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) sums[i] = sum += Math.pow(i + 1, -exponent);
  }

  public int next(Random random) {
    int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
  }
}
