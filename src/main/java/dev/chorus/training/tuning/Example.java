package dev.chorus.training.tuning;

import dev.chorus.training.GoldNames;
import dev.chorus.training.GoldPost;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text with what somebody said of it.
///
/// @param text as the post has it
/// @param labels for some of the heads, by name, how likely each class is right: mostly 1 for one
///     class, less sharp where the source gives a degree
/// @param names that stand in the text, if somebody looked for them
/// @param toward the stances toward what the text names, where somebody judged them
record Example(
    String text,
    Map<String, float[]> labels,
    Optional<GoldNames> names,
    List<GoldPost.Toward> toward) {
  Example {
    labels = Map.copyOf(labels);
    toward = List.copyOf(toward);
  }
}
