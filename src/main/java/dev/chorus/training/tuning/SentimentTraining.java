package dev.chorus.training.tuning;

import dev.chorus.language.ModelFolder;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Vocabulary;
import dev.chorus.language.head.SentimentModel;
import dev.chorus.language.model.ModelFile;
import dev.chorus.language.model.SoftmaxRegression;
import dev.chorus.language.text.PostText;
import dev.chorus.training.EncoderTuning;
import dev.chorus.training.GoldPost;
import dev.chorus.training.SoftmaxTraining;
import dev.chorus.training.Temperature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Fine-tunes the encoder and its mood head, and writes both.
///
/// First on posts that carry a mood alone, many and of any subject; then on the posts of the event,
/// which may also carry a stance and a camp, on posts that take sides toward what they name, and on
/// posts whose names are marked: heads for those
/// make the encoder notice what tells them apart, and are left behind, because `train stance`,
/// `train camps` and `train entities` learn anew on what it notices.
public final class SentimentTraining implements EncoderTuning {
  private static final String MOOD = "sentiment";
  private static final String STANCE = "stance";
  private static final String CAMP = "camp";

  private static final int ATTENTION_HEADS = 12;

  private static final int TWEET_EPOCHS = 2;
  private static final float TWEET_RATE = 1e-4f;
  private static final int EVENT_EPOCHS = 3;
  private static final float EVENT_RATE = 1e-4f;
  private static final float LATE_RATE = 5e-5f;

  /// Where the encoder was tuned before, less will do, and more would make it forget.
  private static final int AGAIN_EPOCHS = 2;
  private static final float AGAIN_RATE = 1e-4f;
  private static final double AGAIN_REPLAY = 0.2;

  /// Posts of the first stage for each post of the event, so that what they taught stays. Other
  /// ones every time: a few of them again and again would be learned by heart.
  private static final double REPLAY = 0.7;

  /// Of posts with names, and of those that take sides toward what they name.
  private static final int OTHER_EPOCHS = 2;

  /// How far rare classes are helped, see [SoftmaxTraining#importance].
  private static final double EVEN = 1;

  private static final double NEARLY_EVEN = 0.75;
  private static final double HALF_EVEN = 0.4;

  /// Posts whose mean meaning is the centre of all meanings.
  private static final int CENTRE_POSTS = 4_000;

  private static final int SEED = 5;

  @Override
  public void run(
      Gold gold,
      List<List<GoldPost>> dev,
      Settings settings,
      Map<String, Object> provenance,
      Watcher watcher) {
    EncoderFile untuned = EncoderFile.parse(Vocabulary.untuned());
    Encoder before =
        Encoder.of(EncoderGraph.write(untuned, untuned.weights(), ATTENTION_HEADS), Vocabulary.ID);
    List<LabelSet> labelSets = labelSets(settings);
    Optional<byte[]> tunedBefore =
        settings.start().map(start -> ModelFile.bytes(folder(start).encoder()));
    List<FineTuning.Stage> stages =
        stages(gold, labelSets, settings.camps(), tunedBefore.isPresent());
    Optional<Double> kept =
        settings.keepTemperature()
            ? Optional.of(SentimentModel.temperature(folder(settings.models())))
            : Optional.empty();
    Function<String, long[]> pieces = Vocabulary.pieces();
    byte[] onnx;
    double[] moodWeights;
    try (FineTuning tuning =
        new FineTuning(
            untuned,
            tunedBefore.map(EncoderGraph::weights).orElseGet(untuned::weights),
            ATTENTION_HEADS,
            heads(stages, labelSets),
            pieces,
            text -> before.encode(text).mean())) {
      String start = settings.start().map(s -> Encoder.id(folder(s))).orElse("untuned");
      new Course(tuning, start, stages, settings.work(), watcher::step).go();
      onnx = EncoderGraph.write(untuned, tuning.encoder().snapshot(), ATTENTION_HEADS);
      moodWeights = tuning.head(MOOD);
    }
    Encoder tuned = Encoder.write(folder(settings.models()), onnx);
    List<String> classes = Arrays.stream(Mood.values()).map(Mood::id).toList();
    double temperature =
        kept.orElseGet(
            () -> {
              SoftmaxRegression sharp = new SoftmaxRegression(classes, moodWeights, 1);
              return Temperature.fit(
                  dev, text -> sharp.probabilities(tuned.encode(PostText.readable(text)).tuned()));
            });
    new SentimentModel(
            centre(tuned, gold.posts()), new SoftmaxRegression(classes, moodWeights, temperature))
        .write(folder(settings.models()), Optional.of(tuned.id()), provenance);
  }

