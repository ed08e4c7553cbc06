package dev.chorus.language.english;

import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerContract;
import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// With the real models.
@Tag("models")
class CoreNlpAnalyzerContractTest extends AnalyzerContract {
  private static Analyzer analyzer;

  @BeforeAll
  static void load() {
    analyzer =
        new CoreNlpAnalyzer(
            new AnalyzerSettings(
                Path.of(System.getProperty("chorus.home"), "models"),
                SUBJECT,
                Optional.empty(),
                AnalyzerSettings.Scorer.POSTS,
                false));
  }

  @Override
  protected Analyzer analyzer() {
    return analyzer;
  }
}
