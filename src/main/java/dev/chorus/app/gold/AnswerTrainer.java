package dev.chorus.app.gold;

import dev.chorus.app.UserException;
import dev.chorus.language.About;
import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.Issue;
import dev.chorus.language.Reaction;
import dev.chorus.language.Target;
import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.training.AnswerTraining;
import dev.chorus.training.StanceTraining;
import dev.chorus.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Learns which posts react to the event, what they do with its claims, and of which issues they
/// speak.
final class AnswerTrainer {
  private final TrainingRequest request;
  private final AnalyzerSettings settings;
  private final List<Labelled> seen;
  private final List<Labelled> unseen;

  AnswerTrainer(TrainingRequest request) throws UnreadableSourceException {
    this.request = request;
    this.settings = request.method().settings();
    this.seen = GoldFiles.all(request.gold());
    this.unseen = GoldFiles.all(request.dev());
  }

  private LabelledCases cases(Analyzer analyzer) {
    return new LabelledCases(analyzer::analyze, request.threads());
  }

  private Map<String, Object> provenance(int posts) throws UnreadableSourceException {
    return GoldFiles.provenance(request.gold(), posts);
  }

  /// @return how many posts were learned from
  int about() throws UserException, UnreadableSourceException {
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    LabelledCases analysed = cases(analyzer);
    Training.Cases cases =
        analysed.byText(seen, unseen, row -> GoldLabels.optional(row, GoldLabels::about, "about"));
    int posts = cases.seen().size();
    AnswerTraining.about(settings, cases, request.keepCalibration(), provenance(posts));
    if (request.general().isEmpty()) return posts;
    List<Reaction> talk =
        analysed
            .byText(GoldFiles.all(request.general()), List.of(), _ -> Optional.of(0))
            .seen()
            .stream()
            .map(Training.Case::reaction)
            .toList();
    List<Path> files = Stream.concat(request.gold().stream(), request.general().stream()).toList();
    AnswerTraining.anyAbout(
        settings, cases.seen(), talk, GoldFiles.provenance(files, posts + talk.size()));
    return posts;
  }

  /// @return how many posts were learned from, of the claim with the most
  int claims() throws UserException, UnreadableSourceException {
    if (settings.fast()) {
      throw new UserException(
          "Without the encoder no side of a claim is told: leave out --fast, or train another"
              + " kind.");
    }
    LabelledCases analysed = cases(StanceTraining.withoutStances(settings));
    int posts = 0;
    for (Target target : request.method().event().targets()) {
      if (target.kind() != Target.Kind.CLAIM) continue;
      Training.Cases cases = analysed.byText(seen, unseen, row -> claim(row, target.name()));
      if (cases.seen().isEmpty()) continue;
      posts = Math.max(posts, cases.seen().size());
      AnswerTraining.claim(
          settings,
          target.name(),
          cases,
          request.keepCalibration(),
          provenance(cases.seen().size()));
    }
    if (posts == 0) {
      throw new UserException(
          "No record has \"claims\" that are targets of " + request.method().event().id() + ".");
    }
    return posts;
  }

  /// The label of a record on one claim, if it has one.
  static Optional<Integer> claim(Labelled row, String claim) throws UserException {
    String label = row.claims().get(claim);
    return label == null ? Optional.empty() : Optional.of(GoldLabels.claim(row, label));
  }

  /// @return how many posts were learned from
  int issues() throws UserException, UnreadableSourceException {
    List<Labelled> judged = seen.stream().filter(AnswerTrainer::askedForIssues).toList();
    List<Labelled> judgedUnseen = unseen.stream().filter(AnswerTrainer::askedForIssues).toList();
    if (judged.isEmpty()) throw new UserException("No record that reacts has \"issues\".");
    Analyzer analyzer = StanceTraining.withoutStances(settings);
    LabelledCases analysed = cases(analyzer);
    List<Reaction> reactions = new ArrayList<>();
    List<Set<String>> spoken = new ArrayList<>();
    for (Issue issue : request.method().event().issues()) {
      Training.Cases cases =
          analysed.byText(judged, judgedUnseen, row -> Optional.of(speaksOf(row, issue) ? 1 : 0));
      // Without the encoder, the cue words of the event file decide.
      if (!settings.fast()) {
        AnswerTraining.issue(
            settings,
            issue.id(),
            cases,
            request.keepCalibration(),
            provenance(cases.seen().size()));
      }
      for (int i = 0; i < cases.seen().size(); i++) {
        // The same cases in the same order for every issue: the first fills the list.
        if (i == reactions.size()) {
          reactions.add(cases.seen().get(i).reaction());
          spoken.add(new HashSet<>());
        }
        if (cases.seen().get(i).right() == 1) spoken.get(i).add(issue.id());
      }
    }
    if (request.anyEvent() || !Files.exists(settings.folder().issues())) {
      AnswerTraining.anyIssues(settings, reactions, spoken, provenance(reactions.size()));
    }
    return judged.size();
  }

  private static boolean speaksOf(Labelled row, Issue issue) {
    return row.issues().orElseThrow().contains(issue.id());
  }

  /// Whether a record says of which issues it speaks. Posts that do not react are never asked, so
  /// they would only teach that issues are rarer than they are among reactions.
  static boolean askedForIssues(Labelled row) {
    return row.issues().isPresent()
        && row.label("about").map(a -> a.equals(About.Kind.REACTION.id())).orElse(true);
  }
}
