package dev.chorus.language.model;

import dev.chorus.common.Sha256;
import dev.chorus.language.ModelException;
import dev.chorus.language.Vector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Softmax regression over [Ngrams]: what is used where there is no time for an encoder.
///
/// Weights are bytes with one scale a class; rounding to them changes no figure that is reported.
public final class NgramModel implements Classifier {
  private final List<String> classes;
  private final byte[][] steps;
  private final float[] scales;
  private final float[] constants;
  private final double temperature;

  /// @param classes names of the labels
  /// @param steps for each class, one weight an n-gram, in steps of its scale
  /// @param scales one a class
  /// @param constants one a class
  /// @param temperature see [SoftmaxRegression]
  public NgramModel(
      List<String> classes, byte[][] steps, float[] scales, float[] constants, double temperature) {
    this.classes = List.copyOf(classes);
    this.steps = steps;
    this.scales = scales;
    this.constants = constants;
    this.temperature = temperature;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  public byte[][] steps() {
    return steps;
  }

  public float[] scales() {
    return scales;
  }

  public float[] constants() {
    return constants;
  }

  public double temperature() {
    return temperature;
  }

  public NgramModel withTemperature(double other) {
    return new NgramModel(classes, steps, scales, constants, other);
  }

  @Override
  public double[] probabilities(String text, Optional<Vector> tuned) {
    return probabilities(Ngrams.of(text));
  }

  private double[] probabilities(int[] ngrams) {
    double length = length(ngrams);
    double[] utilities = new double[classes.size()];
    for (int c = 0; c < utilities.length; c++) {
      long sum = 0;
      byte[] own = steps[c];
      for (int ngram : ngrams) sum += own[ngram];
      utilities[c] = (sum * (double) scales[c] * length + constants[c]) / temperature;
    }
    return ChoiceModel.softmax(utilities);
  }

  /// What the weights of a text's n-grams are multiplied by: every text is as long as every other,
  /// however many it has.
  public static double length(int[] ngrams) {
    return 1 / Math.sqrt(Math.max(1, ngrams.length));
  }

  static NgramModel read(ModelFile file, String weights, List<String> classes, double temperature) {
    Path beside = file.path().resolveSibling(weights);
    byte[] bytes = ModelFile.bytes(beside);
    if (!Sha256.hex(bytes).equals(file.text("ngramsSha256").orElse(""))) {
      throw new ModelException(
          beside + ": is not the file that " + file.path() + " was written with; restore both.");
    }
    Map<String, byte[]> lists = Safetensors.read(beside.toString(), bytes);
    byte[][] steps = new byte[classes.size()][];
    for (int c = 0; c < steps.length; c++) {
      steps[c] = lists.get(classes.get(c));
      if (steps[c] == null || steps[c].length != Ngrams.SIZE) {
        throw new ModelException(beside + ": has no weights for \"" + classes.get(c) + "\".");
      }
    }
    return new NgramModel(
        classes, steps, file.floats("scales"), file.floats("constants"), temperature);
  }

  @Override
  public void put(ModelDraft draft, Path file) {
    Map<String, byte[]> lists = new LinkedHashMap<>();
    for (int c = 0; c < classes.size(); c++) lists.put(classes.get(c), steps[c]);
    byte[] bytes = Safetensors.write(lists);
    String name = file.getFileName().toString().replaceFirst("\\.json$", "") + ".safetensors";
    ModelFile.write(file.resolveSibling(name), bytes);
    draft.put("classes", classes).put("temperature", temperature);
    draft.put("scales", scales).put("constants", constants);
    draft.put("ngrams", name).put("ngramsSha256", Sha256.hex(bytes));
  }
}
