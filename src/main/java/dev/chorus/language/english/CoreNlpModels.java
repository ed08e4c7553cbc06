package dev.chorus.language.english;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelException;
import java.util.ArrayList;
import java.util.List;

/// CoreNLP's own models: a jar of 474 MB that only two kinds of analysis use, so that it is on the
/// class path only where one of those was asked for.
final class CoreNlpModels {
  /// Persons, organizations and places; for the fast analysis.
  static final String NAMES = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  /// Of parse trees; for CoreNLP's own sentiment.
  private static final String SENTIMENT = "edu/stanford/nlp/models/sentiment/sentiment.ser.gz";

  private CoreNlpModels() {}

  /// @throws ModelException if the analysis needs a model that is not on the class path
  static void check(AnalyzerSettings settings) {
    List<String> wanted = new ArrayList<>();
    if (settings.fast()) wanted.add(NAMES);
    if (settings.scorer() == AnalyzerSettings.Scorer.CORENLP) wanted.add(SENTIMENT);
    for (String model : wanted) check(model, CoreNlpModels.class.getClassLoader());
  }

  static void check(String model, ClassLoader loader) {
    if (loader.getResource(model) != null) return;
    throw new ModelException(
        "CoreNLP's models, which --fast and --sentiment corenlp use, are not on the class path ("
            + model
            + "). ./chorus downloads them (474 MB) when it is given one of these options; whoever"
            + " runs java without it adds the jar stanford-corenlp, classifier models.");
  }
}
