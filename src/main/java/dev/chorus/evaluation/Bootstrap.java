package dev.chorus.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// 95% intervals by the percentile bootstrap (Efron 1979): how a figure varies when the posts are
/// drawn again, with replacement.
final class Bootstrap {
  private static final int DRAWS = 1_000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /// @param rows the measurements
  /// @param seed same seed, same interval
  /// @param statistic the figure of any selection of rows
  static <T> Figure figure(
      String name, List<T> rows, long seed, ToDoubleFunction<List<T>> statistic) {
    Random random = new Random(seed);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      drawn[draw] =
          statistic.applyAsDouble(
              IntStream.range(0, rows.size())
                  .mapToObj(_ -> rows.get(random.nextInt(rows.size())))
                  .toList());
    }
    Arrays.sort(drawn);
    return new Figure(
        name,
        statistic.applyAsDouble(rows),
        drawn[(int) Math.floor(TAIL * DRAWS)],
        drawn[(int) Math.ceil((1 - TAIL) * DRAWS) - 1]);
  }
}
