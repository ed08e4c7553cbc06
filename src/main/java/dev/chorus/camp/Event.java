package dev.chorus.camp;

import dev.chorus.language.Issue;
import dev.chorus.language.Subject;
import dev.chorus.language.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people react to: the camps they fall into and the targets they take sides on.
///
/// @param id short name, such as `deepseek-r1`
/// @param title name for readers
/// @param date its first day, UTC, where the file says so
/// @param targets entities and disputed claims, the main one first
/// @param camps in the order in which ties are broken
/// @param issues what the debate is about
/// @param fingerprint SHA-256 of the file, in hexadecimal: the same file gives the same camps
/// @param source the file itself, so that an index can carry it
public record Event(
    String id,
    String title,
    Optional<LocalDate> date,
    List<Target> targets,
    List<Camp> camps,
    List<Issue> issues,
    String fingerprint,
    String source) {

  public Event {
    targets = List.copyOf(targets);
    camps = List.copyOf(camps);
    issues = List.copyOf(issues);
  }

  public Optional<Camp> camp(String id) {
    return camps.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /// What posts are judged by.
  public Subject subject() {
    return new Subject(
        id,
        targets,
        issues,
        Stream.concat(
                camps.stream()
                    .flatMap(c -> Stream.concat(Stream.of(c.claim()), c.examples().stream())),
                targets.stream()
                    .flatMap(t -> Stream.concat(t.favor().stream(), t.against().stream())))
            .distinct()
            .toList(),
        camps.stream().flatMap(c -> c.cues().stream()).distinct().toList());
  }

  /// The target that the event is about: the first entity.
  public Optional<Target> mainTarget() {
    return targets.stream().filter(t -> t.kind() == Target.Kind.ENTITY).findFirst();
  }
}
