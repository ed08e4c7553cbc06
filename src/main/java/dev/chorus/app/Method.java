package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.english.AnalysisFingerprint;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.MeaningEncoder;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.model.ModelFile;
import dev.chorus.language.model.Trial;
import java.nio.file.Path;
import java.util.Optional;

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
    return AnalysisFingerprint.of(settings)
        + CAMPS
        + ModelFile.fingerprint(settings.folder().camps())
        + "/"
        + ModelFile.fingerprintIfPresent(learned());
  }

  /// Whether posts with this fingerprint were read as this method reads them, however they were
  /// sorted then.
  boolean readsAs(String fingerprint) {
    int camps = fingerprint.lastIndexOf(CAMPS);
    return camps >= 0 && fingerprint.substring(0, camps).equals(AnalysisFingerprint.of(settings));
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
    return EventModel.trial(learned(), StatementAssigner.TAUGHT);
  }

  /// What labelled posts taught about the event's camps.
  private Path learned() {
    return settings.folder().event(event.id()).camps();
  }

  /// Loads the models: some seconds.
  public Pipeline load() {
    return new Pipeline(new CoreNlpAnalyzer(settings), assigner());
  }

  /// What sorts reactions into camps, without the rest of the analysis.
  Assigner assigner() {
    return StatementAssigner.of(event, settings, MeaningEncoder.ofStatements(settings));
  }
}
