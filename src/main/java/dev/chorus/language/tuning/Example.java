package dev.chorus.language.tuning;

import java.util.Map;

/// A text with what somebody said of it.
///
/// @param text as the post has it
/// @param labels for some of the heads, by name, how likely each class is right: mostly 1 for one
///     class, less sharp where the source gives a degree
record Example(String text, Map<String, float[]> labels) {
  Example {
    labels = Map.copyOf(labels);
  }
}