  private static ModelFolder folder(Path models) {
    return new ModelFolder(models, false);
  }

  private static List<LabelSet> labelSets(Settings settings) {
    List<LabelSet> all = new ArrayList<>();
    all.add(new LabelSet(MOOD, Mood.values().length, 1));
    all.add(new LabelSet(STANCE, Side.values().length, 1));
    all.add(new LabelSet(CAMP, settings.camps(), 1));
    all.addAll(settings.labels());
    return all;
  }

  /// @param tuned whether the encoder has learned from such tweets already
  private static List<FineTuning.Stage> stages(
      Gold gold, List<LabelSet> labelSets, int camps, boolean tuned) {
    List<Example> tweets = new ArrayList<>();
    List<Example> event = new ArrayList<>();
    for (GoldPost row : gold.posts()) {
      (row.ofEvent() ? event : tweets).add(example(row, camps));
    }
    event = merged(event, labelSets.stream().map(LabelSet::name).toList());
    List<FineTuning.Stage> stages = new ArrayList<>();
    if (!tweets.isEmpty() && !tuned) {
      stages.add(new FineTuning.Stage("posts", tweets, TWEET_EPOCHS, TWEET_RATE, 32, 0));
    }
    List<Example> others = new ArrayList<>();
    gold.toward()
        .forEach(t -> others.add(new Example(t.text(), Map.of(), Optional.empty(), t.toward())));
    gold.names()
        .forEach(n -> others.add(new Example(n.text(), Map.of(), Optional.of(n), List.of())));
    if (!event.isEmpty() || !others.isEmpty()) {
      List<Example> mixed = new ArrayList<>();
      int epochs = tuned ? AGAIN_EPOCHS : EVENT_EPOCHS;
      for (int epoch = 0; epoch < epochs; epoch++) mixed.addAll(event);
      mixed.addAll(some(tweets, (tuned ? AGAIN_REPLAY : REPLAY) * mixed.size()));
      for (int epoch = 1; epoch < epochs; epoch++) mixed.addAll(others);
      float rate = tuned ? AGAIN_RATE : EVENT_RATE;
      stages.add(new FineTuning.Stage("event", mixed, 1, rate, tuned ? 32 : 16, 0.1f));
    }
    if (!gold.late().isEmpty()) {
      List<Example> mixed = new ArrayList<>();
      for (GoldPost row : gold.late()) {
        Example example = example(row, camps);
        for (int epoch = 0; epoch < lateEpochs(row); epoch++) mixed.add(example);
      }
      List<List<Example>> known = List.of(tweets, event, others);
      int share = mixed.size() / 2;
      known.forEach(examples -> mixed.addAll(some(examples, share)));
      stages.add(new FineTuning.Stage("late", mixed, 1, LATE_RATE, 16, 0.1f));
    }
    return stages;
  }

  /// As often as in an earlier stage, but plain moods once.
  private static int lateEpochs(GoldPost row) {
    if (row.ofEvent()) return EVENT_EPOCHS;
    return row.toward().isEmpty() ? 1 : OTHER_EPOCHS;
  }

  private static Example example(GoldPost row, int camps) {
    return new Example(row.text(), labels(row, camps), Optional.empty(), row.toward());
  }

