package dev.chorus.training;

import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.ModelFiles;
import dev.chorus.language.head.StanceScorer;
import dev.chorus.language.head.TargetModel;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.SoftmaxRegression;
import dev.chorus.training.Training.Case;
import dev.chorus.training.Training.Declared;
import dev.chorus.training.Training.Description;
import dev.chorus.training.Training.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns stances from labelled posts. Deterministic: the same posts in the same order give the
/// same bytes.
public final class StanceTraining {
  private static final double RIDGE = 1e-4;
  private static final double AROUND_RIDGE = 1e-5;

  /// How far the rarer sides are helped, see [SoftmaxRegression#importance]. As posts come, most
  /// take no side, and a model that learns that says so of too many.
  private static final double EVENNESS = 0.25;

  private static final Question QUESTION =
      new Question(StanceScorer.CLASSES, StanceScorer.FEATURES, EVENNESS, RIDGE);

  /// Of what a text names, more is only named than taken a side on, and that is what a model
  /// learns first; the sides are what is asked for.
  private static final double EVENNESS_OF_ANY = 0.6;

  private static final Question ANY =
      new Question(StanceScorer.CLASSES, StanceScorer.FEATURES, EVENNESS_OF_ANY, RIDGE);

  private StanceTraining() {}

  /// An analyzer to train with: it takes no stances yet.
  public static CoreNlpAnalyzer withoutStances(AnalyzerSettings settings) {
    return new CoreNlpAnalyzer(
        settings,
        CoreNlpAnalyzer.zero(StanceScorer.FEATURES),
        _ -> Optional.empty(),
        Optional.empty(),
        false);
  }

  /// Posts with the stance toward a target.
  ///
  /// @param target the one that all are about; empty where each names its own in its `targets`
  /// @param seen see [Training.Cases]
  /// @param unseen see [Training.Cases]
  public record Group(Optional<String> target, List<Case> seen, List<Case> unseen) {
    private String targetOf(Case one) {
      return target.orElseGet(() -> one.reaction().post().targets().getFirst());
    }
  }

  /// Learns stances from labelled posts and writes the models: for each group of posts about one
  /// target, what they teach about it; where there are posts about many targets, or no model that
  /// holds for any target yet, that one from all together.
  ///
  /// @param analyzer as [#withoutStances] gives it
  /// @param keepWeights whether to learn labels alone and keep the weights of the features that
  ///     are there, which were learned on posts that the encoder had not seen
  public static void run(
      AnalyzerSettings settings,
      CoreNlpAnalyzer analyzer,
      List<Group> groups,
      boolean keepWeights,
      Map<String, Object> provenance) {
    Optional<Encoder> encoder = settings.encoder();
    List<Group> judged = groups;
    boolean general =
        groups.stream().anyMatch(g -> g.target().isEmpty())
            || !Files.exists(CoreNlpAnalyzer.stanceModel(settings.weights()));
    if (encoder.isPresent() && general) {
      Around around = Around.learn(analyzer, groups);
      ModelFiles.writeTargets(settings.models(), around.model(), encoder.get().id(), provenance);
      judged = around.judged();
    } else if (encoder.isPresent()) {
      TargetModel model = ModelFiles.readTargets(settings.models());
      judged = groups.stream().map(g -> Around.judged(analyzer, model, g)).toList();
    }
    for (Group group : judged) {
      if (group.target().isEmpty()) continue;
      String target = group.target().get();
      Path file = ModelFiles.taughtStance(settings.weights(), target);
      Description description = description(analyzer, group);
      Training.Labelled labelled =
          Training.labelled(QUESTION, group.seen(), statements(settings, analyzer, target));
      ModelFiles.writeTaught(
          file,
          CoreNlpAnalyzer.TAUGHT_STANCE,
          labelled.teach(
              file,
              CoreNlpAnalyzer.TAUGHT_STANCE,
              keepWeights,
              group.seen(),
              group.unseen(),
              description),
          encoder.map(Encoder::id),
          provenance);
    }
    if (general && !keepWeights) {
      // What tuned the encoder looks too easy to it; where there are posts that did not, they tell
      // how far to trust each hint.
      boolean unseen = groups.stream().anyMatch(g -> !g.unseen().isEmpty());
      List<ChoiceModel.Choice> choices = new ArrayList<>();
      for (Group group : judged) {
        List<Case> cases = unseen ? group.unseen() : group.seen();
        choices.addAll(
            Training.choices(
                ANY,
                cases,
                Collections.nCopies(cases.size(), Optional.empty()),
                description(analyzer, group)));
      }
      ModelFiles.writeChoice(
          CoreNlpAnalyzer.stanceModel(settings.weights()),
          "stance",
          ChoiceModel.train(QUESTION.features(), choices, QUESTION.ridge()),
          provenance);
    }
  }

