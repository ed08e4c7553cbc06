package dev.chorus.report.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The dense parts of a map. Points are counted in a grid and smoothed; each cell belongs to the
/// hill whose top one reaches by always climbing, as far as it is at least half as dense as that
/// top. So no cell is in two hills.
final class Hills {
  /// Cells along each side.
  static final int CELLS = 64;

  private static final int CELL = (Projection.WIDTH + 1) / CELLS;

  /// The part of a top's density down to which its hill reaches.
  private static final double FOOT = 0.5;

  /// Points of a hill that is told.
  private static final int LEAST_POINTS = 5;

  /// How wide a point is smoothed, in cells: the wider the fewer there are.
  private static final double WIDEST = 5;

  private static final double NARROWEST = 1.2;

  private final char[] x;
  private final char[] y;
  private final double[] density = new double[CELLS * CELLS];

  /// @param points numbers of the points on it, in ascending order
  record Hill(int x, int y, int[] points) {}

  private Hills(char[] x, char[] y) {
    this.x = x;
    this.y = y;
    double width =
        Math.clamp(6 / StrictMath.pow(Math.max(1, x.length), 1.0 / 6), NARROWEST, WIDEST);
    int reach = (int) Math.ceil(3 * width);
    double[] bell = new double[reach + 1];
    for (int d = 0; d <= reach; d++) bell[d] = StrictMath.exp(-d * d / (2 * width * width));
    double[] counts = new double[CELLS * CELLS];
    for (int i = 0; i < x.length; i++) counts[cell(i)]++;
    smooth(smooth(counts, bell), bell, density);
  }

  private int cell(int point) {
    return y[point] / CELL * CELLS + x[point] / CELL;
  }

  private static double[] smooth(double[] from, double[] bell) {
    double[] across = new double[from.length];
    smooth(from, bell, across);
    return across;
  }

  /// Smooths along the rows, and turns rows into columns.
  private static void smooth(double[] from, double[] bell, double[] into) {
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double sum = from[row * CELLS + column] * bell[0];
        for (int d = 1; d < bell.length; d++) {
          if (column - d >= 0) sum += from[row * CELLS + column - d] * bell[d];
          if (column + d < CELLS) sum += from[row * CELLS + column + d] * bell[d];
        }
        into[column * CELLS + row] = sum;
      }
    }
  }

  /// @param most how many are told
  /// @return the densest, the densest first
  static List<Hill> of(char[] x, char[] y, int most) {
    return new Hills(x, y).densest(most);
  }

  private List<Hill> densest(int most) {
    int[] tops = IntStream.range(0, density.length).map(this::top).toArray();
    List<List<Integer>> points = new ArrayList<>();
    for (int cell = 0; cell < tops.length; cell++) points.add(new ArrayList<>());
    for (int i = 0; i < x.length; i++) {
      int cell = cell(i);
      if (density[cell] >= FOOT * density[tops[cell]]) points.get(tops[cell]).add(i);
    }
    return IntStream.range(0, tops.length)
        .filter(top -> points.get(top).size() >= LEAST_POINTS)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer top) -> density[top]).reversed())
        .limit(most)
        .map(
            top ->
                new Hill(
                    top % CELLS * CELL + CELL / 2,
                    top / CELLS * CELL + CELL / 2,
                    points.get(top).stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  /// Where one arrives from a cell by always going on to the densest cell around.
  private int top(int cell) {
    int here = cell;
    while (true) {
      int next = here;
      for (int around : around(here)) if (density[around] > density[next]) next = around;
      if (next == here) return here;
      here = next;
    }
  }

  private static int[] around(int cell) {
    int[] cells = new int[8];
    int size = 0;
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        int row = cell / CELLS + down;
        int column = cell % CELLS + right;
        boolean inside = row >= 0 && row < CELLS && column >= 0 && column < CELLS;
        if (inside && (down != 0 || right != 0)) cells[size++] = row * CELLS + column;
      }
    }
    return Arrays.copyOf(cells, size);
  }
}
