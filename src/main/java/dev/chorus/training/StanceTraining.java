package dev.chorus.training;

import dev.chorus.language.Analyzer;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Side;
import dev.chorus.language.Target;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.EncodedPost;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.english.CoreNlpAnalyzer;
import dev.chorus.language.head.Heads;
import dev.chorus.language.head.StanceScorer;
import dev.chorus.language.head.TargetModel;
import dev.chorus.training.Training.Case;
import dev.chorus.training.Training.Description;
import dev.chorus.training.Training.LabelledStatement;
import dev.chorus.training.Training.Task;
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

  /// How far the rarer sides are helped, see [SoftmaxTraining#importance]. As posts come, most
  /// take no side, and a model that learns that says so of too many.
  private static final double EVENNESS = 0.25;

  private static final Task TASK =
      new Task(StanceScorer.CLASSES, StanceScorer.FEATURES, EVENNESS, RIDGE);

  /// Of what a text names, more is only named than taken a side on, and that is what a model
  /// learns first; the sides are what is asked for.
  private static final double EVENNESS_OF_ANY = 0.6;

  private static final Task ANY =
      new Task(StanceScorer.CLASSES, StanceScorer.FEATURES, EVENNESS_OF_ANY, RIDGE);

  private StanceTraining() {}

  /// An analyzer to train with: it takes no stances yet, and nothing is asked of its posts.
  public static Analyzer withoutStances(AnalyzerSettings settings) {
    return new CoreNlpAnalyzer(settings, Heads.untaught(settings));
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
  /// target, what they teach about it; and from all together what holds for any target, if that is
  /// asked for or nobody learned it yet.
  ///
  /// @param analyzer as [#withoutStances] gives it
  /// @param keepWeights whether to learn labels alone and keep the weights of the features that
  ///     are there, which were learned on posts that the encoder had not seen
  /// @param anyEvent whether to write over the models that hold for any target
  public static void run(
      AnalyzerSettings settings,
      List<Group> groups,
      boolean keepWeights,
      boolean anyEvent,
      Map<String, Object> provenance) {
    ModelFolder models = settings.folder();
    Optional<Encoder> encoder = Encoder.of(models);
    Named named = new Named(Heads.untaught(settings).stances(), encoder);
    List<Group> judged = groups;
    boolean general = anyEvent || !Files.exists(models.stance());
    if (encoder.isPresent() && general) {
      Around around = Around.learn(named, groups);
      around.model().write(models, encoder.get().id(), provenance);
      judged = around.judged();
    } else if (encoder.isPresent()) {
      TargetModel model = TargetModel.read(models);
      judged = groups.stream().map(g -> Around.judged(named, model, g)).toList();
    }
    for (Group group : judged) {
      if (group.target().isEmpty()) continue;
      String target = group.target().get();
      Path file = settings.event().stance(target);
      Description description = description(named, group);
      Training.Labelled labelled =
          Training.labelled(TASK, group.seen(), statements(settings, encoder, target));
      labelled
          .teach(file, StanceScorer.TAUGHT, keepWeights, group.seen(), group.unseen(), description)
          .write(file, StanceScorer.TAUGHT, encoder.map(Encoder::id), provenance);
    }
    if (general && !keepWeights) {
      // What tuned the encoder looks too easy to it; where there are posts that did not, they tell
      // how far to trust each hint.
      boolean unseen = groups.stream().anyMatch(g -> !g.unseen().isEmpty());
      List<ChoiceTraining.Choice> choices = new ArrayList<>();
      for (Group group : judged) {
        List<Case> cases = unseen ? group.unseen() : group.seen();
        choices.addAll(
            Training.choices(
                ANY,
                cases,
                Collections.nCopies(cases.size(), Optional.empty()),
                description(named, group)));
      }
      ChoiceTraining.train(TASK.features(), choices, TASK.ridge())
          .write(models.stance(), StanceScorer.ANY, provenance);
    }
  }

  private static Description description(Named named, Group group) {
    return (one, labels) ->
        named.stances().features(group.targetOf(one), one.reaction(), one.around(), labels);
  }

  /// What the event declares that is said for and against a target.
  private static List<LabelledStatement> statements(
      AnalyzerSettings settings, Optional<Encoder> encoder, String target) {
    List<LabelledStatement> statements = new ArrayList<>();
    for (Target declared : settings.targets()) {
      if (!declared.name().equals(target)) continue;
      declared
          .favor()
          .forEach(
              s ->
                  statements.add(
                      new LabelledStatement(s, Heads.tuned(encoder, s), Side.FAVOR.ordinal())));
      declared
          .against()
          .forEach(
              s ->
                  statements.add(
                      new LabelledStatement(s, Heads.tuned(encoder, s), Side.AGAINST.ordinal())));
    }
    return statements;
  }

  /// Where texts name a target.
  ///
  /// @param encoder empty where none is used
  private record Named(StanceScorer stances, Optional<Encoder> encoder) {
    /// What [TargetModel] sees of a text and a target; empty where it is not named, or no encoder
    /// is used.
    Optional<Vector> around(String target, String text) {
      return encoder.flatMap(
          e -> {
            Words words = Words.of(text);
            return TargetModel.input(
                new EncodedPost(words, e.encode(words.pieces())), stances.named(target, text));
          });
    }
  }

  /// What the words around the names of targets teach.
  ///
  /// @param judged the groups, each case with what a model says of it that has not seen it
  private record Around(TargetModel model, List<Group> judged) {
    static Around learn(Named named, List<Group> groups) {
      List<Optional<Vector>> read = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      List<Vector> inputs = new ArrayList<>();
      List<Integer> sides = new ArrayList<>();
      for (Group group : groups) {
        for (Case one : group.seen()) {
          Optional<Vector> input = input(named, group, one);
          read.add(input);
          if (input.isEmpty()) continue;
          texts.add(one.reaction().post().text());
          inputs.add(input.get());
          sides.add(one.right());
        }
      }
      List<String> classes = StanceScorer.CLASSES;
      double[] importance = SoftmaxTraining.importance(sides, classes.size(), EVENNESS_OF_ANY);
      TargetModel model =
          new TargetModel(SoftmaxTraining.train(classes, inputs, sides, importance, AROUND_RIDGE));
      Iterator<Optional<Vector>> next = read.iterator();
      Iterator<double[]> said =
          SoftmaxTraining.crossFitted(classes, texts, inputs, sides, importance, AROUND_RIDGE)
              .iterator();
      List<Group> judged = new ArrayList<>();
      for (Group group : groups) {
        List<Case> seen =
            group.seen().stream()
                .map(c -> c.withAround(next.next().map(_ -> said.next())))
                .toList();
        judged.add(new Group(group.target(), seen, judged(named, model, group, group.unseen())));
      }
      return new Around(model, judged);
    }

    static Group judged(Named named, TargetModel model, Group group) {
      return new Group(
          group.target(),
          judged(named, model, group, group.seen()),
          judged(named, model, group, group.unseen()));
    }

    private static List<Case> judged(
        Named named, TargetModel model, Group group, List<Case> cases) {
      return cases.stream()
          .map(c -> c.withAround(input(named, group, c).map(model.sides()::probabilities)))
          .toList();
    }

    private static Optional<Vector> input(Named named, Group group, Case one) {
      return named.around(group.targetOf(one), one.reaction().post().text());
    }
  }
}
