package dev.chorus.report.quote;

import dev.chorus.language.Span;
import java.util.Set;

/// A stretch of a post that can be quoted.
///
/// @param span where in the text
/// @param worth from 0 to 1, where 1 is a passage with which nothing is wrong; see
///     [Passages#LEAST_WORTH]
/// @param faults what is wrong with it
public record Passage(Span span, double worth, Set<Fault> faults) {
  public Passage {
    faults = Set.copyOf(faults);
  }
}
