package dev.chorus.app;

import dev.chorus.camp.Assigner;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.Analyzer;
import dev.chorus.language.Reaction;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.ModelFiles;
import dev.chorus.language.head.Statements;
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
    return new Pipeline(analyzer, assigner(event, settings, analyzer::statements));
  }

  /// What sorts reactions into camps, without the rest of the analysis.
  ///
  /// @param encode turns statements into vectors, see [StatementAssigner]
  public static Assigner assigner(
      Event event, AnalyzerSettings settings, Function<List<String>, Statements> encode) {
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

  /// Names the models and settings, without loading them.
  public static String fingerprint(AnalyzerSettings settings, Event event) {
    return settings.fingerprint()
        + ", camps "
        + ModelFiles.fingerprint(StatementAssigner.modelFile(settings.weights()))
        + "/"
        + ModelFiles.fingerprintIfPresent(StatementAssigner.taughtFile(settings.weights(), event));
  }

  /// How the assignment of camps did on labelled posts, without loading it.
  public static Optional<Trial> trial(AnalyzerSettings settings, Event event) {
    return ModelFiles.taughtTrial(
        StatementAssigner.taughtFile(settings.weights(), event), StatementAssigner.TAUGHT);
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
