package dev.chorus.training.tuning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import dev.chorus.language.Side;
import dev.chorus.language.encoder.Words;
import dev.chorus.language.english.NameFeatures;
import dev.chorus.language.english.NameTags;
import dev.chorus.language.head.TargetModel;
import dev.chorus.language.text.PostText;
import dev.chorus.training.GoldNames;
import dev.chorus.training.GoldPost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// Fine-tunes an encoder on labelled posts, for several questions at once.
///
/// Each question has a linear head on the direction of the first piece's vector, which the encoder
/// learns to fill with what the questions need. Names have one on the vector of every word and on
/// how it is written; stances toward what a text names have one on the vectors of the words that
/// name it. The mean of all pieces is held where it was before
/// (cosine distance to the untrained encoder's mean, as in knowledge distillation), because search
/// and camps of other events compare texts by it: one pass gives both vectors.
///
/// Deterministic for one machine: the order of the examples and what is dropped follow from the
/// number of the step alone, so a training that goes on from a checkpoint ends where it would have.
final class FineTuning implements AutoCloseable {
  /// @param name of the stage, for messages
  /// @param examples what is learned from
  /// @param epochs how often each example is learned from
  /// @param rate highest learning rate of the last layer; AdamW (Loshchilov & Hutter 2019), warmed
  ///     up over the first steps and then falling to zero in a straight line
  /// @param batch examples a step
  /// @param dropout share of the numbers between layers that are left out
  record Stage(
      String name, List<Example> examples, int epochs, float rate, int batch, float dropout) {}

  /// @param name of the question
  /// @param classes how many answers it has
  /// @param importance how much an example of each class counts, by stage
  /// @param worth how much the question counts against the others; 1 is usual
  record Head(String name, int classes, List<double[]> importance, double worth) {}

  /// Told after each step.
  interface Watcher {
    /// @param loss of the step
    void step(String stage, int step, int steps, double loss);
  }

  private static final String NAMES = "names";
  private static final String TOWARD = "toward";

  private static final float HEAD_RATE = 1e-3f;
  private static final float HEAD_DROPOUT = 0.1f;

  /// Each layer learns slower than the one above it (Howard & Ruder 2018).
  private static final float DEPTH_DECAY = 0.93f;

  private static final float WEIGHT_DECAY = 0.01f;
  private static final float WARM_UP = 0.06f;
  private static final float LARGEST_GRADIENT = 1;

  /// How much a change of meaning costs, against the loss of one head.
  private static final float KEEP_MEANING = 2;

  /// How much names count, against the loss of one head.
  private static final float NAMES_WORTH = 3;

  /// Each of so many examples is compared with its meaning before.
  private static final int MEANING_EVERY = 4;

  /// Longer texts are cut while learning: one post of the stream in twenty-five is, and the cost
  /// grows with the longest.
  private static final int MAX_PIECES = 144;

  /// Batches of texts of about the same length are cut from so many batches together.
  private static final int BUCKET = 64;

  private static final int SEED = 17;

  private final NDManager manager;
  private final TrainableEncoder encoder;
  private final float scale;
  private final List<Head> heads;
  private final Map<String, NDArray> headWeights = new LinkedHashMap<>();
  private final Function<String, long[]> pieces;
  private final Function<String, float[]> meaning;
  private final AdamW adam;

  /// @param start weights of the layers to begin with
  /// @param attentionHeads of each layer
  /// @param pieces cuts a text into the ids of word pieces
  /// @param meaning mean vector of a text in the untrained encoder
  FineTuning(
      EncoderFile file,
      Map<String, EncoderFile.Tensor> start,
      int attentionHeads,
      List<Head> heads,
      Function<String, long[]> pieces,
      Function<String, float[]> meaning) {
    this.manager = NDManager.newBaseManager();
    this.encoder = new TrainableEncoder(manager, file, start, attentionHeads);
    // Directions have length 1; the heads see them as long as layer norm makes vectors.
    this.scale = (float) Math.sqrt(encoder.width());
    this.heads = List.copyOf(heads);
    this.pieces = pieces;
    this.meaning = meaning;
    for (Head head : heads) addHead(head.name(), head.classes(), encoder.width());
    addHead(NAMES, NameTags.COUNT, encoder.width() + NameFeatures.SIZE);
    addHead(TOWARD, Side.values().length, 2 * encoder.width());
    this.adam = new AdamW(manager, weights());
  }

