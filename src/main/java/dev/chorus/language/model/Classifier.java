package dev.chorus.language.model;

import dev.chorus.language.ModelException;
import dev.chorus.language.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Tells the probability of each of several classes for a post: over the encoder's vector of it, or
/// over its n-grams where no encoder is used.
public sealed interface Classifier permits SoftmaxRegression, NgramModel {
  /// Names of the classes.
  List<String> classes();

  /// The probability of each class; together 1.
  ///
  /// @param text of the post
  /// @param tuned see [Reaction#tuned]
  double[] probabilities(String text, Optional<Vector> tuned);

  /// Puts classes and weights into a model file; weights of n-grams go into a file beside it.
  ///
  /// @param file where the draft will be written
  void put(ModelDraft draft, Path file);

  /// The classifier in a model file.
  ///
  /// @param encoder names the encoder whose vectors it will be asked about, if there is one
  /// @throws ModelException if it is damaged, or learned on the vectors of another encoder
  static Classifier read(ModelFile file, List<String> classes, Optional<String> encoder) {
    double temperature = file.number("temperature");
    Optional<String> ngrams = file.text("ngrams");
    if (ngrams.isPresent()) return NgramModel.read(file, ngrams.get(), classes, temperature);
    checkEncoder(file, encoder);
    return new SoftmaxRegression(classes, file.numbers("weights"), temperature);
  }

  /// Refuses a model that was learned on the vectors of another encoder.
  static void checkEncoder(ModelFile file, Optional<String> encoder) {
    String found = String.valueOf(file.value("encoder").orElse("none"));
    if (encoder.isEmpty() || !found.equals(encoder.get())) {
      throw new ModelException(
          file.path()
              + ": was trained on vectors of the encoder "
              + found
              + "; "
              + encoder.map(e -> "the encoder that is there is " + e).orElse("none is used here")
              + ". Train it again, or restore the encoder.");
    }
  }
}
