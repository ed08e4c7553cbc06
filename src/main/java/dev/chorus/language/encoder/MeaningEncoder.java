package dev.chorus.language.encoder;

import dev.chorus.language.Vector;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.head.ModelFiles;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.head.Statements;
import dev.chorus.language.text.PostText;
import java.util.List;
import java.util.Optional;

/// Encodes texts into the space of [Reaction#vector], as the analysis encodes posts: the same text
/// gets the same vector.
public final class MeaningEncoder {
  private final Encoder encoder;
  private final SentimentModel space;

  private MeaningEncoder(Encoder encoder, SentimentModel space) {
    this.encoder = encoder;
    this.space = space;
  }

  /// Loads the encoder of an analysis; none for one that does without.
  ///
  /// @throws ModelException if a model is missing or damaged
  public static Optional<MeaningEncoder> of(AnalyzerSettings settings) {
    return settings
        .encoder()
        .map(
            encoder ->
                new MeaningEncoder(
                    encoder, ModelFiles.readSentiment(settings.weights(), settings.models())));
  }

  /// Statements with their vectors, to be compared with posts.
  public Statements statements(List<String> texts) {
    return new Statements(texts, texts.stream().map(this::encode).toList());
  }

  public Vector encode(String text) {
    return space.meaning(encoder.encode(PostText.readable(text)));
  }
}
