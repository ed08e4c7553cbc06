package dev.chorus.camp;

import dev.chorus.language.Reaction;

/// A reaction in its camp: what the index stores and the reports read.
public record Placed(Reaction reaction, Placement placement) {

  /// Whether it counts in shares: only what the models could read does.
  public boolean read() {
    return reaction.read();
  }
}
