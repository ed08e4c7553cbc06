package dev.chorus.language.head;

import dev.chorus.json.Json;
import dev.chorus.language.ModelException;
import dev.chorus.language.Vector;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.encoder.Safetensors;
import dev.chorus.language.english.NameTagger;
import dev.chorus.language.english.NameTags;
import dev.chorus.language.model.ChoiceModel;
import dev.chorus.language.model.Labels;
import dev.chorus.language.model.NgramModel;
import dev.chorus.language.model.Ngrams;
import dev.chorus.language.model.SoftmaxRegression;
import dev.chorus.language.model.Taught;
import dev.chorus.language.model.Trial;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    return fingerprint(bytes(file));
  }

  public static String fingerprint(byte[] bytes) {
    return sha256(bytes).substring(0, 8);
  }

  /// @throws ModelException if there is no such file
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw missing(file, e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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

  /// Where the moods are, in a folder of weights.
  public static Path sentiment(Path weights) {
    return weights.resolve("sentiment").resolve("posts.json");
  }

  /// What labelled posts taught about the stance toward one target.
  public static Path taughtStance(Path weights, String target) {
    return taughtStances(weights).resolve(slug(target) + ".json");
  }

  /// What labelled posts taught about whether a post reacts to an event.
  public static Path taughtAbout(Path weights, String event) {
    return about(weights).resolve(event + ".json");
  }

  /// What tells reactions to any event.
  public static Path anyAbout(Path weights) {
    return about(weights).resolve("weights.json");
  }

  /// What is said about anything, as vectors.
  static Path general(Path models) {
    return about(models).resolve("general.safetensors");
  }

  private static Path about(Path weights) {
    return weights.resolve("about");
  }

  /// What labelled posts taught about a claim.
  public static Path taughtClaim(Path weights, String claim) {
    return weights.resolve("claims").resolve(slug(claim) + ".json");
  }

  /// What labelled posts taught about an issue of an event.
  public static Path taughtIssue(Path weights, String event, String issue) {
    return weights.resolve("issues").resolve(event).resolve(issue + ".json");
  }

  /// What tells the issues of any event.
  public static Path anyIssues(Path weights) {
    return weights.resolve("issues").resolve("weights.json");
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  private static Path taughtStances(Path weights) {
    return weights.resolve("stance").resolve("targets");
  }

  /// Names what labelled posts taught about stances, all targets together.
  public static String stanceFingerprint(Path weights) {
    return fingerprintOfAll(taughtStances(weights));
  }

  /// Names what tells reactions, claims and issues.
  public static String questionsFingerprint(Path weights, Path models) {
    return fingerprintOfAll(about(weights))
        + "/"
        + fingerprintIfPresent(general(models))
        + "/"
        + fingerprintOfAll(weights.resolve("claims"))
        + "/"
        + fingerprintOfAll(weights.resolve("issues"));
  }

  private static String fingerprintOfAll(Path folder) {
    if (!Files.isDirectory(folder)) return "none";
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(file.getFileName()).append(fingerprint(file));
      }
      return fingerprint(all.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ModelException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /// Where the model of names is, in a folder of models.
  public static Path names(Path models) {
    return models.resolve("names").resolve("posts.json");
  }

  public static NameTagger readNames(Path models) {
    Path file = names(models);
    Map<String, Object> json = read(file, "names");
    checkEncoder(file, json, models);
    return new NameTagger(numbers(file, json, "weights"));
  }

  public static void writeNames(
      Path models, NameTagger tagger, String encoder, Map<String, Object> provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", "names");
    json.put("encoder", encoder);
    json.putAll(provenance);
    json.put("tags", NameTags.names());
    json.put("weights", list(tagger.weights()));
    write(names(models), json);
  }

  /// Where the model of stances toward what a post names is, in a folder of models.
  public static Path targets(Path models) {
    return models.resolve("stance").resolve("named.json");
  }

  public static TargetModel readTargets(Path models) {
    Path file = targets(models);
    Map<String, Object> json = read(file, "stance toward what is named");
    if (labels(file, json, models, StanceScorer.CLASSES) instanceof SoftmaxRegression sides) {
      return new TargetModel(sides);
    }
    throw new ModelException(file + ": is over n-grams; wanted one over vectors.");
  }

  public static void writeTargets(
      Path models, TargetModel model, String encoder, Map<String, Object> provenance) {
    Path file = targets(models);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", "stance toward what is named");
    json.put("encoder", encoder);
    json.putAll(provenance);
    put(json, model.sides(), file);
    write(file, json);
  }

  /// The two files that answer a question, such as which camp a post is in.
  ///
  /// @param taught what labelled posts of one event taught, and how much each feature weighs then
  /// @param taughtName names the kind of that file
  /// @param weights how much each feature weighs for any event
  /// @param weightsName names the kind of that file
  public record Kind(Path taught, String taughtName, Path weights, String weightsName) {}

  /// Reads the model of moods.
  ///
  /// @param weights folder of the weights
  /// @param models folder of the encoder
  public static SentimentModel readSentiment(Path weights, Path models) {
    Path file = sentiment(weights);
    Map<String, Object> json = read(file, "sentiment");
    double[] center = numbers(file, json, "center");
    float[] mean = narrow(center);
    return new SentimentModel(mean, labels(file, json, models, SentimentModel.CLASSES));
  }

  /// What labelled posts taught: weights over the tuned vector in the file itself, or weights of
  /// n-grams in a file beside it.
  private static Labels labels(
      Path file, Map<String, Object> json, Path models, List<String> classes) {
    if (!(json.get("temperature") instanceof Number temperature)) {
      throw new ModelException(file + ": \"temperature\" is no number.");
    }
    if (json.get("ngrams") instanceof String name) {
      return ngrams(file, json, file.resolveSibling(name), classes, temperature.doubleValue());
    }
    checkEncoder(file, json, models);
    return new SoftmaxRegression(
        classes, numbers(file, json, "weights"), temperature.doubleValue());
  }

  private static NgramModel ngrams(
      Path file, Map<String, Object> json, Path weights, List<String> classes, double temperature) {
    byte[] bytes = bytes(weights);
    if (!sha256(bytes).equals(json.get("ngramsSha256"))) {
      throw new ModelException(
          weights + ": is not the file that " + file + " was written with; restore both.");
    }
    Map<String, byte[]> lists = Safetensors.read(weights.toString(), bytes);
    byte[][] steps = new byte[classes.size()][];
    for (int c = 0; c < steps.length; c++) {
      steps[c] = lists.get(classes.get(c));
      if (steps[c] == null || steps[c].length != Ngrams.SIZE) {
        throw new ModelException(weights + ": has no weights for \"" + classes.get(c) + "\".");
      }
    }
    return new NgramModel(
        classes,
        steps,
        narrow(numbers(file, json, "scales")),
        narrow(numbers(file, json, "constants")),
        temperature);
  }

  private static void put(Map<String, Object> json, Labels labels, Path file) {
    json.put("classes", labels.classes());
    switch (labels) {
      case SoftmaxRegression regression -> {
        json.put("temperature", regression.temperature());
        json.put("weights", list(regression.weights()));
      }
      case NgramModel ngrams -> {
        json.put("temperature", ngrams.temperature());
        json.put("scales", list(wide(ngrams.scales())));
        json.put("constants", list(wide(ngrams.constants())));
        Map<String, byte[]> lists = new LinkedHashMap<>();
        for (int c = 0; c < ngrams.classes().size(); c++) {
          lists.put(ngrams.classes().get(c), ngrams.steps()[c]);
        }
        byte[] bytes = Safetensors.write(lists);
        Path weights =
            file.resolveSibling(
                file.getFileName().toString().replaceFirst("\\.json$", "") + ".safetensors");
        write(weights, bytes);
        json.put("ngrams", weights.getFileName().toString());
        json.put("ngramsSha256", sha256(bytes));
      }
    }
  }

  private static float[] narrow(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) narrow[i] = (float) numbers[i];
    return narrow;
  }

  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) wide[i] = numbers[i];
    return wide;
  }

  private static void checkEncoder(Path file, Map<String, Object> json, Path models) {
    String wanted = Encoder.in(models).id();
    String found = String.valueOf(json.get("encoder"));
    if (!found.equals(wanted)) {
      throw new ModelException(
          file
              + ": was trained on vectors of the encoder "
              + found
              + "; "
              + Encoder.file(models)
              + " is "
              + wanted
              + ". Train it again, or restore the encoder.");
    }
  }

  /// The temperature of the moods that are there.
  public static double sentimentTemperature(Path weights) {
    Path file = sentiment(weights);
    if (read(file, "sentiment").get("temperature") instanceof Number temperature) {
      return temperature.doubleValue();
    }
    throw new ModelException(file + ": \"temperature\" is no number.");
  }

  /// Writes the model of moods.
  ///
  /// @param weights folder of the weights
  /// @param center mean meaning of the training posts
  /// @param encoder names the encoder whose vectors the head reads, if it reads any
  public static void writeSentiment(
      Path weights,
      float[] center,
      Labels moods,
      Optional<String> encoder,
      Map<String, Object> provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", "sentiment");
    encoder.ifPresent(e -> json.put("encoder", e));
    json.putAll(provenance);
    json.put("center", list(wide(center)));
    put(json, moods, sentiment(weights));
    write(sentiment(weights), json);
  }

  /// Reads what was learned from labelled posts of one event, if there is any.
  ///
  /// @param kind what it decides
  public static Optional<Taught> readTaught(
      Path models, Path file, String kind, List<String> features) {
    if (!Files.exists(file)) return Optional.empty();
    Map<String, Object> json = read(file, kind);
    List<String> classes = classes(file, json);
    return Optional.of(
        new Taught(
            labels(file, json, models, classes),
            choice(file, kind, json, features),
            trial(file, json)));
  }

  /// Reads what labelled posts taught about one question, if there is any.
  ///
  /// @param kind names the kind of the file
  /// @param classes the answers
  public static Optional<Answers> readAnswers(
      Path models, Path file, String kind, List<String> classes) {
    if (!Files.exists(file)) return Optional.empty();
    Map<String, Object> json = read(file, kind);
    return Optional.of(new Answers(labels(file, json, models, classes), sureness(file, json)));
  }

  /// How sure an answer must be to be given, by the model that is there.
  public static Map<String, Double> readSureness(Path file, String kind) {
    return sureness(file, read(file, kind));
  }

  private static Map<String, Double> sureness(Path file, Map<String, Object> json) {
    Map<String, Double> atLeast = new LinkedHashMap<>();
    if (json.get("atLeast") instanceof Map<?, ?> given) {
      given.forEach(
          (answer, p) -> {
            if (!(p instanceof Number number)) {
              throw new ModelException(file + ": \"atLeast\" holds " + p + "; wanted numbers.");
            }
            atLeast.put(String.valueOf(answer), number.doubleValue());
          });
    }
    return atLeast;
  }

  /// What every file of something that labelled posts taught begins with.
  private static Map<String, Object> headed(
      String kind, Optional<String> encoder, Map<String, Object> provenance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", kind);
    encoder.ifPresent(e -> json.put("encoder", e));
    json.putAll(provenance);
    return json;
  }

  /// Writes what labelled posts taught about one question.
  public static void writeAnswers(
      Path file,
      String kind,
      Answers answers,
      Optional<String> encoder,
      Map<String, Object> provenance) {
    Map<String, Object> json = headed(kind, encoder, provenance);
    json.put("atLeast", answers.atLeast());
    put(json, answers.labels(), file);
    write(file, json);
  }

  /// What is said about anything, as directions; none where no encoder is used.
  public static Statements readGeneral(Path models) {
    Path file = general(models);
    if (!Files.exists(file)) return Statements.NONE;
    byte[] bytes = Safetensors.read(file.toString(), bytes(file)).get("directions");
    if (bytes == null || bytes.length % Encoder.SIZE != 0) {
      throw new ModelException(file + ": has no directions of " + Encoder.SIZE + " numbers.");
    }
    List<Vector> vectors = new java.util.ArrayList<>();
    for (int at = 0; at < bytes.length; at += Encoder.SIZE) {
      float[] direction = new float[Encoder.SIZE];
      for (int i = 0; i < direction.length; i++) direction[i] = bytes[at + i];
      vectors.add(Vector.ofDirection(direction));
    }
    return new Statements(java.util.Collections.nCopies(vectors.size(), ""), vectors);
  }

  /// Writes directions, in 8-bit steps: what they are compared for needs no more.
  public static void writeGeneral(Path models, List<Vector> directions) {
    byte[] bytes = new byte[directions.size() * Encoder.SIZE];
    for (int n = 0; n < directions.size(); n++) {
      float[] values = directions.get(n).toArray();
      float largest = 0;
      for (float v : values) largest = Math.max(largest, Math.abs(v));
      for (int i = 0; i < values.length; i++) {
        bytes[n * Encoder.SIZE + i] = (byte) Math.round(values[i] / largest * Byte.MAX_VALUE);
      }
    }
    write(general(models), Safetensors.write(Map.of("directions", bytes)));
  }

  /// How what labelled posts of an event taught did on posts that taught it nothing; empty if
  /// there is no such file, or nothing of the kind in it.
  public static Optional<Trial> taughtTrial(Path file, String kind) {
    return Files.exists(file) ? trial(file, read(file, kind)) : Optional.empty();
  }

  private static Optional<Trial> trial(Path file, Map<String, Object> json) {
    if (!json.containsKey("trial")) return Optional.empty();
    try {
      return Optional.of(Trial.ofRows(classes(file, json), json.get("trial")));
    } catch (IllegalArgumentException e) {
      throw new ModelException(file + ": \"trial\" " + e.getMessage() + ".", e);
    }
  }

  private static List<String> classes(Path file, Map<String, Object> json) {
    if (json.get("classes") instanceof List<?> classes) {
      return classes.stream().map(String::valueOf).toList();
    }
    throw new ModelException(file + ": \"classes\" is no list.");
  }

  /// How much each feature weighs beside what labelled posts of an event taught, whichever
  /// encoder they were read by.
  public static ChoiceModel taughtWeights(Path file, String kind, List<String> features) {
    return choice(file, kind, read(file, kind), features);
  }

  /// Writes what was learned from labelled posts of one event.
  public static void writeTaught(
      Path file,
      String kind,
      Taught taught,
      Optional<String> encoder,
      Map<String, Object> provenance) {
    Map<String, Object> json = headed(kind, encoder, provenance);
    put(json, taught.weights());
    put(json, taught.labels(), file);
    taught.trial().ifPresent(t -> json.put("trial", t.toRows()));
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
    write(file, (Json.pretty(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Replaces a model file as a whole or not at all.
  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.write(temporary, bytes);
      Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
