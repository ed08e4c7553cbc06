package dev.chorus.app.gold;

import dev.chorus.app.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What shall be learned, from which posts, and into which folder of models.
///
/// @param task the part of the analysis
/// @param gold files of labelled posts to learn from
/// @param dev files of labelled posts that nothing is learned from: they tell how far to trust what
///     was learned
/// @param general files of posts about anything, for [TrainingTask#ABOUT]
/// @param keepCalibration whether to keep what `dev` told an earlier training
/// @param anyEvent whether to write over the weights that judge events of which nothing is
///     labelled; where there are none yet, they are learned in any case
/// @param tuning what only [TrainingTask#SENTIMENT] needs, where it tunes the encoder
/// @param method the event, and the folder of models that the weights are written to
/// @param threads posts analysed at once, at least 1
public record TrainingRequest(
    TrainingTask task,
    List<Path> gold,
    List<Path> dev,
    List<Path> general,
    boolean keepCalibration,
    boolean anyEvent,
    Tuning tuning,
    Method method,
    int threads) {
  public TrainingRequest {
    gold = List.copyOf(gold);
    dev = List.copyOf(dev);
    general = List.copyOf(general);
    if (threads < 1) throw new IllegalArgumentException(threads + " threads");
  }

  /// How the encoder is tuned.
  ///
  /// @param names files of posts whose names are marked, so that it learns to notice names too
  /// @param targets files of posts with sides toward what they name, so that it notices those too
  /// @param late files of posts for a short last stage
  /// @param start folder of models whose tuned encoder is tuned further; empty to begin with the
  ///     untuned one
  /// @param work folder of the checkpoints; the same request goes on from there
  public record Tuning(
      List<Path> names, List<Path> targets, List<Path> late, Optional<Path> start, Path work) {
    public Tuning {
      names = List.copyOf(names);
      targets = List.copyOf(targets);
      late = List.copyOf(late);
    }
  }
}
