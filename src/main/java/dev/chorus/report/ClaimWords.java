package dev.chorus.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a claim by which a post names it: all but those of grammar, cut to their stems, and
/// numbers without what stands around them, so that `$5.6M` is `5.6`.
final class ClaimWords {
  private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{L}+");

  /// Letters of a stem: `training`, `trained` and `train` have five in common.
  private static final int STEM = 5;

  private static final Set<String> GRAMMAR =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for",
          "from", "had", "has", "have", "in", "is", "it", "its", "no", "not", "of", "on", "or",
          "than", "that", "the", "their", "there", "they", "this", "to", "was", "were", "will",
          "with");

  private final Set<String> stems;

  private ClaimWords(Set<String> stems) {
    this.stems = stems;
  }

  static ClaimWords of(String claim) {
    return new ClaimWords(stems(claim));
  }

  /// Whether at least two of the words are in a text, or the only one.
  boolean namedIn(String text) {
    Set<String> there = stems(text);
    long common = stems.stream().filter(there::contains).count();
    return common >= Math.min(2, stems.size());
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      if (GRAMMAR.contains(word)) continue;
      stems.add(word.length() > STEM ? word.substring(0, STEM) : word);
    }
    return stems;
  }
}
