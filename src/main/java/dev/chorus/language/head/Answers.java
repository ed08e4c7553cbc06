package dev.chorus.language.head;

import dev.chorus.language.model.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What labelled posts taught about one question, and how sure an answer must be to be given.
///
/// @param labels the probability of each answer
/// @param atLeast for some answers, the probability from which they are given: where most of the
///     answers that are as sure were right, on posts that taught nothing
public record Answers(Labels labels, Map<String, Double> atLeast) {
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
}
