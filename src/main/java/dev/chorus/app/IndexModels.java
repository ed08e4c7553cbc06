package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.index.ReactionReader;
import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Optional;

/// The models behind an index, if they are still there.
public final class IndexModels {
  private IndexModels() {}

  /// @param models folder of the models
  /// @return settings whose analysis is that of the index
  public static Optional<AnalyzerSettings> of(ReactionReader reader, Path models) {
    Event event = reader.event();
    for (AnalyzerSettings.Scorer scorer : AnalyzerSettings.Scorer.values()) {
      for (boolean fast : new boolean[] {false, true}) {
        AnalyzerSettings settings =
            new AnalyzerSettings(models, event.subject(), Home.names(event), scorer, fast);
        if (Pipeline.fingerprint(settings, event).equals(reader.analysis())) {
          return Optional.of(settings);
        }
      }
    }
    return Optional.empty();
  }
}