  private static Description description(CoreNlpAnalyzer analyzer, Group group) {
    return (one, labels) ->
        analyzer.stanceFeatures(group.targetOf(one), one.reaction(), one.around(), labels);
  }

  /// What the event declares that is said for and against a target.
  private static List<Declared> statements(
      AnalyzerSettings settings, CoreNlpAnalyzer analyzer, String target) {
    List<Declared> statements = new ArrayList<>();
    for (Target declared : settings.targets()) {
      if (!declared.name().equals(target)) continue;
      declared
          .favor()
          .forEach(s -> statements.add(new Declared(s, analyzer.tuned(s), Side.FAVOR.ordinal())));
      declared
          .against()
          .forEach(s -> statements.add(new Declared(s, analyzer.tuned(s), Side.AGAINST.ordinal())));
    }
    return statements;
  }

  /// What the words around the names of targets teach.
  ///
  /// @param judged the groups, each case with what a model says of it that has not seen it
  private record Around(TargetModel model, List<Group> judged) {
    static Around learn(CoreNlpAnalyzer analyzer, List<Group> groups) {
      List<Optional<Vector>> read = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      List<Vector> inputs = new ArrayList<>();
      List<Integer> sides = new ArrayList<>();
      for (Group group : groups) {
        for (Case one : group.seen()) {
          Optional<Vector> input = input(analyzer, group, one);
          read.add(input);
          if (input.isEmpty()) continue;
          texts.add(one.reaction().post().text());
          inputs.add(input.get());
          sides.add(one.right());
        }
      }
      List<String> classes = StanceScorer.CLASSES;
      double[] importance = SoftmaxRegression.importance(sides, classes.size(), EVENNESS_OF_ANY);
      TargetModel model =
          new TargetModel(
              SoftmaxRegression.train(classes, inputs, sides, importance, AROUND_RIDGE));
      Iterator<Optional<Vector>> next = read.iterator();
      Iterator<double[]> said =
          SoftmaxRegression.crossFitted(classes, texts, inputs, sides, importance, AROUND_RIDGE)
              .iterator();
      List<Group> judged = new ArrayList<>();
      for (Group group : groups) {
        List<Case> seen =
            group.seen().stream()
                .map(c -> c.withAround(next.next().map(_ -> said.next())))
                .toList();
        judged.add(new Group(group.target(), seen, judged(analyzer, model, group, group.unseen())));
      }
      return new Around(model, judged);
    }

    static Group judged(CoreNlpAnalyzer analyzer, TargetModel model, Group group) {
      return new Group(
          group.target(),
          judged(analyzer, model, group, group.seen()),
          judged(analyzer, model, group, group.unseen()));
    }

    private static List<Case> judged(
        CoreNlpAnalyzer analyzer, TargetModel model, Group group, List<Case> cases) {
      return cases.stream()
          .map(c -> c.withAround(input(analyzer, group, c).map(model.sides()::probabilities)))
          .toList();
    }

    private static Optional<Vector> input(CoreNlpAnalyzer analyzer, Group group, Case one) {
      return analyzer.around(group.targetOf(one), one.reaction().post().text());
    }
  }
}
