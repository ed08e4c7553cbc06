package dev.chorus.language.english;

import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.ModelDraft;
import dev.chorus.language.model.ModelFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds names in a post: each word is tagged by a linear model over its vector, which knows what
/// stands around it, and over how it and its neighbours are written; the best sequence of tags that
/// makes sense wins (Viterbi 1967).
///
/// Costs next to nothing beside the encoder, whose one pass it shares.
public final class NameTagger {
  /// Weights of a tag.
  public static final int STRIDE = Encoder.SIZE + NameFeatures.SIZE + 1;

  private static final String KIND = "names";

  /// What every name is given over none, in log-odds. The likeliest tag of each word misses more
  /// names than it invents; this evens it out (chosen on the development posts of
  /// WNUT-17 and BTC, where it raises F1 by 0.004 and 0.006).
  private static final double EAGERNESS = 0.5;

  /// In the place of a utility: this is no answer.
  private static final double CLOSED = Double.NEGATIVE_INFINITY;

  private final double[] weights;

  /// @param weights for each tag, one a number of the word's vector, one for each of its features,
  ///     and a constant
  public NameTagger(double[] weights) {
    if (weights.length != NameTags.COUNT * STRIDE) {
      throw new ModelException(weights.length + " weights; wanted " + NameTags.COUNT * STRIDE);
    }
    this.weights = weights.clone();
  }

  /// Reads the model of a folder.
  ///
  /// @throws ModelException if it is missing or damaged, or learned with another encoder
  static NameTagger read(ModelFolder models) {
    ModelFile file = ModelFile.read(models.names(), KIND);
    Classifier.checkEncoder(file, Optional.of(Encoder.in(models).id()));
    return new NameTagger(file.numbers("weights"));
  }

  /// Puts the model into a folder.
  ///
  /// @param encoder names the encoder whose vectors it reads
  /// @param provenance what it was learned from
  public void write(ModelFolder models, String encoder, Map<String, Object> provenance) {
    new ModelDraft(KIND, Optional.of(encoder), provenance)
        .put("tags", NameTags.names())
        .put("weights", weights)
        .write(models.names());
  }

  /// The names, in the order of the post. Names of users are none: they are looked up.
  public List<NamedSpan> find(Words words, Encoder.Encoding encoding) {
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
  public static float[] input(Words words, int word, float[] pieces, float[] features) {
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

  /// How much the weights speak for a tag, in log-odds.
  public static double utility(double[] weights, int tag, float[] input) {
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
}