  private void addHead(String name, int classes, int inputs) {
    NDArray weight = manager.zeros(new Shape(classes, inputs));
    NDArray bias = manager.zeros(new Shape(classes));
    weight.setRequiresGradient(true);
    bias.setRequiresGradient(true);
    headWeights.put(weight(name), weight);
    headWeights.put(bias(name), bias);
  }

  private static String weight(String head) {
    return "head." + head + ".weight";
  }

  private static String bias(String head) {
    return "head." + head + ".bias";
  }

  /// What a head answers, in log-odds.
  private NDArray logits(String head, NDArray inputs) {
    return inputs
        .matMul(headWeights.get(weight(head)).transpose())
        .add(headWeights.get(bias(head)));
  }

  /// All that learns, by name.
  private Map<String, NDArray> weights() {
    Map<String, NDArray> all = new LinkedHashMap<>(encoder.weights());
    all.putAll(headWeights);
    return all;
  }

  /// All that a checkpoint must hold, by name.
  Map<String, NDArray> state() {
    Map<String, NDArray> all = weights();
    all.putAll(adam.state());
    return all;
  }

  NDManager manager() {
    return manager;
  }

  /// Learns a stage from a step on.
  ///
  /// @param index of the stage, which chooses the heads' importances
  /// @param from steps that are behind already; 0 begins the optimiser anew
  void learn(int index, Stage stage, int from, Watcher watcher) {
    List<List<Example>> batches = new ArrayList<>();
    for (int epoch = 0; epoch < stage.epochs(); epoch++) batches.addAll(batches(stage, epoch));
    if (from == 0) adam.reset();
    for (int step = from; step < batches.size(); step++) {
      Engine.getInstance().setRandomSeed(SEED + 1_000_003 * index + step);
      float pace = pace(step, batches.size());
      double loss = step(index, stage, batches.get(step), step);
      boolean learned =
          Double.isFinite(loss) && update(step + 1, pace * stage.rate(), pace * HEAD_RATE);
      if (!learned) forget();
      watcher.step(stage.name(), step + 1, batches.size(), learned ? loss : Double.NaN);
    }
  }

  private static float pace(int step, int steps) {
    float warm = WARM_UP * steps;
    return step < warm ? (step + 1) / (warm + 1) : (steps - step) / (steps - warm);
  }

