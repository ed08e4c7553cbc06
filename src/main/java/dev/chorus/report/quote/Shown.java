package dev.chorus.report.quote;

import dev.chorus.language.Side;
import dev.chorus.language.text.PhraseFinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a quote is to show.
///
/// @param cues words that hint at it; a finder of nothing where none are known
/// @param hasCues whether any are known
/// @param sides that it is to take, by target
public record Shown(PhraseFinder cues, boolean hasCues, Map<String, Side> sides) {
  /// Anything.
  public static final Shown ANYTHING = of(List.of(), Map.of());

  public Shown {
    sides = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sides));
  }

  public static Shown of(List<String> cues, Map<String, Side> sides) {
    return new Shown(new PhraseFinder(cues), !cues.isEmpty(), sides);
  }
}
