package dev.chorus.language.head;

import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Span;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.ModelDraft;
import dev.chorus.language.model.ModelFile;
import dev.chorus.language.model.SoftmaxRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which side a post takes toward something that it names, whatever that is: from the vectors of
/// the words that name it, which know what is said around them, beside that of the whole post
/// (target-dependent sentiment, Dong et al. 2014; Tang et al. 2016).
///
/// @param sides over what [#input] gives
public record TargetModel(SoftmaxRegression sides) {
  /// Numbers of an input.
  static final int SIZE = 2 * Encoder.SIZE;

  private static final String KIND = "stance toward what is named";

  /// Reads the model of a folder.
  ///
  /// @throws ModelException if it is missing or damaged, or learned with another encoder
  public static TargetModel read(ModelFolder models) {
    ModelFile file = ModelFile.read(models.namedStance(), KIND);
    Optional<String> encoder = Encoder.of(models).map(Encoder::id);
    if (Classifier.read(file, StanceScorer.CLASSES, encoder) instanceof SoftmaxRegression sides) {
      return new TargetModel(sides);
    }
    throw new ModelException(file.path() + ": is over n-grams; wanted one over vectors.");
  }

  /// Puts the model into a folder.
  ///
  /// @param encoder names the encoder whose vectors it reads
  /// @param provenance what it was learned from
  public void write(ModelFolder models, String encoder, Map<String, Object> provenance) {
    ModelDraft draft = new ModelDraft(KIND, Optional.of(encoder), provenance);
    sides.put(draft, models.namedStance());
    draft.write(models.namedStance());
  }

  /// What the model sees: the vector of the post, and the mean of those of the target's words.
  /// Empty where none of them was read, because the text is too long.
  public static Optional<Vector> input(EncodedPost post, List<Span> names) {
    Encoder.Encoding encoding = post.encoding();
    List<Integer> at = positions(post.words(), names);
    if (at.isEmpty()) return Optional.empty();
    float[] input = new float[SIZE];
    System.arraycopy(encoding.first(), 0, input, 0, Encoder.SIZE);
    for (int piece : at) {
      for (int i = 0; i < Encoder.SIZE; i++) {
        input[Encoder.SIZE + i] += encoding.pieces()[piece * Encoder.SIZE + i] / at.size();
      }
    }
    return Optional.of(Vector.ofDirection(input));
  }

  /// The first pieces of the words that name the target.
  public static List<Integer> positions(Words words, List<Span> names) {
    List<Integer> at = new ArrayList<>();
    for (int w = 0; w < words.count(); w++) {
      for (Span name : names) {
        if (words.spans().get(w).overlaps(name)) {
          at.add(words.first()[w]);
          break;
        }
      }
    }
    return at;
  }

  /// The probability of each [Side].
  Optional<double[]> probabilities(EncodedPost post, List<Span> names) {
    return input(post, names).map(sides::probabilities);
  }
}
