package dev.chorus.flood;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// The part of a text that near-identical copies have in common: its words in their order, without
/// links, user names, case, punctuation, emoji, and the tags behind the last sentence.
///
/// Distances are Levenshtein's (1966) over words: how many have to be changed, put in or left out
/// to make one text the other.
public final class Wording implements Comparable<Wording> {
  /// Texts of fewer words or letters have no wording: they are said alike by chance ("lol",
  /// "DeepSeek is great", "It is the best app of all the apps"). Letters count because a
  /// text of short words is soon said again.
  static final int LEAST_WORDS = 6;

  static final int LEAST_LETTERS = 34;

  /// In shorter texts no word may differ: "better than" or "worse than" is the whole message.
  static final int LEAST_WORDS_TO_EDIT = 8;

  /// One word may differ in so many words, and in so many letters.
  private static final int WORDS_PER_EDIT = 5;

  private static final int LETTERS_PER_EDIT = 20;

  /// The same for a text that resembles a text of which copies are known.
  private static final int WORDS_PER_LOOSE_EDIT = 4;

  /// The least that is left of a text for it to be recognised by its beginning, and how many words
  /// of that one may differ.
  private static final int LEAST_WORDS_OF_CUT = 8;

  private static final int CUT_WORDS_PER_EDIT = 8;

  /// Of longer texts the beginning is compared, and the length.
  static final int MOST_WORDS = 256;

  /// Digits of a wording: its words, two in one; how many are kept; how many there are; the rest.
  static final int DIGITS = MOST_WORDS / 2 + 3;

  private static final int HEADER = Integer.BYTES + 2;

  /// By the words from the first on, so that texts with the same beginning stand together.
  private static final Comparator<Wording> ORDER =
      Comparator.comparing((Wording w) -> w.words, Arrays::compare)
          .thenComparingInt(w -> w.length)
          .thenComparingInt(w -> w.edits)
          .thenComparing(w -> w.cut);

  private final char[] words;
  private final int length;
  private final int edits;
  private final boolean cut;

  /// Which of 64 classes the words fall into: tells most unlike texts apart without a look at the
  /// words.
  private final long bag;

  /// @param words the first ones
  /// @param length how many there are in all
  /// @param edits how many of the first ones may differ
  private Wording(char[] words, int length, int edits, boolean cut) {
    this.words = words;
    this.length = length;
    this.edits = edits;
    this.cut = cut;
    long classes = 0;
    for (char word : words) classes |= 1L << (word & 63);
    this.bag = classes;
  }

  /// At least so many words of this text are not in the other.
  private int missingIn(Wording other) {
    return Long.bitCount(bag & ~other.bag);
  }

  /// @return empty for a text that is too short to be recognised as a copy
  public static Optional<Wording> of(String text) {
    WordScanner.Scan scan = WordScanner.scan(text);
    if (scan.words().length < LEAST_WORDS || scan.letters() < LEAST_LETTERS)
      return Optional.empty();
    char[] words = scan.words();
    int edits =
        words.length < LEAST_WORDS_TO_EDIT
            ? 0
            : Math.min(words.length / WORDS_PER_EDIT, scan.letters() / LETTERS_PER_EDIT);
    return Optional.of(
        new Wording(
            words.length <= MOST_WORDS ? words : Arrays.copyOf(words, MOST_WORDS),
            words.length,
            Math.min(edits, MOST_WORDS / WORDS_PER_EDIT),
            scan.cut()));
  }

  /// Two bytes a word and six more.
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + Character.BYTES * words.length);
    bytes.putInt(length).put((byte) edits).put((byte) (cut ? 1 : 0)).asCharBuffer().put(words);
    return bytes.array();
  }

  /// The reverse of [#toBytes].
  public static Wording ofBytes(byte[] bytes, int offset, int size) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, size);
    int length = buffer.getInt();
    int edits = buffer.get();
    boolean cut = buffer.get() == 1;
    char[] words = new char[(size - HEADER) / Character.BYTES];
    buffer.asCharBuffer().get(words);
    return new Wording(words, length, edits, cut);
  }

  /// How many words are kept.
  int size() {
    return words.length;
  }

  /// The hash of a word.
  char word(int i) {
    return words[i];
  }

  /// One of the [#DIGITS] by which it is compared. The first digit in which two wordings differ
  /// gives their order; without such a digit they are equal.
  int digit(int i) {
    return switch (i - MOST_WORDS / 2) {
      case 0 -> words.length;
      case 1 -> length;
      case 2 -> 2 * edits + (cut ? 1 : 0);
      // Turned, as its first bit is no sign.
      default -> (wordOrNone(2 * i) << 16 | wordOrNone(2 * i + 1)) ^ Integer.MIN_VALUE;
    };
  }

  private int wordOrNone(int i) {
    return i < words.length ? words[i] : 0;
  }

  /// The next digit in which some wordings may differ that agree as far as this one.
  ///
  /// @param longest how many words the longest of them keeps
  static int digitAfter(int i, int longest) {
    return i < MOST_WORDS / 2 && 2 * (i + 1) >= longest ? MOST_WORDS / 2 : i + 1;
  }

  /// Whether two wordings are one text. Not transitive.
  boolean alike(Wording other) {
    return within(other, Math.min(edits, other.edits));
  }

  /// Whether it may be a freer copy of another: alike enough to follow a text that many posted, not
  /// to make two posts one.
  boolean resembles(Wording other) {
    int shorter = Math.min(words.length, other.words.length);
    return shorter >= LEAST_WORDS_TO_EDIT && within(other, shorter / WORDS_PER_LOOSE_EDIT);
  }

  private boolean within(Wording other, int most) {
    int least = Math.min(length, other.length);
    return missingIn(other) <= most
        && other.missingIn(this) <= most
        && Math.abs(length - other.length) <= least / WORDS_PER_LOOSE_EDIT
        && Edits.within(words, words.length, other.words, most);
  }

  /// Whether an ellipsis says that it goes on.
  boolean cut() {
    return cut;
  }

  /// Whether it is a cut text and a longer one begins like it, but for the last word, which may
  /// have been cut itself.
  boolean begins(Wording longer) {
    int kept = words.length - 1;
    int most = kept / CUT_WORDS_PER_EDIT;
    return cut
        && kept >= LEAST_WORDS_OF_CUT
        && longer.words.length > kept
        && missingIn(longer) <= most + 1
        && Edits.beginWithin(words, kept, longer.words, most);
  }

  @Override
  public int compareTo(Wording other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wording w && compareTo(w) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
