package dev.chorus.language.english;

import dev.chorus.language.ModelException;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Minimizer;
import dev.chorus.training.GoldNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds names in a post: each word is tagged by a linear model over its vector, which knows what
/// stands around it, and over how it and its neighbours are written; the best sequence of tags that
/// makes sense wins (Viterbi 1967).
///
/// Costs next to nothing beside the encoder, whose one pass it shares.
public final class NameTagger {
  private static final int STRIDE = Encoder.SIZE + NameFeatures.SIZE + 1;

  /// Training adds up so many parts, side by side where there are processors.
  private static final int PARTS = 16;

  /// What every name is given over none, in log-odds. The likeliest tag of each word misses more
  /// names than it invents; this evens it out (chosen on the development posts of
  /// WNUT-17 and BTC, where it raises F1 by 0.004 and 0.006).
  private static final double EAGERNESS = 0.5;

  /// In the place of a utility: this is no answer.
  private static final double CLOSED = Double.NEGATIVE_INFINITY;

  /// An error whose gradient makes no difference.
  private static final double NEGLIGIBLE = 1e-6;

  private final double[] weights;

  /// @param weights for each tag, one a number of the word's vector, one for each of its features,
  ///     and a constant
  public NameTagger(double[] weights) {
    if (weights.length != NameTags.COUNT * STRIDE) {
      throw new ModelException(weights.length + " weights; wanted " + NameTags.COUNT * STRIDE);
    }
    this.weights = weights.clone();
  }

  /// The names, in the order of the post. Names of users are none: they are looked up.
  List<NamedSpan> find(Words words, Encoder.Encoding encoding) {
    if (words.count() == 0) return List.of();
    float[][] features = NameFeatures.of(words);
    double[][] scores = new double[words.count()][];
    for (int w = 0; w < scores.length; w++) {
      scores[w] = scores(input(words, w, encoding.pieces(), features[w]));
      scores[w][NameTags.OUTSIDE] -= EAGERNESS;
      if (words.unnamed(w)) {
        Arrays.fill(scores[w], 1, NameTags.COUNT, CLOSED);
      }
    }
    return NameTags.names(words, best(scores));
  }

  /// What the model sees of a word.
  static float[] input(Words words, int word, float[] pieces, float[] features) {
    float[] input = new float[Encoder.SIZE + NameFeatures.SIZE];
    System.arraycopy(pieces, words.first()[word] * Encoder.SIZE, input, 0, Encoder.SIZE);
    System.arraycopy(features, 0, input, Encoder.SIZE, NameFeatures.SIZE);
    return input;
  }

  /// Log-probabilities of the tags of one word.
  private double[] scores(float[] input) {
    double[] scores = new double[NameTags.COUNT];
    double largest = Double.NEGATIVE_INFINITY;
    for (int tag = 0; tag < scores.length; tag++) {
      scores[tag] = utility(weights, tag, input);
      largest = Math.max(largest, scores[tag]);
    }
    double all = 0;
    for (double score : scores) all += Math.exp(score - largest);
    double norm = largest + Math.log(all);
    for (int tag = 0; tag < scores.length; tag++) scores[tag] -= norm;
    return scores;
  }

  private static double utility(double[] weights, int tag, float[] input) {
    int at = tag * STRIDE;
    double sum = weights[at + input.length];
    for (int i = 0; i < input.length; i++) sum += weights[at + i] * input[i];
    return sum;
  }

  private static int[] best(double[][] scores) {
    int[][] from = new int[scores.length][NameTags.COUNT];
    double[] sofar = new double[NameTags.COUNT];
    for (int tag = 0; tag < sofar.length; tag++) {
      sofar[tag] =
          NameTags.mayFollow(tag, NameTags.OUTSIDE) ? scores[0][tag] : Double.NEGATIVE_INFINITY;
    }
    for (int w = 1; w < scores.length; w++) {
      double[] next = new double[NameTags.COUNT];
      for (int tag = 0; tag < next.length; tag++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int before = 0; before < next.length; before++) {
          if (!NameTags.mayFollow(tag, before) || sofar[before] <= best) continue;
          best = sofar[before];
          from[w][tag] = before;
        }
        next[tag] = best + scores[w][tag];
      }
      sofar = next;
    }
    int[] tags = new int[scores.length];
    int last = scores.length - 1;
    for (int tag = 1; tag < sofar.length; tag++)
      if (sofar[tag] > sofar[tags[last]]) tags[last] = tag;
    for (int w = last; w > 0; w--) tags[w - 1] = from[w][tags[w]];
    return tags;
  }

  /// Learns from labelled texts.
  ///
  /// @param ridge penalty on the squared weights, constants left out
  public static NameTagger train(Encoder encoder, List<GoldNames> gold, double ridge) {
    List<Word> words = new ArrayList<>();
    for (GoldNames post : gold) {
      Words read = Words.of(post.text());
      if (read.count() == 0) continue;
      int[] right = NameTags.of(read, post);
      float[] pieces = encoder.encode(read.pieces()).pieces();
      float[][] features = NameFeatures.of(read);
      boolean[] known = new boolean[NameTags.COUNT];
      for (int tag = 0; tag < known.length; tag++) known[tag] = NameTags.known(tag, post.types());
      for (int w = 0; w < right.length; w++) {
        if (right[w] == NameTags.UNKNOWN) continue;
        words.add(new Word(input(read, w, pieces, features[w]), right[w], known));
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
        NameTags.COUNT * STRIDE,
        (w, gradient) -> {
          // Always the same parts, added up in the same order: the same sum on any machine.
          List<double[]> sums = parts.parallelStream().map(part -> slope(part, w)).toList();
          double loss = 0;
          for (double[] sum : sums) {
            for (int i = 0; i < w.length; i++) gradient[i] += sum[i] / words.size();
            loss += sum[w.length] / words.size();
          }
          for (int i = 0; i < w.length; i++) {
            if ((i + 1) % STRIDE == 0) continue;
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
        utilities[tag] = word.known()[tag] ? utility(w, tag, word.input()) : CLOSED;
      }
      double[] p = ChoiceModel.softmax(utilities);
      sum[w.length] -= Math.log(Math.max(p[word.tag()], 1e-300));
      for (int tag = 0; tag < p.length; tag++) {
        double error = p[tag] - (tag == word.tag() ? 1 : 0);
        if (Math.abs(error) < NEGLIGIBLE) continue;
        int at = tag * STRIDE;
        for (int i = 0; i < word.input().length; i++) sum[at + i] += error * word.input()[i];
        sum[at + STRIDE - 1] += error;
      }
    }
    return sum;
  }

  public double[] weights() {
    return weights.clone();
  }
}
