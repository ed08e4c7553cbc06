package dev.chorus.language;

import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns the weights of this package from labelled posts. Deterministic: the same posts in the
/// same order give the same bytes.
public final class Training {
  /// Ridge penalty of the sentiment model. Chosen on TweetEval's validation half: 3e-6 to 3e-5
  /// differ by less than half a point.
  private static final double SENTIMENT_RIDGE = 1e-5;

  private static final double STANCE_RIDGE = 1e-4;

  /// Ridge penalty of what is learned from the labelled posts of one event.
  ///
  /// Chosen on the double-labelled dev posts: 3e-5 to 1e-4 are about even, 4e-4 loses 2 to 6 points
  /// of macro-F1.
  public static final double LEARNED_RIDGE = 5e-5;

  /// How far the rarer sides are helped, see [SoftmaxRegression#importance]. As posts come, most
  /// take no side, and a model that learns that says so of too many.
  private static final double EVENNESS = 0.75;

  private Training() {}

  /// Learns mood from posts and writes the model. A post that is given twice counts twice.
  public static void sentiment(
      List<Post> posts, List<Mood> gold, int threads, Path models, Map<String, Object> provenance) {
    Map<String, float[]> means = new HashMap<>();
    List<String> texts = posts.stream().map(p -> PostText.readable(p.text())).toList();
    List<String> distinct = texts.stream().distinct().toList();
    try (OrderedParallel<String, float[]> encoding =
        new OrderedParallel<>(
            threads,
            Encoder.shared()::encode,
            mean -> means.put(distinct.get(means.size()), mean))) {
      distinct.forEach(encoding::add);
      encoding.finish();
    }
    List<SentimentModel.Labelled> examples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      examples.add(new SentimentModel.Labelled(means.get(texts.get(i)), gold.get(i)));
    }
    ModelFiles.writeSentiment(
        CoreNlpAnalyzer.sentimentModel(models),
        SentimentModel.train(examples, SENTIMENT_RIDGE),
        provenance);
  }

  /// Learns stance toward the main target of an event from posts about the event, and writes the
  /// models.
  ///
  /// @return how many of the posts could be read and were learned from
  public static int stance(
      AnalyzerSettings settings,
      String target,
      List<Post> posts,
      List<Side> gold,
      int threads,
      Map<String, Object> provenance) {
    ChoiceModel untrained =
        new ChoiceModel(StanceScorer.FEATURES, new double[StanceScorer.FEATURES.size()]);
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings, untrained, Optional.empty());
    List<Reaction> reactions = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    int[] at = new int[1];
    try (OrderedParallel<Post, Reaction> analysis =
        new OrderedParallel<>(
            threads,
            analyzer::analyze,
            reaction -> {
              Side side = gold.get(at[0]++);
              if (reaction.read()) {
                reactions.add(reaction);
                right.add(side.ordinal());
              }
            })) {
      posts.forEach(analysis::add);
      analysis.finish();
    }
    List<Vector> vectors = new ArrayList<>();
    List<Integer> classOf = new ArrayList<>(right);
    reactions.forEach(r -> vectors.add(r.vector().orElseThrow()));
    // What the event file declares is labelled too.
    for (Target declared : settings.targets()) {
      if (!declared.name().equals(target)) continue;
      declared.favor().forEach(s -> vectors.add(analyzer.vector(s)));
      declared.favor().forEach(_ -> classOf.add(Side.FAVOR.ordinal()));
      declared.against().forEach(s -> vectors.add(analyzer.vector(s)));
      declared.against().forEach(_ -> classOf.add(Side.AGAINST.ordinal()));
    }
    List<String> classes = StanceScorer.CLASSES;
    double[] importance = SoftmaxRegression.importance(classOf, classes.size(), EVENNESS);
    List<double[]> labels =
        SoftmaxRegression.crossFitted(classes, vectors, classOf, importance, LEARNED_RIDGE);
    List<ChoiceModel.Choice> plain = new ArrayList<>();
    List<ChoiceModel.Choice> informed = new ArrayList<>();
    for (int i = 0; i < reactions.size(); i++) {
      Reaction reaction = reactions.get(i);
      int side = right.get(i);
      double weight = importance[side];
      plain.add(
          new ChoiceModel.Choice(
              analyzer.stanceFeatures(target, reaction, Optional.empty()), side, weight));
      informed.add(
          new ChoiceModel.Choice(
              analyzer.stanceFeatures(target, reaction, Optional.of(labels.get(i))), side, weight));
    }
    ModelFiles.writeTaught(
        CoreNlpAnalyzer.taughtStance(settings),
        CoreNlpAnalyzer.TAUGHT_STANCE,
        new Taught(
            SoftmaxRegression.train(classes, vectors, classOf, importance, LEARNED_RIDGE),
            ChoiceModel.train(StanceScorer.FEATURES, informed, STANCE_RIDGE)),
        provenance);
    ModelFiles.writeChoice(
        CoreNlpAnalyzer.stanceModel(settings.models()),
        "stance",
        ChoiceModel.train(StanceScorer.FEATURES, plain, STANCE_RIDGE),
        provenance);
    return reactions.size();
  }
}
