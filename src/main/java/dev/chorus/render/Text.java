package dev.chorus.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Running text as an outline holds it: words, and signs that a printer chooses the form of. No
/// colours, no padding, no line breaks.
public record Text(List<Run> runs) {
  public static final Text EMPTY = new Text(List.of());

  /// A stretch of text.
  public sealed interface Run permits Words, Sign, Figure {}

  /// How words stand out.
  public enum Style {
    PLAIN,
    STRONG,
    /// Less important than what stands around it.
    FAINT,
    /// A word that was searched for.
    FOUND
  }

  public record Words(String words, Style style) implements Run {}

  /// A figure that was computed, so that a reader, or a program, can find where it comes from.
  ///
  /// @param key its name in the report, such as `camp.skeptics.share`: the same in each format. It
  ///     stands for one value, however often it is shown
  public record Figure(String key, Text shown) implements Run {}

  public Text {
    runs = List.copyOf(runs);
  }

  /// Words of ours.
  public static Text of(String words) {
    return of(words, Style.PLAIN);
  }

  public static Text of(String words, Style style) {
    return words.isEmpty() ? EMPTY : new Text(List.of(new Words(words, style)));
  }

  public static Text of(Sign sign) {
    return new Text(List.of(sign));
  }

  public static Text figure(String key, Text shown) {
    return new Text(List.of(new Figure(key, shown)));
  }

  public static Text figure(String key, String shown) {
    return figure(key, of(shown));
  }

  /// Words of a stranger, on one line and without anything that a screen would obey.
  public static Text said(String words) {
    return of(Layout.clean(words));
  }

  /// The same in quotation marks.
  public static Text quoted(String words) {
    return of(Sign.OPEN).plus(Layout.clean(words)).plus(Sign.CLOSE);
  }

  public static Text join(Sign between, List<Text> parts) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) runs.add(between);
      runs.addAll(parts.get(i).runs());
    }
    return new Text(runs);
  }

  public Text plus(Text more) {
    List<Run> all = new ArrayList<>(runs);
    all.addAll(more.runs);
    return new Text(all);
  }

  public Text plus(String words) {
    return plus(of(words));
  }

  public Text plus(long number) {
    return plus(Long.toString(number));
  }

  public Text plus(Sign sign) {
    return plus(of(sign));
  }

  public Text plus(Optional<Text> more) {
    return more.map(this::plus).orElse(this);
  }

  /// As one reads it, with our own signs as Unicode has them.
  public String plain() {
    StringBuilder plain = new StringBuilder();
    for (Run run : runs) {
      plain.append(
          switch (run) {
            case Words words -> words.words();
            case Sign sign -> sign.typographic();
            case Figure figure -> figure.shown().plain();
          });
    }
    return plain.toString();
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }
}
