package dev.chorus.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns stances, and what camps share with them, from labelled posts. Deterministic: the same
/// posts in the same order give the same bytes.
public final class Training {
  private static final double STANCE_RIDGE = 1e-4;

  /// Ridge penalty of what is learned from the labelled posts of one event.
  ///
  /// Chosen on the double-labelled dev posts: 3e-5 to 1e-4 are about even, 4e-4 loses 2 to 6 points
  /// of macro-F1.
  private static final double LEARNED_RIDGE = 5e-5;

  /// How far the rarer sides are helped, see [SoftmaxRegression#importance]. As posts come, most
  /// take no side, and a model that learns that says so of too many.
  private static final double EVENNESS = 0.75;

  private Training() {}

  /// A reaction with the index of its right class.
  public record Case(Reaction reaction, int right) {}

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
    double[][] of(Reaction reaction, Optional<double[]> labels);
  }

  /// @param classes their names
  /// @param features names of what [Description] gives
  /// @param evenness see [SoftmaxRegression#importance]
  /// @param ridge penalty on the weights of the features
  public record Question(
      List<String> classes, List<String> features, double evenness, double ridge) {}

  /// What came out.
  ///
  /// @param taught for the event of the labelled posts
  /// @param weights for any event
  public record Lesson(Taught taught, ChoiceModel weights) {}

  /// Learns how to choose among the alternatives of a question.
  public static Lesson learn(
      Question question, Cases cases, List<Declared> declared, Description description) {
    Labelled seen = labelled(question, cases.seen(), declared);
    Labels labels = seen.learn();
    List<Case> judged = cases.unseen();
    List<double[]> verdicts =
        judged.stream()
            .map(c -> labels.probabilities(c.reaction().post().text(), c.reaction().tuned()))
            .toList();
    if (judged.isEmpty()) {
      judged = cases.seen();
      verdicts = seen.crossFitted();
    }
    List<Optional<double[]>> informed = verdicts.stream().map(Optional::of).toList();
    // Without labels nothing is judged by what learned from it, so all cases serve.
    List<Case> all = new ArrayList<>(cases.seen());
    all.addAll(cases.unseen());
    return new Lesson(
        new Taught(labels, weights(question, judged, informed, description)),
        weights(question, all, Collections.nCopies(all.size(), Optional.empty()), description));
  }

  private static ChoiceModel weights(
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
              description.of(one.reaction(), labels.get(i)), one.right(), importance[one.right()]));
    }
    return ChoiceModel.train(question.features(), choices, question.ridge());
  }

  /// What labelled posts teach about a question, the statements counting as posts too.
  static Labels labels(Question question, Cases cases, List<Declared> declared) {
    return labelled(question, cases.seen(), declared).learn();
  }

  private static Labelled labelled(Question question, List<Case> cases, List<Declared> declared) {
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

  /// Texts with their labels, and vectors where an encoder read them.
  private record Labelled(
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

    /// What models say of the texts that they have not seen.
    List<double[]> crossFitted() {
      return encoded()
          ? SoftmaxRegression.crossFitted(
              question.classes(), vectors, right, importance(), LEARNED_RIDGE)
          : NgramModel.crossFitted(question.classes(), texts, oneHot(), importance());
    }
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

  /// An analyzer to train with: it takes no stances yet.
  public static CoreNlpAnalyzer withoutStances(AnalyzerSettings settings) {
    return new CoreNlpAnalyzer(
        settings,
        new ChoiceModel(StanceScorer.FEATURES, new double[StanceScorer.FEATURES.size()]),
        Optional.empty());
  }

  /// Learns stance toward the main target of an event from posts about the event, and writes the
  /// models.
  ///
  /// @param analyzer as [#withoutStances] gives it
  /// @param keepWeights whether to learn labels alone and keep the weights of the features that
  ///     are there, which were learned on posts that the encoder had not seen
  public static void stance(
      AnalyzerSettings settings,
      CoreNlpAnalyzer analyzer,
      String target,
      Cases cases,
      boolean keepWeights,
      Map<String, Object> provenance) {
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
    Question question =
        new Question(StanceScorer.CLASSES, StanceScorer.FEATURES, EVENNESS, STANCE_RIDGE);
    ModelFiles.Kind kind =
        new ModelFiles.Kind(
            ModelFiles.taughtStance(settings.weights(), settings.event()),
            CoreNlpAnalyzer.TAUGHT_STANCE,
            CoreNlpAnalyzer.stanceModel(settings.weights()),
            "stance");
    write(
        settings,
        question,
        cases,
        statements,
        (reaction, labels) -> analyzer.stanceFeatures(target, reaction, labels),
        kind,
        keepWeights,
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
    if (keepWeights) {
      ChoiceModel weights = ModelFiles.taughtWeights(kind, question.features());
      ModelFiles.writeTaught(
          kind.taught(),
          kind.taughtName(),
          new Taught(labels(question, cases, statements), weights),
          encoder,
          provenance);
      return;
    }
    Lesson lesson = learn(question, cases, statements, description);
    ModelFiles.writeTaught(kind.taught(), kind.taughtName(), lesson.taught(), encoder, provenance);
    ModelFiles.writeChoice(kind.weights(), kind.weightsName(), lesson.weights(), provenance);
  }
}
