package dev.chorus.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How a classifier did on labelled posts.
///
/// @param posts how many were judged
/// @param unread how many of them were given no label; they count as wrong
/// @param figures the averages and accuracy, with 95% intervals
/// @param confusion which labels were taken for which
/// @param worst wrong judgements, the most confident first
public record Evaluation(
    int posts, int unread, List<Figure> figures, Confusion confusion, List<Judged> worst) {
  private static final int BINS = 10;
  private static final int DRAWS = 1_000;

  public Evaluation {
    figures = List.copyOf(figures);
    worst = List.copyOf(worst);
  }

  /// @param judged at least one
  /// @param sides two labels whose mean F1 is reported, such as positive and negative; or empty
  /// @param errors how many of the worst errors are wanted
  public static Evaluation of(List<Judged> judged, List<String> sides, int errors, long seed) {
    if (judged.isEmpty()) throw new IllegalArgumentException("nothing was judged");
    List<String> labels = Confusion.labels(judged);
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("macro-recall", judged, labels, seed, c -> mean(c, c::recall)));
    figures.add(figure("macro-F1", judged, labels, seed, c -> mean(c, c::f1)));
    if (!sides.isEmpty()) {
      figures.add(
          figure(
              "F1 of " + String.join(" and ", sides),
              judged,
              labels,
              seed,
              c ->
                  sides.stream()
                      .mapToDouble(s -> c.labels().contains(s) ? c.f1(c.labels().indexOf(s)) : 0)
                      .average()
                      .orElseThrow()));
    }
    figures.add(
        Bootstrap.figure(
            "accuracy",
            judged,
            seed,
            rows -> rows.stream().filter(Judged::right).count() / (double) rows.size()));
    figures.add(Bootstrap.figure("ECE", judged, seed, Evaluation::calibrationError));
    figures.add(calibrationErrorByChance(judged, seed));
    return new Evaluation(
        judged.size(),
        (int) judged.stream().filter(j -> j.given().isEmpty()).count(),
        figures,
        Confusion.of(judged, labels),
        judged.stream()
            .filter(j -> !j.right() && j.given().isPresent())
            .sorted(
                Comparator.comparingDouble(Judged::confidence).reversed().thenComparing(Judged::id))
            .limit(errors)
            .toList());
  }

  private static Figure figure(
      String name,
      List<Judged> judged,
      List<String> labels,
      long seed,
      ToDoubleFunction<Confusion> statistic) {
    return Bootstrap.figure(
        name, judged, seed, rows -> statistic.applyAsDouble(Confusion.of(rows, labels)));
  }

  private interface OfLabel {
    double at(int label);
  }

  private static double mean(Confusion confusion, OfLabel figure) {
    return IntStream.range(0, confusion.labels().size())
        .filter(confusion::occurs)
        .mapToDouble(figure::at)
        .average()
        .orElse(0);
  }

  /// Expected calibration error (Naeini, Cooper & Hauskrecht 2015): how far, on average, the
  /// probability of the given label is from the share of labels that are right, in ten bins of
  /// equal width.
  static double calibrationError(List<Judged> judged) {
    return calibrationError(judged, Judged::right);
  }

  private static double calibrationError(List<Judged> judged, Predicate<Judged> isRight) {
    double[] promised = new double[BINS];
    double[] right = new double[BINS];
    int read = 0;
    for (Judged post : judged) {
      if (post.given().isEmpty()) continue;
      read++;
      int bin = Math.clamp((int) Math.ceil(post.confidence() * BINS) - 1, 0, BINS - 1);
      promised[bin] += post.confidence();
      if (isRight.test(post)) right[bin]++;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) error += Math.abs(promised[bin] - right[bin]);
    return read == 0 ? 0 : error / read;
  }

  /// The calibration error of perfect probabilities on so few posts: labels are drawn right as
  /// often as their probabilities promise. It is above zero by chance alone, so an error of this
  /// size says nothing against the probabilities.
  private static Figure calibrationErrorByChance(List<Judged> judged, long seed) {
    Random random = new Random(seed);
    double[] drawn =
        DoubleStream.generate(
                () -> calibrationError(judged, j -> random.nextDouble() < j.confidence()))
            .limit(DRAWS)
            .sorted()
            .toArray();
    return new Figure(
        "ECE by chance",
        Arrays.stream(drawn).average().orElseThrow(),
        drawn[(int) (0.025 * DRAWS)],
        drawn[(int) (0.975 * DRAWS)]);
  }
}
