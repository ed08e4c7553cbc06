package dev.chorus.language.model;

import dev.chorus.language.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the labelled posts of one event taught.
///
/// @param labels what a post's tuned vector or n-grams say of its label
/// @param weights how much that weighs beside the features that need no labelled posts
/// @param trial how both together did on posts that taught them nothing, where that is kept
public record EventModel(Classifier labels, ChoiceModel weights, Optional<Trial> trial) {
  /// Reads a model file, if it is there.
  ///
  /// @param kind what it decides
  /// @param encoder see [Classifier#read]
  /// @throws ModelException if it is damaged or of another kind
  public static Optional<EventModel> readIfPresent(
      Path file, String kind, List<String> features, Optional<String> encoder) {
    return ModelFile.readIfPresent(file, kind)
        .map(
            json ->
                new EventModel(
                    Classifier.read(json, json.texts("classes"), encoder),
                    ChoiceModel.read(json, kind, features),
                    trial(json)));
  }

  /// How a model did on posts that taught it nothing, whichever encoder they were read by; empty if
  /// there is no such file, or nothing of the kind in it.
  public static Optional<Trial> trial(Path file, String kind) {
    return ModelFile.readIfPresent(file, kind).flatMap(EventModel::trial);
  }

  private static Optional<Trial> trial(ModelFile file) {
    Optional<Object> rows = file.value("trial");
    if (rows.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Trial.ofRows(file.texts("classes"), rows.get()));
    } catch (IllegalArgumentException e) {
      throw new ModelException(file.path() + ": \"trial\" " + e.getMessage() + ".", e);
    }
  }

  /// @param encoder names the encoder on whose vectors it was learned, if it was on any
  /// @param provenance what it was learned from
  public void write(
      Path file, String kind, Optional<String> encoder, Map<String, Object> provenance) {
    ModelDraft draft = new ModelDraft(kind, encoder, provenance);
    weights.put(draft);
    labels.put(draft, file);
    trial.ifPresent(t -> draft.put("trial", t.toRows()));
    draft.write(file);
  }
}
