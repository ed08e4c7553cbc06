package dev.chorus.app.gold;

/// Told how far a training of the encoder is, which takes hours.
public interface TrainingWatcher {
  /// @param stage of the training, such as `event`
  /// @param step from 1 to `steps`
  /// @param loss of this step; not finite where the step came to nothing
  void step(String stage, int step, int steps, double loss);
}
