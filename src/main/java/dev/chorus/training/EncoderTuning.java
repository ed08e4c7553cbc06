package dev.chorus.training;

import dev.chorus.language.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fine-tunes the encoder and its mood head, and writes both. What does it needs an engine of 115
/// MB, so that it is compiled and loaded only where somebody trains.
public interface EncoderTuning {
  /// @param models folder of the models to write
  /// @param work folder for checkpoints
  /// @param camps their number, with that of no camp
  /// @param labels what else posts are labelled with, see [GoldPost#answers]
  /// @param start folder of models whose tuned encoder is tuned further; empty to begin with the
  ///     untuned one
  /// @param keepTemperature whether to take it from the model that is there, which was fitted on
  ///     posts that it had not seen
  record Settings(
      Path models,
      Path work,
      int camps,
      List<LabelSet> labels,
      Optional<Path> start,
      boolean keepTemperature) {
    public Settings {
      labels = List.copyOf(labels);
    }
  }

  /// One kind of label.
  ///
  /// @param name as [GoldPost#answers] has it
  /// @param classes how many labels of the kind there are
  /// @param worth how much it counts against the other kinds
  record LabelSet(String name, int classes, double worth) {}

  /// What is learned from.
  ///
  /// @param posts with moods, those of the event also with stances and camps
  /// @param toward posts of any subject with the stance toward something that they name
  /// @param names posts of any subject with the names in them
  /// @param late posts like the first two, for a short last stage: such as what an earlier training
  ///     was measured on, so that nothing before it need be done again
  record Gold(
      List<GoldPost> posts, List<GoldPost> toward, List<GoldNames> names, List<GoldPost> late) {}

  /// Told now and then how far the training is.
  interface Watcher {
    /// @param loss of this step
    void step(String stage, int step, int steps, double loss);
  }

  /// @param dev for each file, what the temperature is fitted on; nothing is learned from it
  /// @throws ModelException if a file cannot be read or written
  void run(
      Gold gold,
      List<List<GoldPost>> dev,
      Settings settings,
      Map<String, Object> provenance,
      Watcher watcher);

  /// The tuning of this build.
  ///
  /// @throws ModelException if the build was made without
  static EncoderTuning ofThisBuild() {
    try {
      return (EncoderTuning)
          Class.forName("dev.chorus.training.tuning.SentimentTraining")
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ModelException(
          "This build cannot tune the encoder, because it was made with -DwithoutTraining. Build it"
              + " again without that: mvn package",
          e);
    }
  }
}