  /// Shuffled, but texts of about the same length together, so that little is filled up.
  private static List<List<Example>> batches(Stage stage, int epoch) {
    Random random = new Random(SEED + 31L * epoch);
    List<Example> order = new ArrayList<>(stage.examples());
    Collections.shuffle(order, random);
    List<List<Example>> batches = new ArrayList<>();
    int bucket = BUCKET * stage.batch();
    for (int from = 0; from < order.size(); from += bucket) {
      List<Example> near =
          new ArrayList<>(order.subList(from, Math.min(from + bucket, order.size())));
      near.sort(Comparator.comparingInt(e -> e.text().length()));
      for (int at = 0; at < near.size(); at += stage.batch()) {
        batches.add(List.copyOf(near.subList(at, Math.min(at + stage.batch(), near.size()))));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private double step(int index, Stage stage, List<Example> examples, int step) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      // Every other time user names are masked, as benchmarks mask them: both must be read.
      // Where words are pointed at, they must stay where they are.
      Example example = examples.get(i);
      boolean pointed = example.names().isPresent() || !example.toward().isEmpty();
      boolean masked = (i + step) % 2 == 0 && !pointed;
      String text = PostText.readable(example.text());
      texts.add(masked ? PostText.withoutNames(text) : text);
    }
    try (NDManager scope = manager.newSubManager();
        GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
      Padded input = padded(scope, texts.stream().map(pieces).toList());
      NDArray states = encoder.forward(input.pieces(), input.present(), stage.dropout());
      NDArray first = unit(states.get(":, 0")).mul(scale);
      NDArray loss = keepMeaning(scope, states, input.present(), texts);
      for (Head head : heads) {
        NDArray own = answer(scope, index, head, first, examples);
        if (own != null) loss = loss.add(own);
      }
      NDArray names = names(scope, states, examples);
      if (names != null) loss = loss.add(names);
      NDArray sides = sides(scope, states, examples);
      if (sides != null) loss = loss.add(sides);
      gradients.backward(loss);
      return loss.getFloat();
    }
  }

  private record Padded(NDArray pieces, NDArray present) {}

  private static Padded padded(NDManager scope, List<long[]> ids) {
    int length = 0;
    for (long[] row : ids) length = Math.max(length, Math.min(row.length, MAX_PIECES));
    long[] filled = new long[ids.size() * length];
    float[] present = new float[filled.length];
    for (int r = 0; r < ids.size(); r++) {
      long[] row = ids.get(r);
      int count = Math.min(row.length, MAX_PIECES);
      for (int i = 0; i < count; i++) {
        filled[r * length + i] = row[i];
        present[r * length + i] = 1;
      }
      // A text that is cut still ends with the piece that says so.
      if (row.length > MAX_PIECES) filled[r * length + count - 1] = row[row.length - 1];
    }
    Shape shape = new Shape(ids.size(), length);
    return new Padded(scope.create(filled, shape), scope.create(present, shape));
  }

  private NDArray keepMeaning(
      NDManager scope, NDArray states, NDArray present, List<String> texts) {
    int compared = Math.ceilDiv(texts.size(), MEANING_EVERY);
    float[] wanted = new float[compared * encoder.width()];
    for (int r = 0; r < compared; r++) {
      System.arraycopy(
          meaning.apply(texts.get(r)), 0, wanted, r * encoder.width(), encoder.width());
    }
    NDArray goal = unit(scope.create(wanted, new Shape(compared, encoder.width())));
    String rows = "0:" + compared;
    NDArray sum = states.get(rows).mul(present.get(rows).expandDims(2)).sum(new int[] {1});
    return unit(sum).mul(goal).sum(new int[] {1}).mean().sub(1).mul(-KEEP_MEANING);
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).add(1e-12f).sqrt());
  }

  /// The cross-entropy of one head, or null where no example of the batch has its label.
  private NDArray answer(
      NDManager scope, int index, Head head, NDArray first, List<Example> examples) {
    int classes = head.classes();
    double[] importance = head.importance().get(index);
    float[] wanted = new float[examples.size() * classes];
    boolean any = false;
    for (int r = 0; r < examples.size(); r++) {
      float[] label = examples.get(r).labels().get(head.name());
      if (label == null) continue;
      any = true;
      for (int c = 0; c < classes; c++)
        wanted[r * classes + c] = (float) (label[c] * importance[c]);
    }
    if (!any) return null;
    NDArray goal = scope.create(wanted, new Shape(examples.size(), classes));
    NDArray kept = Dropout.dropout(first, HEAD_DROPOUT, true).singletonOrThrow();
    return logits(head.name(), kept)
        .logSoftmax(1)
        .mul(goal)
        .sum()
        .mul((float) -head.worth() / examples.size());
  }

  /// The cross-entropy of the tags of words, a mean over the words, or null where no example of the
  /// batch has names. Types that were not looked for in a text are no answers there.
  private NDArray names(NDManager scope, NDArray states, List<Example> examples) {
    int length = (int) states.getShape().get(1);
    List<Long> places = new ArrayList<>();
    List<float[]> forms = new ArrayList<>();
    List<float[]> wanted = new ArrayList<>();
    List<float[]> closed = new ArrayList<>();
    for (int r = 0; r < examples.size(); r++) {
      if (examples.get(r).names().isEmpty()) continue;
      GoldNames gold = examples.get(r).names().get();
      Words words = Words.of(examples.get(r).text());
      int[] tags = NameTags.of(words, gold.names());
      float[][] features = NameFeatures.of(words);
      float[] unasked = new float[NameTags.COUNT];
      for (int tag = 0; tag < unasked.length; tag++) {
        unasked[tag] = NameTags.known(tag, gold.types()) ? 0 : -10_000f;
      }
      for (int w = 0; w < tags.length && words.first()[w] < length - 1; w++) {
        if (tags[w] == NameTags.UNKNOWN) continue;
        places.add((long) r * length + words.first()[w]);
        forms.add(features[w]);
        float[] right = new float[NameTags.COUNT];
        right[tags[w]] = 1;
        wanted.add(right);
        closed.add(unasked);
      }
    }
    if (places.isEmpty()) return null;
    NDArray flat = states.reshape(-1, encoder.width());
    NDArray chosen = flat.get(scope.create(longs(places)));
    NDArray kept = Dropout.dropout(chosen, HEAD_DROPOUT, true).singletonOrThrow();
    return logits(NAMES, kept.concat(rows(scope, forms), 1))
        .add(rows(scope, closed))
        .logSoftmax(1)
        .mul(rows(scope, wanted))
        .sum()
        .mul(-NAMES_WORTH / places.size());
  }

  /// The cross-entropy of the stances toward what the texts name, or null where no example of the
  /// batch has one.
  private NDArray sides(NDManager scope, NDArray states, List<Example> examples) {
    int length = (int) states.getShape().get(1);
    List<Long> firsts = new ArrayList<>();
    List<List<Long>> places = new ArrayList<>();
    List<float[]> wanted = new ArrayList<>();
    for (int r = 0; r < examples.size(); r++) {
      if (examples.get(r).toward().isEmpty()) continue;
      Words read = Words.of(examples.get(r).text());
      for (GoldPost.Toward toward : examples.get(r).toward()) {
        List<Long> words = new ArrayList<>();
        for (int piece : TargetModel.positions(read, toward.names())) {
          if (piece < length - 1) words.add((long) r * length + piece);
        }
        if (words.isEmpty()) continue;
        firsts.add((long) r * length);
        places.add(words);
        float[] right = new float[Side.values().length];
        right[toward.side().ordinal()] = 1;
        wanted.add(right);
      }
    }
    if (firsts.isEmpty()) return null;
    NDArray flat = states.reshape(-1, encoder.width());
    NDList means = new NDList();
    for (List<Long> words : places) {
      means.add(flat.get(scope.create(longs(words))).mean(new int[] {0}));
    }
    NDArray inputs = flat.get(scope.create(longs(firsts))).concat(NDArrays.stack(means), 1);
    NDArray kept = Dropout.dropout(inputs, HEAD_DROPOUT, true).singletonOrThrow();
    return logits(TOWARD, kept).logSoftmax(1).mul(rows(scope, wanted)).sum().div(-examples.size());
  }

  private static long[] longs(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static NDArray rows(NDManager scope, List<float[]> rows) {
    return scope.create(rows.toArray(float[][]::new));
  }

  /// Takes away the gradients of a step that came to nothing, so that the next one is not lost too.
  private void forget() {
    weights()
        .values()
        .forEach(
            weight -> {
              NDArray gradient = weight.getGradient();
              gradient.set(new NDIndex("..."), 0f);
              gradient.close();
            });
  }

  /// Whether there was anything to learn: gradients that are no numbers change nothing.
  private boolean update(int step, float rate, float headRate) {
    Map<String, NDArray> all = weights();
    try (NDManager scope = manager.newSubManager()) {
      Map<String, NDArray> gradients = new LinkedHashMap<>();
      NDList sums = new NDList();
      all.forEach(
          (name, weight) -> {
            NDArray gradient = weight.getGradient();
            gradient.attach(scope);
            gradients.put(name, gradient);
            sums.add(gradient.square().sum());
          });
      double squares = 0;
      for (NDArray sum : sums) squares += sum.getFloat();
      if (!Double.isFinite(squares)) return false;
      float clip = (float) Math.min(1, LARGEST_GRADIENT / Math.max(1e-12, Math.sqrt(squares)));
      all.forEach(
          (name, weight) -> {
            float own =
                headWeights.containsKey(name)
                    ? headRate
                    : rate * (float) Math.pow(DEPTH_DECAY, encoder.depth(name));
            boolean decays = name.endsWith(".weight") && !name.contains("LayerNorm");
            NDArray gradient = gradients.get(name).muli(clip);
            adam.update(step, name, weight, gradient, own, decays ? WEIGHT_DECAY : 0);
            // The engine adds up gradients until they are taken away.
            gradient.muli(0);
          });
      return true;
    }
  }

  TrainableEncoder encoder() {
    return encoder;
  }

  /// The weights of a head on directions of length 1: for each class, one weight a number and then
  /// a constant.
  double[] head(String name) {
    float[] weight = headWeights.get(weight(name)).toFloatArray();
    float[] bias = headWeights.get(bias(name)).toFloatArray();
    int width = encoder.width();
    double[] joined = new double[weight.length + bias.length];
    for (int c = 0; c < bias.length; c++) {
      for (int i = 0; i < width; i++) joined[c * (width + 1) + i] = weight[c * width + i] * scale;
      joined[c * (width + 1) + width] = bias[c];
    }
    return joined;
  }

  @Override
  public void close() {
    manager.close();
  }
}
