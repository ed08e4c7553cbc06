package dev.chorus.language.english;

import dev.chorus.language.Subject;
import dev.chorus.language.Target;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an analysis depends on beside the post.
///
/// @param models folder of the trained weights
/// @param subject what the posts are judged by
/// @param names file of names that the event's posts are likely to hold, see [Gazetteer]
/// @param scorer whose sentiment
/// @param fast whether to do without the encoder: many times as many posts a second, and less
///     accurate
public record AnalyzerSettings(
    Path models, Subject subject, Optional<Path> names, Scorer scorer, boolean fast) {

  /// What the event's posts can be for or against.
  public List<Target> targets() {
    return subject.targets();
  }

  /// The encoder, unless this is the fast analysis.
  public Optional<Encoder> encoder() {
    return fast ? Optional.empty() : Optional.of(Encoder.in(models));
  }

  /// Folder of the weights for this speed.
  public Path weights() {
    return fast ? models.resolve("fast") : models;
  }

  /// Names models and settings without loading them: two analyses with the same fingerprint give
  /// the same reactions.
  ///
  /// @throws ModelException if a model is missing
  public String fingerprint() {
    return "corenlp 4.5.10, known names "
        + names.map(ModelFiles::fingerprint).orElse("none")
        + ", "
        + (fast
            ? "no encoder"
            : Encoder.id(Encoder.file(models))
                + ", names "
                + ModelFiles.fingerprint(ModelFiles.names(models))
                + ", targets "
                + ModelFiles.fingerprint(ModelFiles.targets(models)))
        + ", sentiment "
        + scorer.name().toLowerCase(Locale.ROOT)
        + " "
        + ModelFiles.fingerprint(ModelFiles.sentiment(weights()))
        + ", stance "
        + ModelFiles.fingerprint(CoreNlpAnalyzer.stanceModel(weights()))
        + "/"
        + ModelFiles.stanceFingerprint(weights())
        + ", questions "
        + ModelFiles.questionsFingerprint(weights(), models);
  }

  /// Whose sentiment a reaction carries.
  public enum Scorer {
    /// Chorus's own model for posts.
    POSTS,
    /// CoreNLP's recursive network over parse trees (Socher et al. 2013): slow, the yardstick.
    CORENLP
  }
}
