package dev.chorus.index;

import java.util.Optional;

/// What becomes of a record that [ReactionWriter#take] was given.
public sealed interface Taken {

  /// The index has not had it.
  record Added(PendingAnalysis work) implements Taken {}

  /// It takes the place of an older version, or of what stood for it, or counts into its original.
  ///
  /// @param work empty if what was analysed before still holds
  /// @param collision why it is hardly a version of the post whose place it takes
  record Updated(Optional<PendingAnalysis> work, Optional<String> collision) implements Taken {}

  /// The index has had it, or a newer version.
  ///
  /// @param collision why it is hardly a version of the post that keeps the place
  record Unchanged(Optional<String> collision) implements Taken {
    Unchanged() {
      this(Optional.empty());
    }
  }

  /// It cannot be a version of the post that it says it is.
  ///
  /// @param reason names the field, what was found and what to do
  record Refused(String reason) implements Taken {}
}
