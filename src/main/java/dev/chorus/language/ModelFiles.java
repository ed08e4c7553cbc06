package dev.chorus.language;

import dev.chorus.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trained weights on disk, as JSON that anyone can read. Never Java serialisation, because a user
/// may replace a model by a file from elsewhere.
public final class ModelFiles {
  private ModelFiles() {}

  /// First digits of a model file's SHA-256, in hexadecimal; `none` if it is one that may be
  /// missing.
  public static String fingerprintIfPresent(Path file) {
    return Files.exists(file) ? fingerprint(file) : "none";
  }

  /// First digits of a model file's SHA-256, in hexadecimal.
  ///
  /// @throws ModelException if there is no such file
  public static String fingerprint(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (IOException e) {
      throw missing(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static ModelException missing(Path file, IOException e) {
    return new ModelException(
        file
            + ": there is no such model. It comes with Chorus: restore it, or train it again with"
            + " chorus train.",
        e);
  }

  static SentimentModel readSentiment(Path file) {
    Map<String, Object> json = read(file, "sentiment");
    String encoder = String.valueOf(json.get("encoder"));
    if (!encoder.equals(Encoder.ID)) {
      throw new ModelException(
          file + ": was trained on vectors of " + encoder + "; this Chorus has " + Encoder.ID);
    }
    double[] center = numbers(file, json, "center");
    float[] mean = new float[center.length];
    for (int i = 0; i < mean.length; i++) mean[i] = (float) center[i];
    return new SentimentModel(
        mean, new SoftmaxRegression(SentimentModel.CLASSES, numbers(file, json, "weights")));
  }

  static void writeSentiment(Path file, SentimentModel model, Map<String, Object> provenance) {
    float[] center = model.center();
    double[] wide = new double[center.length];
    for (int i = 0; i < wide.length; i++) wide[i] = center[i];
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", "sentiment");
    json.put("encoder", Encoder.ID);
    json.putAll(provenance);
    json.put("center", list(wide));
    json.put("weights", list(model.moods().weights()));
    write(file, json);
  }

  /// Reads what was learned from labelled posts of one event, if there is any.
  ///
  /// @param kind what it decides
  /// @param classes what it must tell apart; a model of other classes belongs to another event file
  ///     and is not used
  public static Optional<Taught> readTaught(
      Path file, String kind, List<String> classes, List<String> features) {
    if (!Files.exists(file)) return Optional.empty();
    Map<String, Object> json = read(file, kind);
    if (!classes.equals(json.get("classes"))) return Optional.empty();
    return Optional.of(
        new Taught(
            new SoftmaxRegression(classes, numbers(file, json, "weights")),
            choice(file, kind, json, features)));
  }

  /// Writes what was learned from labelled posts of one event.
  public static void writeTaught(
      Path file, String kind, Taught taught, Map<String, Object> provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", kind);
    json.put("encoder", Encoder.ID);
    json.putAll(provenance);
    put(json, taught.weights());
    json.put("classes", taught.labels().classes());
    json.put("weights", list(taught.labels().weights()));
    write(file, json);
  }

  /// Reads a conditional logit model.
  ///
  /// @param kind what it decides, such as `stance`
  /// @throws ModelException if the file is missing, damaged or of another kind
  public static ChoiceModel readChoice(Path file, String kind, List<String> features) {
    return choice(file, kind, read(file, kind), features);
  }

  private static ChoiceModel choice(
      Path file, String kind, Map<String, Object> json, List<String> features) {
    if (!features.equals(json.get("features"))) {
      throw new ModelException(
          file
              + ": \"features\" is "
              + json.get("features")
              + "; wanted "
              + features
              + ". Train it again: chorus train "
              + kind);
    }
    return new ChoiceModel(features, numbers(file, json, "featureWeights"));
  }

  /// Writes a conditional logit model with what it was learned from.
  public static void writeChoice(
      Path file, String kind, ChoiceModel model, Map<String, Object> provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", kind);
    json.putAll(provenance);
    put(json, model);
    write(file, json);
  }

  private static void put(Map<String, Object> json, ChoiceModel model) {
    double[] weights = new double[model.features().size()];
    for (int i = 0; i < weights.length; i++) weights[i] = model.weight(i);
    json.put("features", model.features());
    json.put("featureWeights", list(weights));
  }

  private static Map<String, Object> read(Path file, String kind) {
    try {
      Object json = Json.parse(Files.readString(file));
      if (json instanceof Map<?, ?> map && kind.equals(map.get("model"))) {
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put((String) key, value));
        return typed;
      }
      throw new ModelException(file + ": is no model of kind \"" + kind + "\".");
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static double[] numbers(Path file, Map<String, Object> json, String field) {
    if (json.get(field) instanceof List<?> list
        && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
    throw new ModelException(file + ": \"" + field + "\" is no list of numbers.");
  }

  /// Six significant digits: more would only pretend to be knowledge, and make the file larger.
  private static List<Double> list(double[] values) {
    return java.util.Arrays.stream(values)
        .map(
            v ->
                v == 0
                    ? 0
                    : new java.math.BigDecimal(v).round(new java.math.MathContext(6)).doubleValue())
        .boxed()
        .toList();
  }

  private static void write(Path file, Map<String, Object> json) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(temporary, Json.pretty(json) + "\n", StandardCharsets.UTF_8);
      Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
