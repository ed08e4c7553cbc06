package dev.chorus.camp;

import dev.chorus.language.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A group of people who react to an event in the same way.
///
/// @param id short name for scripts, such as `open_source`
/// @param title name for readers
/// @param claim what its members hold, in one sentence
/// @param stances what the claim implies, by target name
/// @param cues words and phrases that hint at it
/// @param examples things that its members would say
public record Camp(
    String id,
    String title,
    String claim,
    Map<String, Side> stances,
    List<String> cues,
    List<String> examples) {

  /// The id of what fits no camp.
  public static final String UNALIGNED = "unaligned";

  public Camp {
    stances = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(stances));
    cues = List.copyOf(cues);
    examples = List.copyOf(examples);
  }

  /// What stands for it: its claim and what its members would say.
  public List<String> statements() {
    return Stream.concat(Stream.of(claim), examples.stream()).toList();
  }
}
