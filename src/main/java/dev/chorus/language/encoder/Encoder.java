package dev.chorus.language.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.chorus.language.ModelException;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.Vector;
import dev.chorus.language.model.ModelFile;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Two vectors of a text from one pass of a BERT encoder, int8, in ONNX Runtime.
///
/// One text at a time and on one thread, by design: the weights are quantised dynamically, with one
/// scale for the whole input, so that in a batch the vector of a post would depend on its
/// neighbours and the same corpus in another order would give other camps. Nothing is lost by it:
/// measured on two cores, two threads of one post each run as many posts a second as batches of 16
/// (docs/decisions/06-encoder-speed.md). Callers bring their own threads.
public final class Encoder {
  /// Name of the graph's input: the ids of the word pieces of one text, `1 × pieces`.
  public static final String INPUT = "pieces";

  /// Name of an output, see [Encoding#mean].
  public static final String MEAN = "mean";

  /// Name of an output, see [Encoding#first].
  public static final String FIRST = "first";

  /// Name of an output, see [Encoding#pieces].
  public static final String PIECES = "states";

  /// Numbers in a vector.
  public static final int SIZE = 384;

  /// Longest input in word pieces, a limit of the model. What comes after them does not count.
  static final int MAX_PIECES = 512;

  private static final Set<String> OUTPUTS = Set.of(MEAN, FIRST, PIECES);

  private static final Map<Path, Encoder> LOADED = new ConcurrentHashMap<>();

  private final String id;
  private final Function<String, long[]> pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private Encoder(
      String id, Function<String, long[]> pieces, OrtEnvironment environment, OrtSession session) {
    this.id = id;
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
  }

  /// The encoder in a folder of models. A JVM loads each once: it is large and has no settings.
  ///
  /// @throws ModelException if it is missing or damaged
  public static Encoder in(ModelFolder models) {
    return LOADED.computeIfAbsent(
        models.encoder().toAbsolutePath().normalize(),
        file -> {
          byte[] onnx = ModelFile.bytes(file);
          return of(onnx, id(onnx));
        });
  }

  /// The same for an analysis that may do without.
  ///
  /// @return empty for the fast analysis
  public static Optional<Encoder> of(ModelFolder models) {
    return models.fast() ? Optional.empty() : Optional.of(in(models));
  }

  /// Puts other weights into a folder of models.
  ///
  /// @throws ModelException if they cannot be written or are no such encoder
  public static Encoder write(ModelFolder models, byte[] onnx) {
    ModelFile.write(models.encoder(), onnx);
    return of(onnx, id(onnx));
  }

  /// Names the weights in a folder of models, without loading them.
  ///
  /// @throws ModelException if they are missing
  public static String id(ModelFolder models) {
    return id(ModelFile.bytes(models.encoder()));
  }

  private static String id(byte[] onnx) {
    return "posts-" + ModelFile.fingerprint(onnx);
  }

  /// An encoder with these weights.
  ///
  /// @param onnx a graph over the word pieces of [Vocabulary], from [#INPUT] to [#MEAN],
  ///     [#FIRST] and [#PIECES]
  /// @param id names the weights, for provenance
  public static Encoder of(byte[] onnx, String id) {
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Encoder(
          id, Vocabulary.pieces(), environment, environment.createSession(onnx, options));
    } catch (OrtException e) {
      throw new ModelException("The encoder " + id + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  /// Names the weights, for provenance.
  public String id() {
    return id;
  }

  /// The vectors of one text, as the model gives them: not scaled, not centred.
  ///
  /// @param mean of all token vectors: the meaning, for comparing texts
  /// @param first vector of the first token: what fine-tuning gathered there, for judging posts
  /// @param pieces vectors of all tokens, one after the other: for finding names
  public record Encoding(float[] mean, float[] first, float[] pieces) {
    /// The directions of both vectors, one after the other: what labelled posts teach is learned on
    /// both, since the first knows little of what tuning never asked for.
    public Vector both() {
      float[] both = new float[2 * SIZE];
      Vector judged = tuned();
      Vector meant = Vector.ofDirection(mean);
      for (int i = 0; i < SIZE; i++) {
        both[i] = judged.get(i);
        both[SIZE + i] = meant.get(i);
      }
      return Vector.ofDirection(both);
    }

    /// The direction of the first vector, which the heads read.
    public Vector tuned() {
      return Vector.ofDirection(first);
    }
  }

  /// @param text as [PostText#readable] gives it
  public Encoding encode(String text) {
    return encode(pieces.apply(text));
  }

  /// @param pieces ids of word pieces, with the marks of beginning and end
  public Encoding encode(long[] pieces) {
    long[] shape = {1, pieces.length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
        OrtSession.Result result = session.run(Map.of(INPUT, input), OUTPUTS)) {
      return new Encoding(numbers(result, MEAN), numbers(result, FIRST), numbers(result, PIECES));
    } catch (OrtException e) {
      throw new ModelException("The encoder failed on " + pieces.length + " word pieces", e);
    }
  }

  private static float[] numbers(OrtSession.Result result, String output) {
    FloatBuffer buffer = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
    float[] numbers = new float[buffer.remaining()];
    buffer.get(numbers);
    return numbers;
  }
}
