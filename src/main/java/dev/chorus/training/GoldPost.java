package dev.chorus.training;

import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A text with what somebody said of it.
///
/// @param mood what it was judged to be
/// @param score a mean human rating instead of a mood, from -4 to 4 (Hutto & Gilbert 2014)
/// @param stance toward the main target of the event
/// @param camp index among the camps of the event, the last being none
/// @param toward the stances toward what the text names
/// @param answers what was said to further questions, by their name: how likely each answer is
/// right
public record GoldPost(
    String text,
    Optional<Mood> mood,
    OptionalDouble score,
    Optional<Side> stance,
    Optional<Integer> camp,
    List<Toward> toward,
    Map<String, float[]> answers) {
  public GoldPost {
    toward = List.copyOf(toward);
    answers = Map.copyOf(answers);
  }

  /// The stance toward something that the text names.
  ///
  /// @param names where it is named, at least once
  public record Toward(List<Span> names, Side side) {
    public Toward {
      names = List.copyOf(names);
    }
  }

  /// A text with a mood alone.
  public static GoldPost of(String text, Mood mood) {
    return new GoldPost(
        text,
        Optional.of(mood),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /// A text with a rating alone.
  public static GoldPost of(String text, double score) {
    return new GoldPost(
        text,
        Optional.empty(),
        OptionalDouble.of(score),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /// A text with the stances toward what it names alone.
  public static GoldPost of(String text, List<Toward> toward) {
    return new GoldPost(
        text,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        toward,
        Map.of());
  }

  /// A mean rating this far from 0 is taken for a plain mood, one in between for something between
  /// a mood and none.
  private static final double PLAIN_SCORE = 2.5;

  /// How likely each mood is right: a mood for certain, or what lies between two where the source
  /// gives a degree. Empty where it gives neither.
  public Optional<float[]> moods() {
    float[] all = new float[Mood.values().length];
    if (mood.isPresent()) {
      all[mood.get().ordinal()] = 1;
    } else if (score.isPresent()) {
      float strength = (float) Math.min(1, Math.abs(score.getAsDouble()) / PLAIN_SCORE);
      all[Mood.NEUTRAL.ordinal()] = 1 - strength;
      all[(score.getAsDouble() < 0 ? Mood.NEGATIVE : Mood.POSITIVE).ordinal()] = strength;
    } else {
      return Optional.empty();
    }
    return Optional.of(all);
  }

  /// Whether it is about an event, so that it says more than a mood.
  public boolean ofEvent() {
    return stance.isPresent() || camp.isPresent() || !answers.isEmpty();
  }
}
