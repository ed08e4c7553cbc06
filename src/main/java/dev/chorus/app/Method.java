package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.encoder.MeaningEncoder;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.ModelFiles;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How posts are read and sorted: by the camps and targets of an event, with one set of models. Two
/// methods with the same fingerprint make the same of the same posts.
///
/// @param event its camps and targets
/// @param settings the models that read posts for its targets
public record Method(Event event, AnalyzerSettings settings) {
  private static final String CAMPS = ", camps ";

  /// Names the models and settings, without loading them.
  ///
  /// @throws dev.chorus.language.ModelException if a model is missing
  public String fingerprint() {
    return settings.fingerprint()
        + CAMPS
        + ModelFiles.fingerprint(StatementAssigner.modelFile(settings.weights()))
        + "/"
        + ModelFiles.fingerprintIfPresent(StatementAssigner.taughtFile(settings.weights(), event));
  }

  /// Whether posts with this fingerprint were read as this method reads them, however they were
  /// sorted then.
  boolean readsAs(String fingerprint) {
    int camps = fingerprint.lastIndexOf(CAMPS);
    return camps >= 0 && fingerprint.substring(0, camps).equals(settings.fingerprint());
  }

  /// The same models for another event.
  Method sorting(Event other) {
    return new Method(
        other,
        new AnalyzerSettings(
            settings.models(),
            other.subject(),
            settings.names(),
            settings.scorer(),
            settings.fast()));
  }

  /// How the assignment of camps did on labelled posts that had taught it nothing, where that is
  /// known. Reads no model.
  public Optional<Trial> trial() {
    return ModelFiles.taughtTrial(
        StatementAssigner.taughtFile(settings.weights(), event), StatementAssigner.TAUGHT);
  }

  /// Loads the models: some seconds.
  public Pipeline load() {
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings);
    return new Pipeline(analyzer, assigner(analyzer::statements));
  }

  /// What sorts reactions into camps, without the rest of the analysis.
  Assigner assigner() {
    Optional<MeaningEncoder> encoder = MeaningEncoder.of(settings);
    return assigner(texts -> encoder.map(e -> e.statements(texts)).orElse(Statements.NONE));
  }

  /// @param encode turns statements into vectors, see [StatementAssigner]
  private Assigner assigner(Function<List<String>, Statements> encode) {
    return new StatementAssigner(
        event,
        ModelFiles.readChoice(
            StatementAssigner.modelFile(settings.weights()), "camps", StatementAssigner.FEATURES),
        ModelFiles.readTaught(
            settings.models(),
            StatementAssigner.taughtFile(settings.weights(), event),
            StatementAssigner.TAUGHT,
            StatementAssigner.FEATURES),
        encode);
  }
}
