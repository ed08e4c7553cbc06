package dev.chorus.flood;

import dev.chorus.post.PostSyntax;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;

/// Reads a text word by word, and ignores everything in which copies usually differ: case,
/// punctuation, emoji, invisible characters, decorative letters (NFKC), links, user names, and tags
/// behind the last sentence.
///
/// Words are told apart by 16-bit hashes. Two different words have the same hash once in 65,536
/// times, which does not matter, because one word never joins two texts.
final class WordScanner {
  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;

  /// A sign of a script without spaces is a word of its own and says as much as three letters.
  private static final int LETTERS_OF_SIGN = 3;

  private final String text;
  private int at;
  private char[] words = new char[32];
  private int count;
  private int letters;

  /// The number of words up to the last word that is not a tag.
  private int bodyCount;

  private int bodyLetters;
  private boolean bodyCut;

  /// Where an `rt` or `via` ended that may belong to a user name; -1 if there is none.
  private int creditEnd = -1;

  private int creditLetters;

  private WordScanner(String text) {
    this.text =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// The words of a text.
  ///
  /// @param words hashes, in the order of the text
  /// @param letters how many they have
  /// @param cut whether an ellipsis stands behind them, as in truncated posts
  record Scan(char[] words, int letters, boolean cut) {}

  static Scan scan(String text) {
    WordScanner scanner = new WordScanner(text);
    scanner.run();
    return new Scan(
        Arrays.copyOf(scanner.words, scanner.bodyCount), scanner.bodyLetters, scanner.bodyCut);
  }

  private void run() {
    int before = ' ';
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean fresh = !Character.isLetterOrDigit(before);
      if (link(c, before)) {
        at = PostSyntax.endOfLink(text, at);
      } else if (c == '@' && fresh
          || fresh && (c == 'u' || c == 'U') && PostSyntax.isRedditorAt(text, at)) {
        if (creditEnd >= 0
            && text.substring(creditEnd, at).chars().noneMatch(Character::isLetterOrDigit)) {
          dropCredit();
        }
        at = PostSyntax.endOfHandle(text, at + 1);
      } else if (Character.isLetterOrDigit(c)) {
        word(before == '#' || before == '$' && Character.isLetter(c));
        before = text.codePointBefore(at);
        continue;
      } else {
        at += Character.charCount(c);
      }
      before = c;
    }
  }

  private boolean link(int c, int before) {
    if (c != 'h' && c != 'H' && c != 'w' && c != 'W') return false;
    if (before < 128 && Character.isLetterOrDigit(before)) return false;
    return PostSyntax.isLinkAt(text, at);
  }

  private void word(boolean tag) {
    int start = at;
    int hash = FNV_OFFSET;
    int size = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        boolean alone = spaceless(c);
        if (alone && size > 0) break;
        hash = (hash ^ Character.toLowerCase(c)) * FNV_PRIME;
        size += alone ? LETTERS_OF_SIGN : 1;
        if (alone) {
          at = next;
          break;
        }
      } else if (!inside(c, next)) {
        break;
      }
      at = next;
    }
    boolean credit = !tag && (is(start, "rt") || is(start, "via"));
    creditEnd = credit ? at : -1;
    creditLetters = size;
    // "China's", where the apostrophe was lost on the way as often as not.
    if (is(start, "s")) return;
    add((char) (mix(hash) >>> 16), size, tag);
  }

  /// Signs that do not end a word: accents, invisible ones, the apostrophe of "don't" and the point
  /// of "5.6".
  private boolean inside(int c, int next) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> {
        return true;
      }
      default -> {
        if (next >= text.length()) return false;
        int before = text.codePointBefore(at);
        int after = text.codePointAt(next);
        if (c == '\'' || c == '’') {
          return Character.isLetter(before) && Character.isLetter(after) && !genitive(next);
        }
        return (c == '.' || c == ',' || c == ':')
            && Character.isDigit(before)
            && Character.isDigit(after);
      }
    }
  }

  /// Whether an s ends the word here.
  private boolean genitive(int start) {
    return (text.charAt(start) == 's' || text.charAt(start) == 'S')
        && (start + 1 == text.length() || !Character.isLetterOrDigit(text.codePointAt(start + 1)));
  }

  private static boolean spaceless(int c) {
    if (c < 0x0E00) return false;
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private boolean is(int start, String word) {
    return at - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
  }

  private void add(char word, int size, boolean tag) {
    if (count == words.length) words = Arrays.copyOf(words, 2 * count);
    words[count++] = word;
    letters += size;
    if (!tag) {
      bodyCount = count;
      bodyLetters = letters;
      bodyCut = ellipsis();
    }
  }

  /// Whether two points stand between here and the next word.
  private boolean ellipsis() {
    for (int next = at; next < text.length() - 1; next++) {
      if (Character.isLetterOrDigit(text.charAt(next))) return false;
      if (text.startsWith("..", next)) return true;
    }
    return false;
  }

  /// Takes back the last word, an `rt` or `via`.
  private void dropCredit() {
    count--;
    letters -= creditLetters;
    if (bodyCount > count) {
      bodyCount = count;
      bodyLetters -= creditLetters;
    }
    creditEnd = -1;
  }

  /// The finaliser of MurmurHash3, a permutation of the integers.
  static int mix(int h) {
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
