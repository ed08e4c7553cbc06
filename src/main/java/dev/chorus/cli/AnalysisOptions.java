package dev.chorus.cli;

import dev.chorus.app.Home;
import dev.chorus.app.UserException;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What decides how posts are analysed, the same for every command that analyses.
final class AnalysisOptions {
  @Option(
      names = "--camps",
      paramLabel = "FILE",
      description =
          "Camps and targets of the event (default: models/events/deepseek-r1/camps.yaml).")
  private Optional<Path> camps = Optional.empty();

  @Option(
      names = "--entities",
      paramLabel = "FILE",
      description =
          "Names that the event's posts are likely to hold, with their spellings (default:"
              + " models/events/EVENT/names.tsv, where there is one).")
  private Optional<Path> entities = Optional.empty();

  @Option(
      names = "--sentiment",
      paramLabel = "MODEL",
      defaultValue = "posts",
      description =
          "Whose sentiment: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). corenlp is"
              + " CoreNLP's own, for comparison; it parses, and takes some twenty times as long.")
  private AnalyzerSettings.Scorer sentiment = AnalyzerSettings.Scorer.POSTS;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the trained models (default: models/, where Chorus is installed).")
  private Optional<Path> models = Optional.empty();

  @Option(
      names = "--fast",
      description =
          "Do without the encoder: some five times as many posts a second, and less accurate"
              + " (docs/measured.md).")
  private boolean fast;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Posts analysed at once (default: as many as there are processors).")
  private Optional<Integer> threads = Optional.empty();

  Event event() throws EventFileException {
    return EventFile.read(camps.orElseGet(Home::camps));
  }

  AnalyzerSettings settings(Event event) {
    Optional<Path> names = entities.or(() -> Home.names(event));
    return new AnalyzerSettings(models(), event.subject(), names, sentiment, fast);
  }

  Path models() {
    return models.orElseGet(Home::models);
  }

  int threads() throws UserException {
    int asked = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (asked < 1) throw new UserException("--threads is " + asked + "; wanted at least 1.");
    return asked;
  }
}
