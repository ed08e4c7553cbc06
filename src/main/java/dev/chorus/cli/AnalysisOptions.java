package dev.chorus.cli;

import dev.chorus.app.MethodRequest;
import dev.chorus.app.UserException;
import dev.chorus.camp.EventFileException;
import dev.chorus.cli.console.Io;
import dev.chorus.index.query.IndexException;
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
          "Camps and targets of the event (default: those of the index; without one, DeepSeek R1).")
  private Optional<Path> camps = Optional.empty();

  @Option(
      names = "--entities",
      paramLabel = "FILE",
      description =
          "Names that the event's posts are likely to hold, with their spellings (default: those of"
              + " the index; without one, those that come with the event).")
  private Optional<Path> entities = Optional.empty();

  @Option(
      names = "--sentiment",
      paramLabel = "MODEL",
      description =
          "Whose sentiment: posts or corenlp (default: posts). corenlp is CoreNLP's own, for"
              + " comparison; it parses, and takes some twenty times as long.")
  private Optional<AnalyzerSettings.Scorer> sentiment = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of the trained models (default: that of the index; without one, models/ where"
              + " Chorus is installed).")
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

  /// Whether `--models` was given.
  boolean namesModels() {
    return models.isPresent();
  }

  /// What is used where there is no index.
  MethodRequest.Choice choose() throws EventFileException {
    return request().choose();
  }

  /// What is used on an index: what made it, unless the options say otherwise.
  MethodRequest.Choice choose(Path index) throws EventFileException, IndexException {
    return request().choose(index);
  }

  /// What is used by a command that needs no index: the method of the index at hand, unless the
  /// options name other camps. A user who did not name that index is told of it.
  MethodRequest.Choice choose(Io io, IndexOption index) throws EventFileException, IndexException {
    Path folder = index.folder(io);
    if (index.named()) return request().chooseBy(folder);
    if (camps.isPresent()) return choose();
    MethodRequest.Choice choice = choose(folder);
    if (choice.ofIndex()) {
      io.say(
          "The event "
              + choice.method().event().id()
              + " and the models are those of the index in "
              + folder
              + ".");
    }
    return choice;
  }

  private MethodRequest request() {
    return new MethodRequest(camps, entities, models, sentiment, fast);
  }

  int threads() throws UserException {
    int asked = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (asked < 1) throw new UserException("--threads is " + asked + "; wanted at least 1.");
    return asked;
  }
}
