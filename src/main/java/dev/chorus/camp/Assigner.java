package dev.chorus.camp;

import dev.chorus.language.Reaction;

/// Decides the camp of a reaction. The same reaction always gets the same camp, whatever else is in
/// the corpus. Safe for use by several threads.
public interface Assigner {
  Placement place(Reaction reaction);
}
