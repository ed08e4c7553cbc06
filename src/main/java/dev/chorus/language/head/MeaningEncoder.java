package dev.chorus.language.head;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.text.PostText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Encodes texts into the space of [Reaction#vector], as the analysis encodes posts: the same text
/// gets the same vector.
public final class MeaningEncoder {
  private final Encoder encoder;
  private final SentimentModel space;

  MeaningEncoder(Encoder encoder, SentimentModel space) {
    this.encoder = encoder;
    this.space = space;
  }

  /// Loads the encoder of an analysis; none for one that does without.
  ///
  /// @throws ModelException if a model is missing or damaged
  public static Optional<MeaningEncoder> of(AnalyzerSettings settings) {
    return Encoder.of(settings.folder())
        .map(encoder -> new MeaningEncoder(encoder, SentimentModel.read(settings.folder())));
  }

  /// What turns statements into vectors for an analysis; into none for one that does without.
  ///
  /// @throws ModelException if a model is missing or damaged
  public static Function<List<String>, Statements> ofStatements(AnalyzerSettings settings) {
    return of(settings)
        .<Function<List<String>, Statements>>map(encoder -> encoder::statements)
        .orElse(_ -> Statements.NONE);
  }

  /// Statements with their vectors, to be compared with posts.
  public Statements statements(List<String> texts) {
    return new Statements(texts, texts.stream().map(this::encode).toList());
  }

  public Vector encode(String text) {
    return space.meaning(encoder.encode(PostText.readable(text)));
  }
}