  /// Each text once: what several people read stands with the shares of their labels. The stances
  /// toward what it names are those of the first reading that has any.
  static List<Example> merged(List<Example> examples, List<String> heads) {
    Map<String, List<Example>> readings = new LinkedHashMap<>();
    for (Example example : examples) {
      readings.computeIfAbsent(example.text(), _ -> new ArrayList<>()).add(example);
    }
    List<Example> merged = new ArrayList<>();
    for (List<Example> same : readings.values()) {
      Map<String, float[]> labels = new LinkedHashMap<>();
      for (String head : heads) {
        List<float[]> all =
            same.stream().map(e -> e.labels().get(head)).filter(Objects::nonNull).toList();
        if (!all.isEmpty()) labels.put(head, mean(all));
      }
      Example first = same.getFirst();
      List<GoldPost.Toward> toward =
          same.stream()
              .map(Example::toward)
              .filter(t -> !t.isEmpty())
              .findFirst()
              .orElse(List.of());
      merged.add(new Example(first.text(), labels, first.names(), toward));
    }
    return merged;
  }

  private static float[] mean(List<float[]> rows) {
    float[] mean = new float[rows.getFirst().length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) mean[i] += row[i] / rows.size();
    }
    return mean;
  }

  /// So many of a list, drawn without replacement.
  private static List<Example> some(List<Example> all, double count) {
    List<Example> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.subList(0, (int) Math.min(shuffled.size(), count));
  }

  private static List<FineTuning.Head> heads(
      List<FineTuning.Stage> stages, List<LabelSet> labelSets) {
    return labelSets.stream().map(q -> head(q, evenness(q.name()), stages)).toList();
  }

  private static double evenness(String labelSet) {
    return switch (labelSet) {
      case MOOD -> EVEN;
      case STANCE, CAMP -> NEARLY_EVEN;
      default -> HALF_EVEN;
    };
  }

  private static FineTuning.Head head(
      LabelSet set, double evenness, List<FineTuning.Stage> stages) {
    String name = set.name();
    int classes = set.classes();
    List<double[]> importance = new ArrayList<>();
    for (FineTuning.Stage stage : stages) {
      List<Integer> gold = new ArrayList<>();
      for (Example example : stage.examples()) {
        float[] label = example.labels().get(name);
        if (label != null) gold.add(likeliest(label));
      }
      importance.add(SoftmaxTraining.importance(gold, classes, evenness));
    }
    return new FineTuning.Head(name, classes, importance, set.worth());
  }

  private static int likeliest(float[] label) {
    int best = 0;
    for (int c = 1; c < label.length; c++) if (label[c] > label[best]) best = c;
    return best;
  }

  /// The labels of a post as the heads want them.
  static Map<String, float[]> labels(GoldPost row, int camps) {
    Map<String, float[]> labels = new LinkedHashMap<>();
    row.moods().ifPresent(moods -> labels.put(MOOD, moods));
    row.stance().ifPresent(s -> labels.put(STANCE, oneHot(s.ordinal(), Side.values().length)));
    row.camp().ifPresent(c -> labels.put(CAMP, oneHot(c, camps)));
    labels.putAll(row.answers());
    return labels;
  }

  private static float[] oneHot(int label, int classes) {
    float[] all = new float[classes];
    all[label] = 1;
    return all;
  }

  private static float[] centre(Encoder encoder, List<GoldPost> rows) {
    List<GoldPost> some = new ArrayList<>(rows);
    Collections.shuffle(some, new Random(SEED));
    some = some.subList(0, Math.min(CENTRE_POSTS, some.size()));
    double[] sum = new double[Encoder.SIZE];
    for (GoldPost row : some) {
      float[] mean = encoder.encode(PostText.readable(row.text())).mean();
      for (int i = 0; i < sum.length; i++) sum[i] += mean[i];
    }
    float[] centre = new float[Encoder.SIZE];
    for (int i = 0; i < sum.length; i++) centre[i] = (float) (sum[i] / some.size());
    return centre;
  }
}
