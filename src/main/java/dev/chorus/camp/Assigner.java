package dev.chorus.camp;

import dev.chorus.language.Reaction;
import java.util.Map;

/// Decides the camp of a reaction. The same reaction always gets the same camp, whatever else is in
/// the corpus. Safe for use by several threads.
public interface Assigner {
  Placement place(Reaction reaction);

  /// Places a reaction again that an index gave back.
  ///
  /// @param learned what labelled posts said of it when it was placed first, see
  ///     [Placement#learned]
  Placement place(Reaction reaction, Map<String, Double> learned);
}
