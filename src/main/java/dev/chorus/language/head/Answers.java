package dev.chorus.language.head;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.ModelDraft;
import dev.chorus.language.model.ModelFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What labelled posts taught about one question, and how sure an answer must be to be given.
///
/// @param labels the probability of each answer
/// @param atLeast for some answers, the probability from which they are given: where most of the
///     answers that are as sure were right, on posts that taught nothing
public record Answers(Classifier labels, Map<String, Double> atLeast) {
  /// More than any probability: the answer is never given.
  public static final double NEVER = 2;

  public Answers {
    // In the order given: the same training writes the same bytes.
    atLeast = Collections.unmodifiableMap(new LinkedHashMap<>(atLeast));
  }

  /// The probability from which an answer is given.
  ///
  /// @param usual where nothing was measured
  public double atLeast(String answer, double usual) {
    return atLeast.getOrDefault(answer, usual);
  }

  /// Reads a model file, if it is there.
  ///
  /// @param models the folder that the file is in
  /// @param kind names the kind of the file
  /// @param classes the answers
  /// @throws ModelException if it is damaged or of another kind
  public static Optional<Answers> readIfPresent(
      ModelFolder models, Path file, String kind, List<String> classes) {
    return ModelFile.readIfPresent(file, kind)
        .map(
            json ->
                new Answers(
                    Classifier.read(json, classes, Encoder.of(models).map(Encoder::id)),
                    atLeast(json)));
  }

  /// How sure an answer must be to be given, by a model file.
  ///
  /// @throws ModelException if it is missing, damaged or of another kind
  public static Map<String, Double> atLeast(Path file, String kind) {
    return atLeast(ModelFile.read(file, kind));
  }

  private static Map<String, Double> atLeast(ModelFile file) {
    Map<String, Double> atLeast = new LinkedHashMap<>();
    if (file.value("atLeast").orElse(null) instanceof Map<?, ?> given) {
      given.forEach(
          (answer, p) -> {
            if (!(p instanceof Number number)) {
              throw file.damaged("atLeast", "holds " + p + "; wanted numbers");
            }
            atLeast.put(String.valueOf(answer), number.doubleValue());
          });
    }
    return atLeast;
  }

  /// @param encoder names the encoder on whose vectors it was learned, if it was on any
  /// @param provenance what it was learned from
  public void write(
      Path file, String kind, Optional<String> encoder, Map<String, Object> provenance) {
    ModelDraft draft = new ModelDraft(kind, encoder, provenance).put("atLeast", atLeast);
    labels.put(draft, file);
    draft.write(file);
  }
}
