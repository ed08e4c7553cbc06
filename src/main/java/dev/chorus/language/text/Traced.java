package dev.chorus.language.text;

import dev.chorus.language.Span;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text made from another, which knows where each of its characters came from.
public final class Traced {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Traced(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /// A text as it is.
  static Traced of(String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new Traced(text, starts, ends);
  }

  public String text() {
    return text;
  }

  /// The stretch of the first text from which a stretch of this one was made.
  public Span origin(Span span) {
    return new Span(starts[span.start()], ends[span.end() - 1]);
  }

  /// With other words in the place of each match; they came from the whole match.
  Traced replaced(Pattern pattern, Function<MatchResult, String> words) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) return this;
    Builder made = new Builder(this);
    int at = 0;
    do {
      made.keep(at, matcher.start());
      made.put(words.apply(matcher), matcher.start(), matcher.end());
      at = matcher.end();
    } while (matcher.find());
    made.keep(at, text.length());
    return made.build();
  }

  /// Without white space at either end.
  Traced stripped() {
    int from = text.length() - text.stripLeading().length();
    int to = text.stripTrailing().length();
    if (from == 0 && to == text.length()) return this;
    Builder made = new Builder(this);
    made.keep(from, Math.max(from, to));
    return made.build();
  }

  /// Puts a text together from pieces of another and new words.
  static final class Builder {
    private final Traced source;
    private final StringBuilder text = new StringBuilder();
    private int[] starts;
    private int[] ends;

    Builder(Traced source) {
      this.source = source;
      this.starts = new int[source.text.length() + 16];
      this.ends = new int[starts.length];
    }

    void keep(int from, int to) {
      for (int i = from; i < to; i++) add(source.text.charAt(i), source.starts[i], source.ends[i]);
    }

    /// @param from where that stood in whose place the words are
    /// @param to where it ended; the same as `from` where nothing stood
    void put(String words, int from, int to) {
      int start = from < source.starts.length ? source.starts[from] : end();
      int end = to > from ? source.ends[to - 1] : start;
      for (int i = 0; i < words.length(); i++) add(words.charAt(i), start, end);
    }

    private int end() {
      return source.ends.length == 0 ? 0 : source.ends[source.ends.length - 1];
    }

    private void add(char c, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = java.util.Arrays.copyOf(starts, 2 * at);
        ends = java.util.Arrays.copyOf(ends, 2 * at);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(c);
    }

    Traced build() {
      return new Traced(text.toString(), starts, ends);
    }
  }
}
