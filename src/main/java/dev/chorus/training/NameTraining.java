package dev.chorus.training;

import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.english.NameFeatures;
import dev.chorus.language.english.NameTagger;
import dev.chorus.language.english.NameTags;
import dev.chorus.language.model.ChoiceModel;
import java.util.ArrayList;
import java.util.List;

/// Learns a [NameTagger] from texts whose names are known.
final class NameTraining {
  /// So many parts are added up, side by side where there are processors.
  private static final int PARTS = 16;

  /// In the place of a utility: this is no answer.
  private static final double CLOSED = Double.NEGATIVE_INFINITY;

  /// An error whose gradient makes no difference.
  private static final double NEGLIGIBLE = 1e-6;

  private NameTraining() {}

  /// Learns from labelled texts.
  ///
  /// @param ridge penalty on the squared weights, constants left out
  static NameTagger train(Encoder encoder, List<GoldNames> gold, double ridge) {
    List<Word> words = new ArrayList<>();
    for (GoldNames post : gold) {
      Words read = Words.of(post.text());
      if (read.count() == 0) continue;
      int[] right = NameTags.of(read, post.names());
      float[] pieces = encoder.encode(read.pieces()).pieces();
      float[][] features = NameFeatures.of(read);
      boolean[] known = new boolean[NameTags.COUNT];
      for (int tag = 0; tag < known.length; tag++) known[tag] = NameTags.known(tag, post.types());
      for (int w = 0; w < right.length; w++) {
        if (right[w] == NameTags.UNKNOWN) continue;
        words.add(new Word(NameTagger.input(read, w, pieces, features[w]), right[w], known));
      }
    }
    return new NameTagger(minimize(words, ridge));
  }

  /// A labelled word.
  ///
  /// @param known for each tag, whether anybody looked for it
  private record Word(float[] input, int tag, boolean[] known) {}

  private static double[] minimize(List<Word> words, double ridge) {
    List<List<Word>> parts = new ArrayList<>();
    int size = Math.ceilDiv(words.size(), PARTS);
    for (int from = 0; from < words.size(); from += size) {
      parts.add(words.subList(from, Math.min(from + size, words.size())));
    }
    return Minimizer.minimize(
        NameTags.COUNT * NameTagger.STRIDE,
        (w, gradient) -> {
          // Always the same parts, added up in the same order: the same sum on any machine.
          List<double[]> sums = parts.parallelStream().map(part -> slope(part, w)).toList();
          double loss = 0;
          for (double[] sum : sums) {
            for (int i = 0; i < w.length; i++) gradient[i] += sum[i] / words.size();
            loss += sum[w.length] / words.size();
          }
          for (int i = 0; i < w.length; i++) {
            if ((i + 1) % NameTagger.STRIDE == 0) continue;
            gradient[i] += 2 * ridge * w[i];
            loss += ridge * w[i] * w[i];
          }
          return loss;
        });
  }

  /// The gradient of the summed cross-entropy, and behind it that sum.
  private static double[] slope(List<Word> words, double[] w) {
    double[] sum = new double[w.length + 1];
    for (Word word : words) {
      double[] utilities = new double[NameTags.COUNT];
      for (int tag = 0; tag < utilities.length; tag++) {
        utilities[tag] = word.known()[tag] ? NameTagger.utility(w, tag, word.input()) : CLOSED;
      }
      double[] p = ChoiceModel.softmax(utilities);
      sum[w.length] -= Math.log(Math.max(p[word.tag()], 1e-300));
      for (int tag = 0; tag < p.length; tag++) {
        double error = p[tag] - (tag == word.tag() ? 1 : 0);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        int at = tag * NameTagger.STRIDE;
        for (int i = 0; i < word.input().length; i++) sum[at + i] += error * word.input()[i];
        sum[at + NameTagger.STRIDE - 1] += error;
      }
    }
    return sum;
  }
}
