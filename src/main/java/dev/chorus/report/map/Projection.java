package dev.chorus.report.map;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Places in a plane for vectors, so that near vectors stand near each other.
///
/// Some of the vectors, the landmarks, are laid out by a graph of their nearest neighbours; each
/// other one stands at the weighted mean of the landmarks that it is nearest to. The same vectors
/// in the same order give the same places to the bit, on any number of processors.
///
/// @param x from 0 to [#WIDTH], one for each vector
/// @param y from 0 to [#WIDTH]
/// @param trustworthiness of the landmarks' places among 15 neighbours, from 0 to 1
record Projection(char[] x, char[] y, double trustworthiness) {
  /// The largest place.
  static final int WIDTH = 65_535;

  /// Below this number of landmarks a neighbourhood is no smaller than the whole.
  static final int LEAST = 50;

  private static final int NEIGHBOURS = 15;
  private static final int NEAREST_LANDMARKS = 5;

  /// Room at the edge, as a part of the width.
  private static final double MARGIN = 0.02;

  /// A landmark weighs the inverse of its distance; one at the very place would weigh everything.
  private static final double LEAST_DISTANCE = 1e-4;

  /// @param size how many vectors there are
  /// @param landmarks which of them are laid out, at least [#LEAST], in ascending order
  /// @param vectors each by its number, all of one length; may be asked by several threads at once
  static Projection of(int size, int[] landmarks, IntFunction<float[]> vectors) {
    Landmarks chosen =
        new Landmarks(Arrays.stream(landmarks).mapToObj(vectors).toArray(float[][]::new));
    double[][] places = Layout.of(NeighbourGraph.of(chosen, NEIGHBOURS), PrincipalPlane.of(chosen));
    double trustworthiness = Trustworthiness.of(chosen, places, NEIGHBOURS);
    double[][] all = {new double[size], new double[size]};
    boolean[] placed = new boolean[size];
    for (int k = 0; k < landmarks.length; k++) {
      placed[landmarks[k]] = true;
      for (int axis = 0; axis < 2; axis++) all[axis][landmarks[k]] = places[axis][k];
    }
    IntStream.range(0, size)
        .parallel()
        .filter(i -> !placed[i])
        .forEach(i -> place(chosen, places, chosen.centred(vectors.apply(i)), all, i));
    return scaled(all, trustworthiness);
  }

  private static void place(
      Landmarks landmarks, double[][] places, float[] vector, double[][] all, int i) {
    float[] cosines = new float[landmarks.size()];
    landmarks.cosines(vector, cosines);
    Nearest nearest = new Nearest(NEAREST_LANDMARKS).of(cosines, -1);
    double x = 0;
    double y = 0;
    double weights = 0;
    for (int k = 0; k < nearest.size(); k++) {
      double weight = 1 / Math.max(LEAST_DISTANCE, 1 - nearest.value(k));
      x += weight * places[0][nearest.place(k)];
      y += weight * places[1][nearest.place(k)];
      weights += weight;
    }
    all[0][i] = x / weights;
    all[1][i] = y / weights;
  }

  private static Projection scaled(double[][] all, double trustworthiness) {
    double[] low = new double[2];
    double[] high = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      low[axis] = Arrays.stream(all[axis]).min().orElse(0);
      high[axis] = Arrays.stream(all[axis]).max().orElse(0);
    }
    double span = Math.max(high[0] - low[0], high[1] - low[1]);
    double scale = span > 0 ? (1 - 2 * MARGIN) * WIDTH / span : 0;
    char[][] places = new char[2][];
    for (int axis = 0; axis < 2; axis++) {
      double middle = (low[axis] + high[axis]) / 2;
      places[axis] = new char[all[axis].length];
      for (int i = 0; i < places[axis].length; i++) {
        places[axis][i] = (char) Math.rint(WIDTH / 2.0 + scale * (all[axis][i] - middle));
      }
    }
    return new Projection(places[0], places[1], trustworthiness);
  }
}
