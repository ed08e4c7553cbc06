package dev.chorus.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words and phrases in posts: whole words, whatever the case, also behind `@`, `#` or `$`;
/// white space in a phrase matches any white space.
public final class PhraseFinder {
  private final Pattern pattern;

  /// @param phrases what to look for; may be empty
  public PhraseFinder(List<String> phrases) {
    // Longest first, or "deepseek" would hide "deepseek r1".
    List<String> sorted = new ArrayList<>(new LinkedHashSet<>(phrases));
    sorted.sort(Comparator.comparingInt(String::length).reversed().thenComparing(p -> p));
    List<String> quoted =
        sorted.stream()
            .map(
                phrase ->
                    String.join(
                        "\\s+",
                        List.of(phrase.strip().split("\\s+")).stream()
                            .map(Pattern::quote)
                            .toList()))
            .toList();
    this.pattern =
        Pattern.compile(
            quoted.isEmpty()
                ? "(?!)"
                : "(?<![\\p{L}\\p{N}_])[@#$]?(?:"
                    + String.join("|", quoted)
                    + ")(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// Where the phrases stand, in order and without overlap.
  public List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) found.add(new Span(matcher.start(), matcher.end()));
    return found;
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
