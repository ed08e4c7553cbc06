package dev.chorus.language.head;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.Mood;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.ModelDraft;
import dev.chorus.language.model.ModelFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mood of posts, and the space in which their meanings are compared.
///
/// Learned on posts, so it reads "never been this good" as praise, where a model of film reviews
/// reads two negations.
///
/// @param center mean meaning of the training posts; taking it away spreads the vectors out. Empty
///     where no encoder is used
/// @param moods over the tuned vector or, where no encoder is used, over n-grams
public record SentimentModel(float[] center, Classifier moods) {
  public static final List<String> CLASSES = Arrays.stream(Mood.values()).map(Mood::id).toList();

  private static final String KIND = "sentiment";

  /// Reads the model of a folder.
  ///
  /// @throws ModelException if it is missing or damaged, or learned with another encoder
  public static SentimentModel read(ModelFolder models) {
    ModelFile file = ModelFile.read(models.sentiment(), KIND);
    return new SentimentModel(
        file.floats("center"), Classifier.read(file, CLASSES, Encoder.of(models).map(Encoder::id)));
  }

  /// The temperature of the moods in a folder.
  ///
  /// @throws ModelException if they are missing or damaged
  public static double temperature(ModelFolder models) {
    return ModelFile.read(models.sentiment(), KIND).number("temperature");
  }

  /// Puts the model into a folder.
  ///
  /// @param encoder names the encoder whose vectors it reads, if it reads any
  /// @param provenance what it was learned from
  public void write(ModelFolder models, Optional<String> encoder, Map<String, Object> provenance) {
    ModelDraft draft = new ModelDraft(KIND, encoder, provenance).put("center", center);
    moods.put(draft, models.sentiment());
    draft.write(models.sentiment());
  }

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
