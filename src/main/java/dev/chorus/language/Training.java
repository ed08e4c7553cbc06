package dev.chorus.language;

import dev.chorus.post.Post;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Learns the weights of this package from labelled posts. Deterministic: the same posts in the
/// same order give the same bytes.
public final class Training {
  /// Ridge penalty of the sentiment model. Chosen on TweetEval's validation half: 3e-6 to 3e-5
  /// differ by less than half a point.
  private static final double SENTIMENT_RIDGE = 1e-5;

  private static final double STANCE_RIDGE = 1e-4;

  private Training() {}

  /// Learns mood from posts and writes the model.
  public static void sentiment(
      List<Post> posts, List<Mood> gold, int threads, Path models, Map<String, Object> provenance) {
    List<SentimentModel.Labelled> examples = new ArrayList<>();
    try (OrderedParallel<Post, float[]> encoding =
        new OrderedParallel<>(
            threads,
            post -> Encoder.shared().encode(PostText.readable(post.text())),
            mean -> examples.add(new SentimentModel.Labelled(mean, gold.get(examples.size()))))) {
      posts.forEach(encoding::add);
      encoding.finish();
    }
    ModelFiles.writeSentiment(
        CoreNlpAnalyzer.sentimentModel(models),
        SentimentModel.train(examples, SENTIMENT_RIDGE),
        provenance);
  }

  /// Learns stance toward one declared target from posts that name it, and writes the model.
  ///
  /// @return how many of the posts name the target and were learned from
  public static int stance(
      AnalyzerSettings settings,
      String target,
      List<Post> posts,
      List<Side> gold,
      int threads,
      Map<String, Object> provenance) {
    ChoiceModel untrained =
        new ChoiceModel(StanceScorer.FEATURES, new double[StanceScorer.FEATURES.size()]);
    CoreNlpAnalyzer analyzer = new CoreNlpAnalyzer(settings, untrained);
    List<ChoiceModel.Choice> choices = new ArrayList<>();
    int[] at = new int[1];
    try (OrderedParallel<Post, Reaction> analysis =
        new OrderedParallel<>(
            threads,
            analyzer::analyze,
            reaction -> {
              Side side = gold.get(at[0]++);
              if (reaction.stanceOn(target).isPresent()) {
                choices.add(
                    new ChoiceModel.Choice(
                        analyzer.stanceFeatures(target, reaction), side.ordinal()));
              }
            })) {
      posts.forEach(analysis::add);
      analysis.finish();
    }
    ModelFiles.writeChoice(
        CoreNlpAnalyzer.stanceModel(settings.models()),
        "stance",
        ChoiceModel.train(StanceScorer.FEATURES, choices, STANCE_RIDGE),
        provenance);
    return choices.size();
  }
}
