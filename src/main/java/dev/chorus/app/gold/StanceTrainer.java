package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.language.Analyzer;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.StanceTraining;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns stances, target by target.
final class StanceTrainer {
  private final TrainingRequest request;

  StanceTrainer(TrainingRequest request) {
    this.request = request;
  }

  /// @return how many posts were learned from
  int train() throws UserException, UnreadableSourceException {
    List<List<Labelled>> files = GoldFiles.each(request.gold());
    Map<Optional<String>, List<Labelled>> seen = TargetGroups.of(files, request.method().event());
    Map<Optional<String>, List<Labelled>> unseen =
        TargetGroups.of(GoldFiles.each(request.dev()), request.method().event());
    if (seen.containsKey(Optional.<String>empty())
        && !request.anyEvent()
        && Files.exists(request.method().settings().folder().stance())) {
      throw new UserException(
          "Found a file whose records are about several targets; it teaches the weights for any"
              + " target alone, which other events use. Wanted --any-event to learn those anew, or"
              + " files whose records all are about one target.");
    }
    Analyzer analyzer = StanceTraining.withoutStances(request.method().settings());
    LabelledCases cases = new LabelledCases(analyzer::analyze, request.threads());
    List<StanceTraining.Group> groups = new ArrayList<>();
    for (var group : seen.entrySet()) {
      groups.add(
          new StanceTraining.Group(
              group.getKey(),
              cases.asked(group.getValue(), StanceTrainer::side),
              cases.asked(unseen.getOrDefault(group.getKey(), List.of()), StanceTrainer::side)));
    }
    int posts = files.stream().mapToInt(List::size).sum();
    StanceTraining.run(
        request.method().settings(),
        groups,
        request.keepCalibration(),
        request.anyEvent(),
        GoldFiles.provenance(request.gold(), posts));
    return posts;
  }

  private static Optional<Integer> side(Labelled row) throws UserException {
    return Optional.of(
        GoldLabels.required(row, label -> GoldLabels.side(label).ordinal(), "stance", "label"));
  }
}
