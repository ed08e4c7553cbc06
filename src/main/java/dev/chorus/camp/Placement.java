package dev.chorus.camp;

import java.util.List;

/// The camp of one reaction, with what speaks for it.
///
/// @param camp id of the likeliest camp, or [Camp#UNALIGNED]
/// @param probability of that camp, from 0 to 1
/// @param alternatives the other camps, likeliest first
/// @param reasons what decided, strongest first
public record Placement(
    String camp, double probability, List<Alternative> alternatives, List<Reason> reasons) {

  public Placement {
    alternatives = List.copyOf(alternatives);
    reasons = List.copyOf(reasons);
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
