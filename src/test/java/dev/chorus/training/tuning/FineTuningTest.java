package dev.chorus.training.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import dev.chorus.language.EntityType;
import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Mood;
import dev.chorus.language.NamedSpan;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Vocabulary;
import dev.chorus.training.EncoderTuning;
import dev.chorus.training.GoldNames;
import dev.chorus.training.GoldPost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real engine and the real encoder, on a handful of posts.
@Tag("slow")
@Tag("models")
class FineTuningTest {
  private static final int HEADS = 12;
  private static final List<String> TEXTS =
      List.of("What a wonderful day", "This is awful", "The train leaves at noon", "ok");

  private static final EncoderFile FILE = EncoderFile.parse(Vocabulary.untuned());
  private static final Encoder UNTUNED =
      Encoder.of(EncoderGraph.write(FILE, FILE.weights(), HEADS), "untuned");

  @TempDir Path folder;

  private static FineTuning tuning() {
    return new FineTuning(
        FILE,
        FILE.weights(),
        HEADS,
        List.of(new FineTuning.Head("mood", 2, List.of(new double[] {1, 1}), 1)),
        Vocabulary.pieces(),
        text -> UNTUNED.encode(text).mean());
  }

  private static FineTuning.Stage stage() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      examples.add(
          new Example(
              TEXTS.get(i),
              Map.of("mood", i % 2 == 0 ? new float[] {1, 0} : new float[] {0, 1}),
              Optional.empty(),
              List.of()));
    }
    return new FineTuning.Stage("posts", examples, 3, 1e-4f, 2, 0.1f);
  }

  private static float[] numbers(FineTuning tuning) {
    return tuning.state().get("encoder.layer.3.output.dense.weight").toFloatArray();
  }

  /// What the engine computes in 32 bits and what ONNX Runtime computes in 8 is the same text.
  @Test
  void theGraphSaysWhatTheTrainedEncoderSays() {
    try (FineTuning tuning = tuning()) {
      for (String text : TEXTS) {
        long[] pieces = Vocabulary.pieces().apply(text);
        float[] present = new float[pieces.length];
        java.util.Arrays.fill(present, 1);
        NDArray states =
            tuning
                .encoder()
                .forward(
                    tuning.manager().create(new long[][] {pieces}),
                    tuning.manager().create(new float[][] {present}),
                    0);
        Encoder.Encoding encoding = UNTUNED.encode(text);
        assertThat(cosine(states.get("0, 0").toFloatArray(), encoding.first())).isGreaterThan(0.98);
        assertThat(cosine(states.get(0).mean(new int[] {0}).toFloatArray(), encoding.mean()))
            .isGreaterThan(0.98);
      }
    }
  }

  private static double cosine(float[] a, float[] b) {
    return Vector.ofDirection(a).cosine(Vector.ofDirection(b));
  }

  /// What a graph holds can learn on: all that is lost is what integers of seven bits cannot hold.
  @Test
  void aGraphGivesItsWeightsBack() {
    byte[] graph = EncoderGraph.write(FILE, FILE.weights(), HEADS);
    Map<String, EncoderFile.Tensor> weights = EncoderGraph.weights(graph);
    assertThat(weights.keySet()).containsExactlyInAnyOrderElementsOf(FILE.weights().keySet());
    weights.forEach(
        (name, tensor) -> {
          EncoderFile.Tensor before = FILE.weights().get(name);
          assertThat(tensor.rows()).as(name).isEqualTo(before.rows());
          if (tensor.rows() == 1) assertThat(tensor.values()).containsExactly(before.values());
        });
    Encoder again = Encoder.of(EncoderGraph.write(FILE, weights, HEADS), "again");
    for (String text : TEXTS) {
      assertThat(cosine(again.encode(text).first(), UNTUNED.encode(text).first()))
          .isGreaterThan(0.9999);
    }
  }

  @Test
  void goesOnFromACheckpointAsIfNothingHadHappened() {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("posts.json"));
    float[] uninterrupted;
    try (FineTuning tuning = tuning()) {
      tuning.learn(
          0,
          stage(),
          0,
          (_, step, _, _) -> {
            if (step == 3) checkpoint.write("this", step, tuning.state());
          });
      uninterrupted = numbers(tuning);
    }
    try (FineTuning tuning = tuning()) {
      assertThat(checkpoint.restore("another", tuning.state(), tuning.manager())).isEmpty();
      assertThat(checkpoint.restore("this", tuning.state(), tuning.manager())).contains(3);
      assertThat(numbers(tuning)).isNotEqualTo(uninterrupted);
      tuning.learn(0, stage(), 3, (_, _, _, _) -> {});
      assertThat(numbers(tuning)).containsExactly(uninterrupted, within(1e-6f));
    }
  }

  @Test
  void readingsOfOneTextAreOneExampleWithTheSharesOfTheirLabels() {
    List<Example> merged =
        SentimentTraining.merged(
            List.of(
                example("the same", Map.of("sentiment", new float[] {1, 0, 0})),
                example("another", Map.of("sentiment", new float[] {0, 0, 1})),
                example(
                    "the same",
                    Map.of("sentiment", new float[] {0, 1, 0}, "camp", new float[] {1, 0}))),
            List.of("sentiment", "camp"));
    assertThat(merged).extracting(Example::text).containsExactly("the same", "another");
    assertThat(merged.getFirst().labels().get("sentiment")).containsExactly(0.5f, 0.5f, 0);
    assertThat(merged.getFirst().labels().get("camp")).containsExactly(1, 0);
    assertThat(merged.getLast().labels().get("sentiment")).containsExactly(0, 0, 1);
  }

  private static Example example(String text, Map<String, float[]> labels) {
    return new Example(text, labels, Optional.empty(), List.of());
  }

  private static final Example LOST = example("ok", Map.of("mood", new float[] {Float.NaN, 1}));

  /// Some steps in a row may come to nothing; more, and the weights are lost.
  @Test
  void aTrainingThatCameToNothingLeavesNoCheckpoint() {
    FineTuning.Stage stage = new FineTuning.Stage("posts", List.of(LOST), 4, 1e-4f, 2, 0);
    List<Integer> steps = new ArrayList<>();
    try (FineTuning tuning = tuning()) {
      Course course =
          new Course(tuning, "untuned", List.of(stage), folder, (_, step, _, _) -> steps.add(step));
      assertThatThrownBy(course::go)
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("at step 4 of posts")
          .hasMessageContaining(folder.toString());
    }
    assertThat(steps).containsExactly(1, 2, 3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aStepThatComesToNothingIsLeftOut() {
    List<Example> examples = new ArrayList<>(stage().examples());
    examples.add(LOST);
    FineTuning.Stage stage = new FineTuning.Stage("posts", examples, 1, 1e-4f, 1, 0);
    List<Double> losses = new ArrayList<>();
    try (FineTuning tuning = tuning()) {
      float[] before = numbers(tuning);
      new Course(tuning, "untuned", List.of(stage), folder, (_, _, _, loss) -> losses.add(loss))
          .go();
      float[] after = numbers(tuning);
      assertThat(after).isNotEqualTo(before);
      for (float number : after) assertThat(number).isFinite();
    }
    assertThat(losses).hasSize(5);
    assertThat(losses.stream().filter(Double::isFinite)).hasSize(4);
  }

  @Test
  void writesAModelThatReadsWhatItLearned() throws Exception {
    List<GoldPost> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(GoldPost.of("I love number " + i + ", it is wonderful", Mood.POSITIVE));
      rows.add(GoldPost.of("I hate number " + i + ", it is awful", Mood.NEGATIVE));
      rows.add(GoldPost.of("Number " + i + " comes after another", Mood.NEUTRAL));
    }
    for (int i = 0; i < 4; i++) {
      rows.add(
          new GoldPost(
              "DeepSeek number " + i + " is wonderful",
              Optional.of(Mood.POSITIVE),
              OptionalDouble.empty(),
              Optional.of(Side.FAVOR),
              Optional.of(1),
              List.of(new GoldPost.Toward(List.of(new Span(0, 8)), Side.FAVOR)),
              Map.of("about", new float[] {1, 0})));
    }
    EncoderTuning.Gold gold =
        new EncoderTuning.Gold(
            rows,
            List.of(
                GoldPost.of(
                    "poor Acme lost again",
                    List.of(new GoldPost.Toward(List.of(new Span(5, 9)), Side.AGAINST)))),
            List.of(
                new GoldNames(
                    "1",
                    "Liang met Altman in Paris",
                    List.of(
                        new NamedSpan(new Span(0, 5), EntityType.PERSON),
                        new NamedSpan(new Span(20, 25), EntityType.LOCATION)),
                    Set.of(EntityType.PERSON, EntityType.LOCATION))),
            List.of(
                GoldPost.of("what a late surprise", Mood.POSITIVE),
                GoldPost.of(
                    "Zenith beats Acme",
                    List.of(
                        new GoldPost.Toward(List.of(new Span(0, 6)), Side.FAVOR),
                        new GoldPost.Toward(List.of(new Span(13, 17)), Side.AGAINST)))));
    Path models = folder.resolve("models");
    EncoderTuning.Settings settings =
        new EncoderTuning.Settings(
            models,
            folder.resolve("work"),
            3,
            List.of(new EncoderTuning.LabelSet("about", 2, 1)),
            Optional.empty(),
            false);
    List<String> stages = new ArrayList<>();
    assertThatThrownBy(
            () ->
                new SentimentTraining()
                    .run(
                        gold,
                        List.of(),
                        settings,
                        Map.of("posts", rows.size()),
                        (stage, _, _, _) -> {
                          stages.add(stage);
                          if (stage.equals("event")) throw new IllegalStateException("power cut");
                        }))
        .hasMessage("power cut");
    assertThat(models).doesNotExist();
    List<String> afterwards = new ArrayList<>();
    new SentimentTraining()
        .run(
            gold,
            List.of(List.of(GoldPost.of("lovely", Mood.POSITIVE))),
            settings,
            Map.of("posts", rows.size()),
            (stage, _, _, _) -> afterwards.add(stage));
    assertThat(stages).contains("posts");
    assertThat(afterwards).contains("event", "late").doesNotContain("posts");
    ModelFolder written = new ModelFolder(models, false);
    assertThat(written.sentiment()).content().contains("\"posts\" : " + rows.size());
    assertThat(Files.size(written.encoder())).isLessThan(36_000_000);
    assertThat(Encoder.in(written).encode("Number 3 is wonderful").mean()).hasSize(Encoder.SIZE);
  }
}
