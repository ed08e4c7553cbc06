package dev.chorus.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that a post can be for or against.
///
/// @param name canonical name, unique in an event
/// @param kind a thing with a name, or a claim
/// @param type what kind of thing; empty for a claim
/// @param aliases other spellings, matched as whole words without regard to case, also behind `@`,
///     `#`
///     and `$`
/// @param cues words by which it is spoken of without its name, such as `chinese` for China
/// @param favor statements of somebody who is for it, or affirms the claim
/// @param against statements of somebody who is against it, or denies the claim
public record Target(
    String name,
    Kind kind,
    Optional<EntityType> type,
    List<String> aliases,
    List<String> cues,
    List<String> favor,
    List<String> against) {

  public enum Kind {
    ENTITY,
    CLAIM
  }

  public Target {
    aliases = List.copyOf(aliases);
    cues = List.copyOf(cues);
    favor = List.copyOf(favor);
    against = List.copyOf(against);
  }

  /// What an entity is called in posts; a claim has no name.
  public List<String> names() {
    return kind == Kind.CLAIM
        ? List.of()
        : Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /// The words by which it is spoken of: its names and cues.
  public List<String> words() {
    return Stream.concat(names().stream(), cues.stream()).toList();
  }

  /// A target of which only the name is known, as a record's `targets` gives it.
  public static Target named(String name) {
    return new Target(
        name, Kind.ENTITY, Optional.empty(), List.of(), List.of(), List.of(), List.of());
  }
}
