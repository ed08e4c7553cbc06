package dev.chorus.training;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Reaction;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Classifier;
import dev.chorus.language.model.EventModel;
import dev.chorus.language.model.NgramModel;
import dev.chorus.language.model.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Learns stances, and what camps share with them, from labelled posts. Deterministic: the same
/// posts in the same order give the same bytes.
public final class Training {
  private static final double NAMES_RIDGE = 1e-5;

  /// Ridge penalty of what is learned from the labelled posts of one event.
  ///
  /// Chosen on the double-labelled dev posts: 3e-5 to 1e-4 are about even, 4e-4 loses 2 to 6 points
  /// of macro-F1.
  private static final double LEARNED_RIDGE = 5e-5;

  private Training() {}

  /// A reaction with the index of its right class.
  ///
  /// @param around what [TargetModel] says, where the task is a stance
  public record Case(Reaction reaction, int right, Optional<double[]> around) {
    public Case(Reaction reaction, int right) {
      this(reaction, right, Optional.empty());
    }

    Case withAround(Optional<double[]> said) {
      return new Case(reaction, right, said);
    }
  }

  /// A statement with the index of the class that it stands for.
  ///
  /// @param tuned as [Heads#tuned] gives it
  public record LabelledStatement(String text, Optional<Vector> tuned, int right) {}

  /// @param seen what labels are learned from
  /// @param unseen what the weights of the features are learned from; the encoder must not have
  ///     been tuned on it. Where it is empty, the first list serves, each fifth of it judged by a
  ///     model of the other four: right if the encoder has seen none of it
  public record Cases(List<Case> seen, List<Case> unseen) {}

  /// What describes each alternative of a reaction.
  public interface Description {
    /// @param labels probability of each class by labelled posts, if there are any
    double[][] of(Case one, Optional<double[]> labels);
  }

  /// @param classes their names
  /// @param features names of what [Description] gives
  /// @param evenness see [SoftmaxTraining#importance]
  /// @param ridge penalty on the weights of the features
  public record Task(List<String> classes, List<String> features, double evenness, double ridge) {}

  static List<ChoiceTraining.Choice> choices(
      Task task, List<Case> cases, List<Optional<double[]>> labels, Description description) {
    double[] importance =
        SoftmaxTraining.importance(
            cases.stream().map(Case::right).toList(), task.classes().size(), task.evenness());
    List<ChoiceTraining.Choice> choices = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      choices.add(
          new ChoiceTraining.Choice(
              description.of(one, labels.get(i)), one.right(), importance[one.right()]));
    }
    return choices;
  }

  static Labelled labelled(Task task, List<Case> cases, List<LabelledStatement> declared) {
    Labelled all = new Labelled(task, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Case one : cases) {
      all.add(one.reaction().post().text(), one.reaction().tuned(), one.right());
    }
    // What the event file declares is labelled too.
    for (LabelledStatement statement : declared) {
      all.add(statement.text(), statement.tuned(), statement.right());
    }
    return all;
  }

  private record Weighed(ChoiceModel weights, Trial trial) {}

  /// Texts with their labels, and vectors where an encoder read them.
  record Labelled(Task task, List<String> texts, List<Vector> vectors, List<Integer> right) {
    void add(String text, Optional<Vector> tuned, int label) {
      texts.add(text);
      tuned.ifPresent(vectors::add);
      right.add(label);
    }

    private double[] importance() {
      return SoftmaxTraining.importance(right, task.classes().size(), task.evenness());
    }

    private boolean encoded() {
      return vectors.size() == texts.size();
    }

    private List<float[]> oneHot() {
      return right.stream()
          .map(
              label -> {
                float[] all = new float[task.classes().size()];
                all[label] = 1;
                return all;
              })
          .toList();
    }

    Classifier learn() {
      return encoded()
          ? SoftmaxTraining.train(task.classes(), vectors, right, importance(), LEARNED_RIDGE)
          : NgramTraining.train(task.classes(), texts, oneHot(), importance());
    }

    /// How much each feature weighs beside what the labels say of cases that taught them nothing,
    /// and how both do on those of the cases that are taken for reactions. The few weights learned
    /// there flatter the trial a little.
    private Weighed weigh(List<Case> seen, List<Case> unseen, Description description) {
      List<Optional<double[]>> said = new ArrayList<>();
      if (unseen.isEmpty()) {
        crossFitted().subList(0, seen.size()).forEach(p -> said.add(Optional.of(p)));
      } else {
        Classifier labels = learn();
        for (Case one : unseen) {
          Reaction reaction = one.reaction();
          said.add(Optional.of(labels.probabilities(reaction.post().text(), reaction.tuned())));
        }
      }
      List<Case> judged = unseen.isEmpty() ? seen : unseen;
      List<ChoiceTraining.Choice> choices = choices(task, judged, said, description);
      ChoiceModel weights = ChoiceTraining.train(task.features(), choices, task.ridge());
      return new Weighed(
          weights,
          new Trial(
              task.classes(),
              IntStream.range(0, judged.size())
                  .filter(i -> judged.get(i).reaction().reacts())
                  .mapToObj(choices::get)
                  .map(c -> new Trial.Answer(c.chosen(), weights.probabilities(c.alternatives())))
                  .toList()));
    }

    /// Learns from all of it. How much the features weigh, and the trial, come from the model that
    /// is there if they shall be kept.
    EventModel teach(
        Path file,
        String kind,
        boolean keepWeights,
        List<Case> seen,
        List<Case> unseen,
        Description description) {
      if (keepWeights) {
        return new EventModel(
            learn(), ChoiceModel.read(file, kind, task.features()), EventModel.trial(file, kind));
      }
      Weighed weighed = weigh(seen, unseen, description);
      return new EventModel(learn(), weighed.weights(), Optional.of(weighed.trial()));
    }

    /// What models say of the texts that they have not seen.
    List<double[]> crossFitted() {
      return encoded()
          ? SoftmaxTraining.crossFitted(
              task.classes(), texts, vectors, right, importance(), LEARNED_RIDGE)
          : NgramTraining.crossFitted(task.classes(), texts, oneHot(), importance());
    }
  }

  /// Learns to find names with the encoder that is there, and writes the model.
  public static void entities(
      ModelFolder models, List<GoldNames> gold, Map<String, Object> provenance) {
    Encoder encoder = Encoder.in(models);
    NameTraining.train(encoder, gold, NAMES_RIDGE).write(models, encoder.id(), provenance);
  }

  /// Learns moods from n-grams, for the analysis without the encoder, and writes the model.
  ///
  /// @param dev for each file, what the temperature is fitted on; nothing is learned from it
  public static void fastSentiment(
      AnalyzerSettings settings,
      List<GoldPost> posts,
      List<List<GoldPost>> dev,
      Map<String, Object> provenance) {
    List<float[]> moods = posts.stream().map(p -> p.moods().orElseThrow()).toList();
    List<Integer> likeliest = new ArrayList<>();
    for (float[] mood : moods) {
      int best = 0;
      for (int c = 1; c < mood.length; c++) if (mood[c] > mood[best]) best = c;
      likeliest.add(best);
    }
    List<String> classes = SentimentModel.CLASSES;
    NgramModel model =
        NgramTraining.train(
            classes,
            posts.stream().map(GoldPost::text).toList(),
            moods,
            SoftmaxTraining.importance(likeliest, classes.size(), 1));
    double temperature = Temperature.fit(dev, text -> model.probabilities(text, Optional.empty()));
    new SentimentModel(new float[0], model.withTemperature(temperature))
        .write(settings.folder(), Optional.empty(), provenance);
  }
}
