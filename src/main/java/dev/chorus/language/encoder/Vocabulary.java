package dev.chorus.language.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import dev.chorus.language.ModelException;
import dev.chorus.language.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /// A text cut into word pieces.
  ///
  /// @param ids of the pieces, with the marks of beginning and end
  /// @param words where the words stand in the text: what white space and punctuation leave whole
  /// @param first for each word, its first piece
  public record Pieces(long[] ids, List<Span> words, int[] first) {}

  /// Cuts a text into its word pieces and says where the words are.
  public static Function<String, Pieces> words() {
    HuggingFaceTokenizer tokenizer = tokenizer(Encoder.MAX_PIECES);
    return text -> words(text, tokenizer.encode(text, true, false));
  }

  private static Pieces words(String text, Encoding encoded) {
    long[] wordOf = encoded.getWordIds();
    CharSpan[] places = encoded.getCharTokenSpans();
    List<Span> words = new ArrayList<>();
    int[] first = new int[wordOf.length];
    // Places are counted in code points.
    int point = 0;
    int unit = 0;
    long word = -1;
    for (int piece = 0; piece < wordOf.length; piece++) {
      CharSpan place = places[piece];
      if (place == null || wordOf[piece] < 0 || place.getEnd() <= place.getStart()) continue;
      int from = text.offsetByCodePoints(unit, place.getStart() - point);
      int to = text.offsetByCodePoints(from, place.getEnd() - place.getStart());
      point = place.getEnd();
      unit = to;
      if (wordOf[piece] == word) {
        words.set(words.size() - 1, new Span(words.getLast().start(), to));
      } else {
        word = wordOf[piece];
        first[words.size()] = piece;
        words.add(new Span(from, to));
      }
    }
    return new Pieces(encoded.getIds(), List.copyOf(words), Arrays.copyOf(first, words.size()));
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
