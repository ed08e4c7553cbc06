package dev.chorus.language;

import java.util.List;
import java.util.Optional;

/// What posts are judged by: as much of an event as the analysis of a single post needs.
///
/// @param id short name of the event
/// @param targets what its posts can be for or against, the main one first
/// @param issues what its debate is about
/// @param statements things that are said about it
/// @param cues words that hint at what is said about it
public record Subject(
    String id,
    List<Target> targets,
    List<Issue> issues,
    List<String> statements,
    List<String> cues) {
  public Subject {
    targets = List.copyOf(targets);
    issues = List.copyOf(issues);
    statements = List.copyOf(statements);
    cues = List.copyOf(cues);
  }

  /// Targets alone: nothing tells what is a reaction.
  public static Subject of(List<Target> targets) {
    return new Subject("", targets, List.of(), List.of(), List.of());
  }

  /// The target that the event is about: the first entity.
  public Optional<Target> mainTarget() {
    return targets.stream().filter(t -> t.kind() == Target.Kind.ENTITY).findFirst();
  }
}
