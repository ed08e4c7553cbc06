package dev.chorus.language;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// Sentence vectors from bge-small-en-v1.5, int8, in ONNX Runtime.
///
/// One text at a time and on one thread, by design: the weights are quantised dynamically, with one
/// scale for the whole input, so that in a batch the vector of a post would depend on its
/// neighbours and the same corpus in another order would give other camps. Nothing is lost by it:
/// measured on two cores, two threads of one post each run as many posts a second as batches of 16
/// (see ARCHITECTURE.md). Callers bring their own threads.
final class Encoder {
  /// Numbers in a vector.
  static final int SIZE = 384;

  /// Names the weights, for provenance.
  static final String ID = "bge-small-en-v1.5-q";

  /// Longest input in word pieces, a limit of the model. What comes after them does not count.
  private static final int MAX_PIECES = 512;

  private static final class Holder {
    static final Encoder SHARED = load();
  }

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private Encoder(HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
  }

  /// The encoder of this JVM, loaded at the first call: it is large and has no settings.
  static Encoder shared() {
    return Holder.SHARED;
  }

  private static Encoder load() {
    // DJL reports its use to its makers and looks for newer files unless told not to; we are
    // offline.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    try (InputStream vocabulary = resource("/" + ID + "-tokenizer.json");
        InputStream weights = resource("/" + ID + ".onnx")) {
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              vocabulary,
              Map.of(
                  "truncation", "true",
                  "maxLength", Integer.toString(MAX_PIECES),
                  "padding", "false"));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Encoder(
          tokenizer, environment, environment.createSession(weights.readAllBytes(), options));
    } catch (IOException | OrtException e) {
      throw new ModelException("The sentence encoder " + ID + " cannot be loaded.", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = Encoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new ModelException(
          name + " is not on the class path; the build brings it, so build again: mvn package");
    }
    return in;
  }

  /// The mean of the token vectors, as the model gives it: not scaled, not centred.
  float[] encode(String text) {
    long[] pieces = tokenizer.encode(text, true, false).getIds();
    long[] mask = new long[pieces.length];
    Arrays.fill(mask, 1);
    long[] shape = {1, pieces.length};
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
        OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
      return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.length);
    } catch (OrtException e) {
      throw new ModelException("The sentence encoder failed on a text of " + text.length(), e);
    }
  }

  private static float[] mean(FloatBuffer tokens, int count) {
    float[] row = new float[SIZE];
    double[] sum = new double[SIZE];
    for (int t = 0; t < count; t++) {
      tokens.get(row);
      for (int i = 0; i < SIZE; i++) sum[i] += row[i];
    }
    float[] mean = new float[SIZE];
    for (int i = 0; i < SIZE; i++) mean[i] = (float) (sum[i] / count);
    return mean;
  }
}
