package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Reaction;
import dev.chorus.language.english.AnalysisFingerprint;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.MeaningEncoder;
import dev.chorus.language.head.Statements;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.model.ModelFile;
import dev.chorus.language.model.Trial;
import dev.chorus.post.Post;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Analysis and camps in one: what `ingest` and `analyze` do with each post.
public final class Pipeline implements AutoCloseable {
  private final Analyzer analyzer;
  private final Assigner assigner;

  private Pipeline(Analyzer analyzer, Assigner assigner) {
    this.analyzer = analyzer;
    this.assigner = assigner;
  }

  /// Loads the models: some seconds.
  public static Pipeline load(Event event, AnalyzerSettings settings) {
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings);
    return new Pipeline(analyzer, assigner(event, settings, MeaningEncoder.ofStatements(settings)));
  }

  /// What sorts reactions into camps, without the rest of the analysis.
  ///
  /// @param encode turns statements into vectors, see [StatementAssigner]
  public static Assigner assigner(
      Event event, AnalyzerSettings settings, Function<List<String>, Statements> encode) {
    return StatementAssigner.of(event, settings, encode);
  }

  /// Names the models and settings, without loading them.
  public static String fingerprint(AnalyzerSettings settings, Event event) {
    return AnalysisFingerprint.of(settings)
        + ", camps "
        + ModelFile.fingerprint(settings.folder().camps())
        + "/"
        + ModelFile.fingerprintIfPresent(settings.folder().event(event.id()).camps());
  }

  /// How the assignment of camps did on labelled posts, without loading it.
  public static Optional<Trial> trial(AnalyzerSettings settings, Event event) {
    return EventModel.trial(settings.folder().event(event.id()).camps(), StatementAssigner.TAUGHT);
  }

  public Placed place(Post post) {
    Reaction reaction = analyzer.analyze(post);
    return new Placed(reaction, assigner.place(reaction));
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
