package dev.chorus.report.map;

import java.util.Arrays;

/// Places in a plane for the nodes of a graph: neighbours pull each other, others push each other
/// away (UMAP's layout; McInnes, Healy and Melville 2018).
///
/// One thread goes over the edges in their order, and chance comes from a seed: the same graph
/// gives the same places to the bit. How near two places are is told by 1 / (1 + A d²), UMAP's
/// curve with an exponent of 1, which needs no power and no logarithm.
final class Layout {
  /// Of UMAP's curve: neighbours keep about a tenth of a unit between them.
  private static final double A = 1.6;

  private static final int ROUNDS = 300;

  /// So many others push for each neighbour that pulls.
  private static final int PUSHES = 5;

  /// No step is longer.
  private static final double LONGEST = 4;

  /// Half the width of the plane at the start.
  private static final double WIDTH = 10;

  /// Nodes that start at one place are moved apart by this.
  private static final double SHAKE = 1e-3;

  private static final long SEED = 20_250_127;

  private final double[] x;
  private final double[] y;
  private long state = SEED;

  private Layout(double[][] start) {
    double widest = 0;
    for (double[] axis : start)
      for (double place : axis) widest = Math.max(widest, Math.abs(place));
    double scale = widest > 0 ? WIDTH / widest : 0;
    x = Arrays.stream(start[0]).map(place -> place * scale + SHAKE * fraction()).toArray();
    y = Arrays.stream(start[1]).map(place -> place * scale + SHAKE * fraction()).toArray();
  }

  /// @param start a place for each node: all x, then all y
  /// @return places in the same form
  static double[][] of(NeighbourGraph graph, double[][] start) {
    Layout layout = new Layout(start);
    layout.run(graph);
    return new double[][] {layout.x, layout.y};
  }

  private void run(NeighbourGraph graph) {
    int edges = graph.heads().length;
    double most = Arrays.stream(graph.weights()).max().orElse(1);
    // An edge pulls the more often the stronger it is.
    double[] due = new double[edges];
    double[] pause = new double[edges];
    for (int e = 0; e < edges; e++) pause[e] = due[e] = most / graph.weights()[e];
    for (int round = 1; round <= ROUNDS; round++) {
      double step = 1 - (round - 1.0) / ROUNDS;
      for (int e = 0; e < edges; e++) {
        if (due[e] > round) continue;
        due[e] += pause[e];
        pull(graph.heads()[e], graph.tails()[e], step);
        for (int push = 0; push < PUSHES; push++) push(graph.heads()[e], any(), step);
      }
    }
  }

  private void pull(int a, int b, double step) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double force = -2 * A / (1 + A * (dx * dx + dy * dy));
    double byX = step * clipped(force * dx);
    double byY = step * clipped(force * dy);
    x[a] += byX;
    y[a] += byY;
    x[b] -= byX;
    y[b] -= byY;
  }

  private void push(int a, int b, double step) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double square = dx * dx + dy * dy;
    if (!(square > 0)) return;
    double force = 2 / ((0.001 + square) * (1 + A * square));
    x[a] += step * clipped(force * dx);
    y[a] += step * clipped(force * dy);
  }

  private static double clipped(double by) {
    return by > LONGEST ? LONGEST : by < -LONGEST ? -LONGEST : by;
  }

  private int any() {
    return (int) ((next() >>> 33) % x.length);
  }

  /// From -1 to 1.
  private double fraction() {
    return (next() >> 11) * 0x1.0p-52;
  }

  /// SplitMix64 (Steele, Lea and Flood 2014): of the generators of the JDK only [java.util.Random]
  /// promises its numbers, and that one is slow.
  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
