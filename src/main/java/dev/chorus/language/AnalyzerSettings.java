package dev.chorus.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What an analysis depends on beside the post.
///
/// @param models folder of the trained weights
/// @param event id of the event, which names what was learned from its labelled posts
/// @param targets what the event's posts can be for or against
/// @param scorer whose sentiment
public record AnalyzerSettings(Path models, String event, List<Target> targets, Scorer scorer) {
  public AnalyzerSettings {
    targets = List.copyOf(targets);
  }

  /// Names models and settings without loading them: two analyses with the same fingerprint give
  /// the same reactions.
  ///
  /// @throws ModelException if a model is missing
  public String fingerprint() {
    return "corenlp 4.5.10, "
        + Encoder.ID
        + ", sentiment "
        + scorer.name().toLowerCase(Locale.ROOT)
        + " "
        + ModelFiles.fingerprint(CoreNlpAnalyzer.sentimentModel(models))
        + ", stance "
        + ModelFiles.fingerprint(CoreNlpAnalyzer.stanceModel(models))
        + "/"
        + ModelFiles.fingerprintIfPresent(CoreNlpAnalyzer.taughtStance(this));
  }

  /// Whose sentiment a reaction carries.
  public enum Scorer {
    /// Chorus's own model for posts.
    POSTS,
    /// CoreNLP's recursive network over parse trees (Socher et al. 2013): slow, the yardstick.
    CORENLP
  }
}
