package dev.chorus.language.text;

import dev.chorus.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds words and phrases in posts: whole words, whatever the case but for two capitals, also
/// behind `@`, `#` or `$`;
/// white space in a phrase matches any white space.
///
/// Every post is searched for some hundred phrases, so they are looked up by their first letter;
/// one regular expression of them all took a tenth of an analysis without the encoder.
public final class PhraseFinder {
  /// By first letter, folded; the longest first, or "deepseek" would hide "deepseek r1".
  private final Map<Character, List<String>> byFirst = new HashMap<>();

  /// @param phrases what to look for; may be empty
  public PhraseFinder(List<String> phrases) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String phrase : phrases) {
      String folded = String.join(" ", phrase.strip().split("\\s+"));
      if (!folded.isEmpty()) distinct.add(folded);
    }
    distinct.stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(p -> p))
        .forEach(p -> byFirst.computeIfAbsent(fold(p.charAt(0)), _ -> new ArrayList<>()).add(p));
  }

  /// Where the phrases stand, in order and without overlap.
  public List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    boolean afterWord = false;
    int at = 0;
    while (at < text.length()) {
      int end = afterWord ? -1 : end(text, at);
      if (end > at) {
        found.add(new Span(at, end));
        at = end;
        afterWord = ofWord(text.codePointBefore(at));
      } else {
        int c = text.codePointAt(at);
        afterWord = ofWord(c);
        at += Character.charCount(c);
      }
    }
    return found;
  }

  /// Where the longest phrase ends that begins here, with or without a sign; -1 if none does.
  private int end(String text, int at) {
    char sign = text.charAt(at);
    if (sign == '@' || sign == '#' || sign == '$') {
      int end = bareEnd(text, at + 1);
      if (end > 0) return end;
    }
    return bareEnd(text, at);
  }

  private int bareEnd(String text, int at) {
    if (at >= text.length()) return -1;
    List<String> candidates = byFirst.get(fold(text.charAt(at)));
    if (candidates == null) return -1;
    for (String phrase : candidates) {
      int end = match(text, at, phrase);
      if (end > 0 && (end == text.length() || !ofWord(text.codePointAt(end)))) return end;
    }
    return -1;
  }

  /// Two capitals are a name ("US"), two small letters a word ("us").
  private static boolean initials(String phrase) {
    return phrase.length() == 2 && phrase.chars().allMatch(Character::isUpperCase);
  }

  private static int match(String text, int at, String phrase) {
    if (initials(phrase)) return text.startsWith(phrase, at) ? at + phrase.length() : -1;
    for (int i = 0; i < phrase.length(); i++) {
      char wanted = phrase.charAt(i);
      if (wanted == ' ') {
        int before = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        if (at == before) return -1;
      } else {
        if (at >= text.length() || fold(text.charAt(at)) != fold(wanted)) return -1;
        at++;
      }
    }
    return at;
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private static boolean ofWord(int c) {
    return c == '_' || Character.isLetter(c) || isNumber(c);
  }

  private static boolean isNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /// The different phrases that stand in a text, in lower case, in the order of the text.
  public List<String> distinct(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (Span span : find(text)) {
      words.add(span.of(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }
    return List.copyOf(words);
  }
}
