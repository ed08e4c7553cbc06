package dev.chorus.language.head;

import dev.chorus.language.Mood;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The mood of posts, and the space in which their meanings are compared.
///
/// Learned on posts, so it reads "never been this good" as praise, where a model of film reviews
/// reads two negations.
///
/// @param center mean meaning of the training posts; taking it away spreads the vectors out. Empty
///     where no encoder is used
/// @param moods over the tuned vector or, where no encoder is used, over n-grams
public record SentimentModel(float[] center, Labels moods) {
  public static final List<String> CLASSES = Arrays.stream(Mood.values()).map(Mood::id).toList();

  /// The direction in which a text differs from the average post.
  public Vector meaning(Encoder.Encoding encoding) {
    float[] moved = encoding.mean().clone();
    for (int i = 0; i < moved.length; i++) moved[i] -= center[i];
    return Vector.ofDirection(moved);
  }

  public Sentiment score(String text, Optional<Vector> tuned) {
    double[] p = moods.probabilities(text, tuned);
    return new Sentiment(p[0], p[1], p[2]);
  }
}
