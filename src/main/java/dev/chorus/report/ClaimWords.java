package dev.chorus.report;

import dev.chorus.camp.Event;
import dev.chorus.language.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which a post names a claim: those of the claim and the cues of the event file, cut
/// to their stems, and the numbers of the claim. Names alone do not name a claim: who speaks of the
/// two parties need not speak of what is said between them.
final class ClaimWords {
  private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{L}+");

  /// Letters of a stem: `training`, `trained` and `train` have five in common.
  private static final int STEM = 5;

  /// How far a number may be from that of the claim: people round.
  private static final double ROUNDED = 0.2;

  private static final Set<String> GRAMMAR =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for",
          "from", "had", "has", "have", "in", "is", "it", "its", "no", "not", "of", "on", "or",
          "than", "that", "the", "their", "there", "they", "this", "to", "was", "were", "will",
          "with");

  private final Set<String> names;
  private final Set<String> said;
  private final List<Double> numbers;

  private ClaimWords(Set<String> names, Set<String> said, List<Double> numbers) {
    this.names = names;
    this.said = said;
    this.numbers = numbers;
  }

  static ClaimWords of(Target claim, Event event) {
    Set<String> names = new HashSet<>();
    for (Target target : event.targets()) {
      if (target.kind() == Target.Kind.CLAIM) continue;
      names.addAll(stems(target.name()));
      target.aliases().forEach(alias -> names.addAll(stems(alias)));
    }
    Set<String> said = stems(claim.name());
    claim.cues().forEach(cue -> said.addAll(stems(cue)));
    said.removeAll(names);
    return new ClaimWords(names, said, numbers(claim.name()));
  }

  /// Whether a text says something of the claim: one of its words, and where the claim has a
  /// number, that number; where it has none, a name or a second word beside it.
  boolean namedIn(String text) {
    Set<String> there = stems(text);
    long words = said.stream().filter(there::contains).count();
    if (words == 0) return false;
    if (!numbers.isEmpty()) return numbers(text).stream().anyMatch(this::near);
    return words > 1 || names.isEmpty() || names.stream().anyMatch(there::contains);
  }

  private boolean near(double number) {
    return numbers.stream().anyMatch(n -> Math.abs(number - n) <= ROUNDED * n);
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      if (GRAMMAR.contains(word) || Character.isDigit(word.charAt(0))) continue;
      stems.add(word.length() > STEM ? word.substring(0, STEM) : word);
    }
    return stems;
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (!word.chars().allMatch(c -> c < 0x80) || !Character.isDigit(word.charAt(0))) continue;
      // A comma between three digits parts thousands.
      String plain = word.replaceAll(",(?=\\d{3}(?!\\d))", "").replace(',', '.');
      if (plain.chars().filter(c -> c == '.').count() <= 1) numbers.add(Double.parseDouble(plain));
    }
    return numbers;
  }
}
