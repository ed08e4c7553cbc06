package dev.chorus.language;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;

/// What the build brings of bge-small-en-v1.5 (Xiao et al. 2023): its word pieces, and its weights
/// before any tuning.
public final class Vocabulary {
  /// Names the untuned weights, for provenance.
  public static final String ID = "bge-small-en-v1.5-q";

  private Vocabulary() {}

  /// Cuts a text into the ids of word pieces, with the marks of its beginning and end.
  ///
  /// @param longest pieces kept of a text
  private static HuggingFaceTokenizer tokenizer(int longest) {
    // DJL reports its use to its makers and looks for newer files unless told not to; we are
    // offline.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    try (InputStream json = resource("/" + ID + "-tokenizer.json")) {
      return HuggingFaceTokenizer.newInstance(
          json,
          Map.of(
              "truncation", "true",
              "maxLength", Integer.toString(longest),
              "padding", "false"));
    } catch (IOException e) {
      throw new ModelException("The word pieces of " + ID + " cannot be loaded.", e);
    }
  }

  /// Cuts a text into the ids of its word pieces, as many as the model reads.
  public static Function<String, long[]> pieces() {
    HuggingFaceTokenizer tokenizer = tokenizer(Encoder.MAX_PIECES);
    return text -> tokenizer.encode(text, true, false).getIds();
  }

  /// The ONNX file of the untuned encoder.
  public static byte[] untuned() {
    try (InputStream weights = resource("/" + ID + ".onnx")) {
      return weights.readAllBytes();
    } catch (IOException e) {
      throw new ModelException("The weights of " + ID + " cannot be loaded.", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = Vocabulary.class.getResourceAsStream(name);
    if (in == null) {
      throw new ModelException(
          name + " is not on the class path; the build brings it, so build again: mvn package");
    }
    return in;
  }
}
