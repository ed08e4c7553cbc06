package dev.chorus.report.estimate;

import dev.chorus.camp.Placed;
import dev.chorus.language.model.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How right the shares of camps are: corpora are drawn, with replacement, from labelled posts of
/// which the truth is known. The posts must not be those of the [Trial].
///
/// @param corpora how many were drawn
/// @param size posts in each
/// @param covered how often the interval of a camp's share holds the share among all labelled
///     posts, from 0 to 1
/// @param coveredOwn how often it holds the share among those in the drawn corpus
/// @param error mean absolute difference of the estimate from the share in the drawn corpus
/// @param errorCounting the same of counting the labels that the classifier gives
public record ShareEvaluation(
    int corpora, int size, double covered, double coveredOwn, double error, double errorCounting) {

  /// @param placed the labelled posts, analysed
  /// @param right the camp of each
  public static ShareEvaluation of(
      Trial trial, List<Placed> placed, List<String> right, int corpora, int size, long seed) {
    List<String> classes = trial.classes();
    List<double[]> said =
        placed.stream()
            .map(p -> classes.stream().mapToDouble(p.placement()::probability).toArray())
            .toList();
    int[] labels = right.stream().mapToInt(classes::indexOf).toArray();
    double[] truth = mix(IntStream.range(0, labels.length).toArray(), labels, classes.size());
    ShareEstimate estimate = new ShareEstimate(trial);
    double[] voices = new double[size];
    Arrays.fill(voices, 1);
    Random random = new Random(seed);
    double covered = 0;
    double own = 0;
    double error = 0;
    double counting = 0;
    for (int i = 0; i < corpora; i++) {
      int[] drawn = random.ints(size, 0, labels.length).toArray();
      double[] here = mix(drawn, labels, classes.size());
      List<Share> shares =
          estimate.of(
              IntStream.of(drawn).mapToObj(said::get).flatMapToDouble(Arrays::stream).toArray(),
              voices);
      for (int c = 0; c < here.length; c++) {
        Share share = shares.get(c);
        if (share.low() <= truth[c] && truth[c] <= share.high()) covered++;
        if (share.low() <= here[c] && here[c] <= share.high()) own++;
        error += Math.abs(share.estimate() - here[c]);
        counting += Math.abs(share.counted() - here[c]);
      }
    }
    double cases = (double) corpora * classes.size();
    return new ShareEvaluation(
        corpora, size, covered / cases, own / cases, error / cases, counting / cases);
  }

  private static double[] mix(int[] posts, int[] labels, int classes) {
    double[] mix = new double[classes];
    for (int post : posts) mix[labels[post]] += 1.0 / posts.length;
    return mix;
  }
}
