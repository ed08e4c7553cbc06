package dev.chorus.report.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which landmarks are near each other, and how strongly (UMAP's fuzzy set; McInnes, Healy and
/// Melville 2018): each has its own measure of distance, by which its neighbours add up to the same
/// in crowds and in empty places.
///
/// @param heads of the edges, in ascending order; each edge is there in both directions
/// @param tails of the edges
/// @param weights of the edges, from 0 to 1
record NeighbourGraph(int[] heads, int[] tails, double[] weights) {
  private static final int STEPS = 40;

  /// The measure of a landmark is no smaller than this part of the mean distance of its neighbours.
  private static final double LEAST_MEASURE = 1e-3;

  /// @param neighbours how many of each landmark
  static NeighbourGraph of(Landmarks landmarks, int neighbours) {
    int size = landmarks.size();
    int[][] near = new int[size][];
    double[][] weights = new double[size][];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            i -> {
              float[] cosines = new float[size];
              landmarks.cosines(landmarks.get(i), cosines);
              Nearest nearest = new Nearest(neighbours).of(cosines, i);
              near[i] = nearest.places();
              weights[i] = weights(nearest.values());
            });
    return joined(near, weights);
  }

  private static double[] weights(float[] cosines) {
    double[] distances = new double[cosines.length];
    for (int k = 0; k < distances.length; k++) distances[k] = Math.max(0, 1 - cosines[k]);
    double first = Arrays.stream(distances).filter(d -> d > 0).findFirst().orElse(0);
    double wanted = StrictMath.log(distances.length + 1.0) / StrictMath.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double measure = 1;
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (double d : distances) sum += weight(d, first, measure);
      if (sum > wanted) high = measure;
      else low = measure;
      measure = Double.isInfinite(high) ? 2 * measure : (low + high) / 2;
    }
    double mean = Arrays.stream(distances).average().orElse(0);
    measure = Math.max(measure, LEAST_MEASURE * mean);
    double[] weights = new double[distances.length];
    for (int k = 0; k < weights.length; k++) weights[k] = weight(distances[k], first, measure);
    return weights;
  }

  private static double weight(double distance, double first, double measure) {
    return distance <= first ? 1 : StrictMath.exp(-(distance - first) / measure);
  }

  /// Two landmarks are as near as either of them says, or both together.
  private static NeighbourGraph joined(int[][] near, double[][] weights) {
    int size = near.length;
    int[] degrees = new int[size];
    for (int i = 0; i < size; i++) {
      degrees[i] += near[i].length;
      for (int j : near[i]) if (place(near[j], i) < 0) degrees[j]++;
    }
    int[] ends = new int[size];
    for (int i = 1; i < size; i++) ends[i] = ends[i - 1] + degrees[i - 1];
    int edges = Arrays.stream(degrees).sum();
    int[] heads = new int[edges];
    int[] tails = new int[edges];
    double[] both = new double[edges];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < near[i].length; k++) {
        int j = near[i][k];
        int back = place(near[j], i);
        double there = weights[i][k];
        double here = back < 0 ? 0 : weights[j][back];
        double weight = there + here - there * here;
        heads[ends[i]] = i;
        tails[ends[i]] = j;
        both[ends[i]++] = weight;
        if (back >= 0) continue;
        heads[ends[j]] = j;
        tails[ends[j]] = i;
        both[ends[j]++] = weight;
      }
    }
    return new NeighbourGraph(heads, tails, both);
  }

  private static int place(int[] places, int wanted) {
    for (int k = 0; k < places.length; k++) if (places[k] == wanted) return k;
    return -1;
  }
}
