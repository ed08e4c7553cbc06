package dev.chorus.training;

import dev.chorus.language.Reaction;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.language.english.NameTagger;
import dev.chorus.language.head.ModelFiles;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Labels;
import dev.chorus.language.model.NgramModel;
import dev.chorus.language.model.SoftmaxRegression;
import dev.chorus.language.model.Taught;
import dev.chorus.language.model.Temperature;
import dev.chorus.language.model.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
  /// @param around what [TargetModel] says, where the question is a stance
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
  /// @param tuned as [CoreNlpAnalyzer#tuned] gives it
  public record Declared(String text, Optional<Vector> tuned, int right) {}

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
  /// @param evenness see [SoftmaxRegression#importance]
  /// @param ridge penalty on the weights of the features
  public record Question(
      List<String> classes, List<String> features, double evenness, double ridge) {}

  static List<ChoiceModel.Choice> choices(
      Question question,
      List<Case> cases,
      List<Optional<double[]>> labels,
      Description description) {
    double[] importance =
        SoftmaxRegression.importance(
            cases.stream().map(Case::right).toList(),
            question.classes().size(),
            question.evenness());
    List<ChoiceModel.Choice> choices = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      choices.add(
          new ChoiceModel.Choice(
              description.of(one, labels.get(i)), one.right(), importance[one.right()]));
    }
    return choices;
  }

  static Labelled labelled(Question question, List<Case> cases, List<Declared> declared) {
    Labelled all = new Labelled(question, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Case one : cases) {
      all.add(one.reaction().post().text(), one.reaction().tuned(), one.right());
    }
    // What the event file declares is labelled too.
    for (Declared statement : declared) {
      all.add(statement.text(), statement.tuned(), statement.right());
    }
    return all;
  }

  private record Weighed(ChoiceModel weights, Trial trial) {}

  /// Texts with their labels, and vectors where an encoder read them.
  record Labelled(
      Question question, List<String> texts, List<Vector> vectors, List<Integer> right) {
    void add(String text, Optional<Vector> tuned, int label) {
      texts.add(text);
      tuned.ifPresent(vectors::add);
      right.add(label);
    }

    private double[] importance() {
      return SoftmaxRegression.importance(right, question.classes().size(), question.evenness());
    }

    private boolean encoded() {
      return vectors.size() == texts.size();
    }

    private List<float[]> oneHot() {
      return right.stream()
          .map(
              label -> {
                float[] all = new float[question.classes().size()];
                all[label] = 1;
                return all;
              })
          .toList();
    }

    Labels learn() {
      return encoded()
          ? SoftmaxRegression.train(question.classes(), vectors, right, importance(), LEARNED_RIDGE)
          : NgramModel.train(question.classes(), texts, oneHot(), importance());
    }

    /// How much each feature weighs beside what the labels say of cases that taught them nothing,
    /// and how both do on those of the cases that are taken for reactions. The few weights learned
    /// there flatter the trial a little.
    private Weighed weigh(List<Case> seen, List<Case> unseen, Description description) {
      List<Optional<double[]>> said = new ArrayList<>();
      if (unseen.isEmpty()) {
        crossFitted().subList(0, seen.size()).forEach(p -> said.add(Optional.of(p)));
      } else {
        Labels labels = learn();
        for (Case one : unseen) {
          Reaction reaction = one.reaction();
          said.add(Optional.of(labels.probabilities(reaction.post().text(), reaction.tuned())));
        }
      }
      List<Case> judged = unseen.isEmpty() ? seen : unseen;
      List<ChoiceModel.Choice> choices = choices(question, judged, said, description);
      ChoiceModel weights = ChoiceModel.train(question.features(), choices, question.ridge());
      return new Weighed(
          weights,
          new Trial(
              question.classes(),
              IntStream.range(0, judged.size())
                  .filter(i -> judged.get(i).reaction().reacts())
                  .mapToObj(choices::get)
                  .map(c -> new Trial.Answer(c.chosen(), weights.probabilities(c.alternatives())))
                  .toList()));
    }

    /// Learns from all of it. How much the features weigh, and the trial, come from the model that
    /// is there if they shall be kept.
    Taught teach(
        Path file,
        String kind,
        boolean keepWeights,
        List<Case> seen,
        List<Case> unseen,
        Description description) {
      if (keepWeights) {
        return new Taught(
            learn(),
            ModelFiles.taughtWeights(file, kind, question.features()),
            ModelFiles.taughtTrial(file, kind));
      }
      Weighed weighed = weigh(seen, unseen, description);
      return new Taught(learn(), weighed.weights(), Optional.of(weighed.trial()));
    }

    /// What models say of the texts that they have not seen.
    List<double[]> crossFitted() {
      return encoded()
          ? SoftmaxRegression.crossFitted(
              question.classes(), texts, vectors, right, importance(), LEARNED_RIDGE)
          : NgramModel.crossFitted(question.classes(), texts, oneHot(), importance());
    }
  }

  /// Learns to find names with the encoder that is there, and writes the model.
  public static void entities(Path models, List<GoldNames> gold, Map<String, Object> provenance) {
    Encoder encoder = Encoder.in(models);
    ModelFiles.writeNames(
        models, NameTagger.train(encoder, gold, NAMES_RIDGE), encoder.id(), provenance);
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
        NgramModel.train(
            classes,
            posts.stream().map(GoldPost::text).toList(),
            moods,
            SoftmaxRegression.importance(likeliest, classes.size(), 1));
    double temperature = Temperature.fit(dev, text -> model.probabilities(text, Optional.empty()));
    ModelFiles.writeSentiment(
        settings.weights(),
        new float[0],
        model.withTemperature(temperature),
        Optional.empty(),
        provenance);
  }

  /// Learns and writes both models of a question.
  public static void write(
      AnalyzerSettings settings,
      Question question,
      Cases cases,
      List<Declared> statements,
      Description description,
      ModelFiles.Kind kind,
      boolean keepWeights,
      Map<String, Object> provenance) {
    Optional<String> encoder = settings.encoder().map(Encoder::id);
    Labelled labelled = labelled(question, cases.seen(), statements);
    Taught taught =
        labelled.teach(
            kind.taught(),
            kind.taughtName(),
            keepWeights,
            cases.seen(),
            cases.unseen(),
            description);
    ModelFiles.writeTaught(kind.taught(), kind.taughtName(), taught, encoder, provenance);
    if (keepWeights) return;
    // Without labels nothing is judged by what learned from it, so all cases serve.
    List<Case> all = new ArrayList<>(cases.seen());
    all.addAll(cases.unseen());
    ModelFiles.writeChoice(
        kind.weights(),
        kind.weightsName(),
        ChoiceModel.train(
            question.features(),
            choices(question, all, Collections.nCopies(all.size(), Optional.empty()), description),
            question.ridge()),
        provenance);
  }
}
