package dev.chorus.index.text;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// One spelling for what readers take for the same: case, letters in the costume of mathematics or
/// of full width (Unicode's compatibility forms), the signs of tags and the hyphens inside a word,
/// skin tones of emoji, and the curly apostrophe.
final class FoldFilter extends TokenFilter {
  private static final int VARIATION = 0xFE0F;
  private static final String DROPPED = "#@$_-\u2010\u2011";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FoldFilter(TokenStream in) {
    super(in);
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (!input.incrementToken()) return false;
    String folded = fold(term.toString());
    term.setEmpty().append(folded);
    return true;
  }

  static String fold(String word) {
    boolean ascii = word.chars().allMatch(c -> c < 0x80);
    String plain = ascii ? word : Normalizer.normalize(word, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(plain.length());
    plain
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (c == '\u2019') folded.append('\'');
              else if (!dropped(c)) folded.appendCodePoint(c);
            });
    // What is nothing but such signs stays: a term must not be empty.
    return folded.isEmpty() ? word : folded.toString();
  }

  private static boolean dropped(int c) {
    return DROPPED.indexOf(c) >= 0 || c == VARIATION || Character.isEmojiModifier(c);
  }
}
