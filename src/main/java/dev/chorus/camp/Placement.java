package dev.chorus.camp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The camp of one reaction, with what speaks for it.
///
/// @param camp id of the likeliest camp, or [Camp#UNALIGNED]
/// @param probability of that camp, from 0 to 1
/// @param alternatives the other camps, likeliest first
/// @param reasons what decided, strongest first
/// @param learned probability of each camp by labelled posts alone; empty where there are none.
///     Kept, so that a changed camp file can be applied without reading the post again
public record Placement(
    String camp,
    double probability,
    List<Alternative> alternatives,
    List<Reason> reasons,
    Map<String, Double> learned) {

  public Placement {
    alternatives = List.copyOf(alternatives);
    reasons = List.copyOf(reasons);
    learned = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(learned));
  }

  /// Without labelled posts.
  public Placement(
      String camp, double probability, List<Alternative> alternatives, List<Reason> reasons) {
    this(camp, probability, alternatives, reasons, Map.of());
  }

  /// The probability of a camp, 0 if it is no alternative.
  public double probability(String id) {
    if (id.equals(camp)) return probability;
    for (Alternative other : alternatives) if (other.camp().equals(id)) return other.probability();
    return 0;
  }

  /// A post that was not read, and so belongs to no camp for certain.
  public static Placement unread() {
    return new Placement(Camp.UNALIGNED, 1, List.of(), List.of());
  }

  public boolean aligned() {
    return !camp.equals(Camp.UNALIGNED);
  }

  /// A camp that it might belong to instead.
  public record Alternative(String camp, double probability) {}

  /// Something that spoke for the camp.
  ///
  /// @param what in words, such as `cue words: hype, fake`
  /// @param weight in log-odds against the average camp
  public record Reason(String what, double weight) {}
}
