package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.AnalyzerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a user says about how posts are to be read and sorted. What is left open is decided by the
/// index at hand, and where there is none by what comes with Chorus.
///
/// @param camps the camp file
/// @param names the file of names
/// @param models folder of the models
/// @param scorer whose sentiment
/// @param fast whether to do without the encoder
public record MethodRequest(
    Optional<Path> camps,
    Optional<Path> names,
    Optional<Path> models,
    Optional<AnalyzerSettings.Scorer> scorer,
    boolean fast) {
  /// Leaves everything open.
  public static final MethodRequest OPEN =
      new MethodRequest(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// @param origin where the files of the method lie
  /// @param ofIndex whether the event is that of an index
  public record Choice(Method method, Origin origin, boolean ofIndex) {}

  /// The method without an index.
  public Choice choose() throws EventFileException {
    return choose(Optional.empty(), Optional.empty());
  }

  /// @param index folder of the index at hand; it may not be there yet
  public Choice choose(Path index) throws EventFileException, IndexException {
    return ReactionReader.isThere(index) ? chooseBy(index) : choose();
  }

  /// @param index folder of an index that must be there
  public Choice chooseBy(Path index) throws EventFileException, IndexException {
    try (ReactionReader reader = ReactionReader.open(index)) {
      return choose(Optional.of(reader.event()), Origin.of(reader));
    }
  }

  private Choice choose(Optional<Event> indexed, Optional<Origin> origin)
      throws EventFileException {
    boolean ofIndex = camps.isEmpty() && indexed.isPresent();
    Event event = ofIndex ? indexed.get() : EventFile.read(camps.orElseGet(Installation::camps));
    boolean same = indexed.map(e -> e.id().equals(event.id())).orElse(false);
    Path folder =
        models
            .or(() -> origin.map(Origin::models).filter(Files::isDirectory))
            .orElseGet(Installation::models);
    Optional<Path> file =
        names
            .or(() -> origin.filter(_ -> same).flatMap(Origin::names).filter(Files::exists))
            .or(() -> Installation.names(event));
    AnalyzerSettings settings =
        new AnalyzerSettings(
            folder,
            event.subject(),
            file,
            scorer.or(() -> origin.map(Origin::scorer)).orElse(AnalyzerSettings.Scorer.POSTS),
            fast || origin.map(Origin::fast).orElse(false));
    Optional<Path> declared =
        ofIndex ? origin.flatMap(Origin::camps) : Optional.of(camps.orElseGet(Installation::camps));
    Method method = new Method(event, settings);
    return new Choice(method, Origin.of(method, declared), ofIndex);
  }
}
