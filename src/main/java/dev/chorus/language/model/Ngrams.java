package dev.chorus.language.model;

import dev.chorus.language.text.PostText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a bag of hashed n-grams: words, pairs and triples of words, and the three to five
/// letters that stand together in a word.
///
/// Words after a negation carry a mark up to the next punctuation (Pang, Lee & Vaithyanathan 2002),
/// so that "not good" is no praise. Shouted words and drawn-out letters leave a mark too. Hashing
/// (Weinberger et al. 2009) keeps the model small and its size known.
public final class Ngrams {
  /// Bits of a hash: 2^18 places.
  static final int BITS = 18;

  public static final int SIZE = 1 << BITS;

  private static final int LEAST_LETTERS = 3;
  private static final int MOST_LETTERS = 5;

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_'’@#$-]+|[.,;:!?…()]+|[^\\s\\p{L}\\p{N}]+");

  private static final Pattern STOP = Pattern.compile(".*[.,;:!?…].*");
  private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "never",
          "none",
          "nobody",
          "nothing",
          "neither",
          "nor",
          "nowhere",
          "without",
          "cannot",
          "cant",
          "dont",
          "doesnt",
          "didnt",
          "wont",
          "isnt",
          "wasnt",
          "arent",
          "werent",
          "aint",
          "couldnt",
          "wouldnt",
          "shouldnt",
          "hasnt",
          "havent",
          "hadnt");

  private Ngrams() {}

  /// The places of a text's n-grams, ascending; none twice.
  public static int[] of(String text) {
    Places places = new Places();
    String before = "";
    String twoBefore = "";
    boolean negated = false;
    for (Matcher m = TOKEN.matcher(PostText.named(PostText.plain(text))); m.find(); ) {
      String token = m.group();
      if (STOP.matcher(token).matches()) negated = false;
      String lower = token.toLowerCase(Locale.ROOT).replace('’', '\'');
      if (lower.startsWith("@") && lower.length() > 1) lower = "@user";
      String word = DRAWN_OUT.matcher(lower).replaceAll("$1$1");
      if (!word.equals(lower)) places.add("~drawn out");
      if (token.length() > 2 && token.equals(token.toUpperCase(Locale.ROOT)) && hasLetter(token)) {
        places.add("~shouted " + word);
      }
      if (!word.startsWith("@")) letters(word, places);
      String marked = negated ? "not_" + word : word;
      places.add("w " + marked);
      if (!before.isEmpty()) places.add("w " + before + " " + marked);
      if (!twoBefore.isEmpty()) places.add("w " + twoBefore + " " + before + " " + marked);
      twoBefore = before;
      before = marked;
      String bare = word.replace("'", "");
      if (NEGATIONS.contains(bare) || word.endsWith("n't")) negated = true;
    }
    return places.distinct();
  }

  private static boolean hasLetter(String token) {
    return token.codePoints().anyMatch(Character::isLetter);
  }

  private static void letters(String word, Places places) {
    String framed = "<" + word + ">";
    for (int n = LEAST_LETTERS; n <= MOST_LETTERS; n++) {
      for (int i = 0; i + n <= framed.length(); i++) places.add('c', framed, i, i + n);
    }
  }

  /// Grows as needed; most posts have a few hundred n-grams.
  private static final class Places {
    private int[] at = new int[512];
    private int count;

    void add(String ngram) {
      add('w', ngram, 0, ngram.length());
    }

    /// FNV-1a over the UTF-16 units, mixed once more so that its low bits are good.
    void add(char kind, String text, int from, int to) {
      int hash = (0x811C9DC5 ^ kind) * 0x01000193;
      for (int i = from; i < to; i++) hash = (hash ^ text.charAt(i)) * 0x01000193;
      hash ^= hash >>> 16;
      hash *= 0x85EBCA6B;
      hash ^= hash >>> 13;
      if (count == at.length) at = Arrays.copyOf(at, 2 * count);
      at[count++] = hash & (SIZE - 1);
    }

    int[] distinct() {
      Arrays.sort(at, 0, count);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (i == 0 || at[i] != at[i - 1]) at[kept++] = at[i];
      }
      return Arrays.copyOf(at, kept);
    }
  }
}
