package dev.chorus.language.encoder;

import dev.chorus.language.Span;
import dev.chorus.language.text.PostText;
import dev.chorus.language.text.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The words of a post as the encoder reads them, and where they stand in the post.
///
/// Cut finer than CoreNLP's tokens (`@handle`, `#hash-tag` and `o1-mini` are several words), so
/// that a name may begin and end wherever punctuation does.
///
/// @param pieces ids of the word pieces, for the encoder
/// @param first for each word, the piece it begins with
/// @param words as they read, with their case; an emoji as itself
/// @param spans where they stand in the post
public record Words(long[] pieces, int[] first, List<String> words, List<Span> spans) {
  private static final int LATIN = 0xFF;
  private static final Function<String, Vocabulary.Pieces> CUT = Vocabulary.words();

  /// The words of a post.
  public static Words of(String post) {
    Traced readable = PostText.traced(post);
    Vocabulary.Pieces pieces = CUT.apply(readable.text());
    List<String> words = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (Span word : pieces.words()) {
      Span origin = readable.origin(word);
      String stood = origin.of(post);
      // An emoji was read by its name; what stands there is no word.
      boolean sign = stood.codePoints().noneMatch(Character::isLetterOrDigit);
      words.add(sign ? stood : word.of(readable.text()));
      spans.add(origin);
    }
    return new Words(pieces.ids(), pieces.first(), List.copyOf(words), List.copyOf(spans));
  }

  public int count() {
    return words.size();
  }

  /// Whether two neighbours stand apart in the post.
  public boolean apart(int word) {
    return word == 0 || spans.get(word - 1).end() < spans.get(word).start();
  }

  /// Whether it can be no part of a name: an emoji, an `@` or the name of a user after it.
  public boolean unnamed(int word) {
    String text = words.get(word);
    return text.equals("@") || handle(word) || text.codePoints().anyMatch(Words::isEmoji);
  }

  private static boolean isEmoji(int c) {
    return c > LATIN && Character.isEmoji(c);
  }

  /// Whether a word is the name of a user after its `@`.
  public boolean handle(int word) {
    return word > 0 && words.get(word - 1).equals("@");
  }
}
