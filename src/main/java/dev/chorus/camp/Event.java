package dev.chorus.camp;

import dev.chorus.language.Target;
import java.util.List;
import java.util.Optional;

/// What people react to: the camps they fall into and the targets they take sides on.
///
/// @param id short name, such as `deepseek-r1`
/// @param title name for readers
/// @param targets entities and disputed claims, the main one first
/// @param camps in the order in which ties are broken
/// @param fingerprint SHA-256 of the file, in hexadecimal: the same file gives the same camps
/// @param source the file itself, so that an index can carry it
public record Event(
    String id,
    String title,
    List<Target> targets,
    List<Camp> camps,
    String fingerprint,
    String source) {

  public Event {
    targets = List.copyOf(targets);
    camps = List.copyOf(camps);
  }

  public Optional<Camp> camp(String id) {
    return camps.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /// The target that the event is about: the first entity.
  public Optional<Target> mainTarget() {
    return targets.stream().filter(t -> t.kind() == Target.Kind.ENTITY).findFirst();
  }
}
