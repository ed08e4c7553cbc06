package dev.chorus.evaluation;

import java.util.Optional;

/// A post with its right label and the given label.
///
/// @param id of the post
/// @param text of the post
/// @param gold the right label
/// @param given the label that was given; empty where the models did not read the post
/// @param confidence the probability that was given with it, from 0 to 1
public record Judged(
    String id, String text, String gold, Optional<String> given, double confidence) {
  public boolean right() {
    return given.filter(gold::equals).isPresent();
  }
}
