package dev.chorus.training;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.StatementAssigner;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.Heads;
import dev.chorus.language.head.MeaningEncoder;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.training.Training.Case;
import dev.chorus.training.Training.Description;
import dev.chorus.training.Training.LabelledStatement;
import dev.chorus.training.Training.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns camps from labelled posts. Deterministic: the same posts in the same order give the same
/// bytes.
public final class CampTraining {
  /// Each camp has the same say in training, however rare. Against training on posts as they come,
  /// macro-F1 on the double-labelled dev posts rises from 0.52 to 0.58 (quotes) and from 0.56 to
  /// 0.58 (crowd).
  private static final double EVENNESS = 1;

  private static final double RIDGE = 1e-5;

  private CampTraining() {}

  /// Learns from labelled reactions and writes what they teach about this event; and how much each
  /// feature weighs for any event, if that is asked for or nobody learned it yet. The right class
  /// of a case is its index in [StatementAssigner#classes].
  ///
  /// @param keepWeights whether to learn labels alone and keep the weights of the features that
  ///     are there, which were learned on posts that the encoder had not seen
  /// @param anyEvent whether to write over the weights that hold for any event
  public static void run(
      AnalyzerSettings settings,
      Event event,
      Training.Cases cases,
      boolean keepWeights,
      boolean anyEvent,
      Map<String, Object> provenance) {
    ModelFolder models = settings.folder();
    Optional<Encoder> encoder = Encoder.of(models);
    StatementAssigner untaught =
        new StatementAssigner(
            event,
            ChoiceModel.zero(StatementAssigner.FEATURES),
            Optional.empty(),
            MeaningEncoder.ofStatements(settings));
    Description description = (one, labels) -> untaught.features(one.reaction(), labels);
    Task task =
        new Task(StatementAssigner.classes(event), StatementAssigner.FEATURES, EVENNESS, RIDGE);
    Path taught = models.event(event.id()).camps();
    Training.labelled(task, cases.seen(), statements(event, encoder))
        .teach(
            taught,
            StatementAssigner.TAUGHT,
            keepWeights,
            cases.seen(),
            cases.unseen(),
            description)
        .write(taught, StatementAssigner.TAUGHT, encoder.map(Encoder::id), provenance);
    if (keepWeights || (!anyEvent && Files.exists(models.camps()))) return;
    // Without labels nothing is judged by what learned from it, so all cases serve.
    List<Case> all = new ArrayList<>(cases.seen());
    all.addAll(cases.unseen());
    ChoiceTraining.train(
            task.features(),
            Training.choices(
                task, all, Collections.nCopies(all.size(), Optional.empty()), description),
            task.ridge())
        .write(models.camps(), StatementAssigner.ANY, provenance);
  }

  /// What the event declares of its camps, with the camps' numbers.
  private static List<LabelledStatement> statements(Event event, Optional<Encoder> encoder) {
    List<LabelledStatement> statements = new ArrayList<>();
    List<Camp> camps = event.camps();
    for (int c = 0; c < camps.size(); c++) {
      for (String statement : camps.get(c).statements()) {
        statements.add(new LabelledStatement(statement, Heads.tuned(encoder, statement), c));
      }
    }
    return statements;
  }
}
