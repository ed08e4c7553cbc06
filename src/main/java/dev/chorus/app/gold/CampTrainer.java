package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.CampTraining;
import dev.chorus.training.Training;
import java.util.List;
import java.util.Optional;

/// Learns the camps of an event.
final class CampTrainer {
  private final TrainingRequest request;

  CampTrainer(TrainingRequest request) {
    this.request = request;
  }

  /// @return how many posts were learned from
  int train() throws UserException, UnreadableSourceException {
    List<Labelled> seen = GoldFiles.all(request.gold());
    List<Labelled> unseen = GoldFiles.all(request.dev());
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(request.method().settings());
    LabelledCases cases = new LabelledCases(analyzer::analyze, request.threads());
    CampTraining.run(
        request.method().settings(),
        request.method().event(),
        new Training.Cases(cases.asked(seen, this::camp), cases.asked(unseen, this::camp)),
        request.keepCalibration(),
        request.anyEvent(),
        GoldFiles.provenance(request.gold(), seen.size()));
    return seen.size();
  }

  private Optional<Integer> camp(Labelled row) throws UserException {
    return Optional.of(
        GoldLabels.required(
            row, label -> GoldLabels.camp(label, request.method().event()), "camp", "label"));
  }
}
