package dev.chorus.report.map;

import java.util.Arrays;

/// The vectors that a projection is made from: moved so that their mean is zero, and scaled to
/// length 1. The cosine of any vector with all of them is fast, and the same to the bit on every
/// machine: each sum is built up in one order.
final class Landmarks {
  /// Landmarks that are compared at a time, so that their numbers stay in the processor's cache.
  private static final int BLOCK = 512;

  /// Numbers of a vector that are taken at a time.
  private static final int STEP = 8;

  /// A vector nearer to the mean has no direction that can be told.
  private static final double LEAST_LENGTH = 1e-6;

  private final int size;
  private final double[] mean;

  /// By number of the vector's place, then by landmark. The places are filled up with zeros to a
  /// multiple of [#STEP].
  private final float[][] values;

  /// @param vectors all of one length
  Landmarks(float[][] vectors) {
    size = vectors.length;
    int numbers = size == 0 ? 0 : vectors[0].length;
    mean = new double[numbers];
    for (float[] vector : vectors) for (int d = 0; d < numbers; d++) mean[d] += vector[d];
    for (int d = 0; d < numbers; d++) mean[d] /= size;
    values = new float[(numbers + STEP - 1) / STEP * STEP][size];
    for (int i = 0; i < size; i++) {
      float[] centred = centred(vectors[i]);
      for (int d = 0; d < centred.length; d++) values[d][i] = centred[d];
    }
  }

  int size() {
    return size;
  }

  /// How many numbers a vector has, zeros at its end included.
  int numbers() {
    return values.length;
  }

  /// The number at one place of all vectors.
  float[] at(int place) {
    return values[place];
  }

  /// The direction of a vector from the mean; zeros if it is the mean.
  float[] centred(float[] vector) {
    double squares = 0;
    for (int d = 0; d < mean.length; d++) {
      double moved = vector[d] - mean[d];
      squares += moved * moved;
    }
    double length = Math.sqrt(squares);
    float[] centred = new float[values.length];
    if (length < LEAST_LENGTH) return centred;
    for (int d = 0; d < mean.length; d++) centred[d] = (float) ((vector[d] - mean[d]) / length);
    return centred;
  }

  /// A landmark as [#centred] gives it.
  float[] get(int landmark) {
    float[] vector = new float[values.length];
    for (int d = 0; d < vector.length; d++) vector[d] = values[d][landmark];
    return vector;
  }

  /// The cosines of a centred vector with all landmarks.
  ///
  /// @param into one for each landmark
  void cosines(float[] vector, float[] into) {
    Arrays.fill(into, 0);
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      for (int d = 0; d < vector.length; d += STEP) add(vector, d, into, from, to);
    }
  }

  /// A loop that compilers turn into instructions on many numbers at once: no sum waits for
  /// another.
  private void add(float[] vector, int d, float[] sums, int from, int to) {
    float a = vector[d];
    float b = vector[d + 1];
    float c = vector[d + 2];
    float e = vector[d + 3];
    float f = vector[d + 4];
    float g = vector[d + 5];
    float h = vector[d + 6];
    float i = vector[d + 7];
    float[] as = values[d];
    float[] bs = values[d + 1];
    float[] cs = values[d + 2];
    float[] es = values[d + 3];
    float[] fs = values[d + 4];
    float[] gs = values[d + 5];
    float[] hs = values[d + 6];
    float[] is = values[d + 7];
    for (int j = from; j < to; j++) {
      sums[j] +=
          ((a * as[j] + b * bs[j]) + (c * cs[j] + e * es[j]))
              + ((f * fs[j] + g * gs[j]) + (h * hs[j] + i * is[j]));
    }
  }
}
