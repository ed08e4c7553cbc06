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
/// @param favor statements of somebody who is for it, or affirms the claim
/// @param against statements of somebody who is against it, or denies the claim
public record Target(
    String name,
    Kind kind,
    Optional<EntityType> type,
    List<String> aliases,
    List<String> favor,
    List<String> against) {

  public enum Kind {
    ENTITY,
    CLAIM
  }

  public Target {
    aliases = List.copyOf(aliases);
    favor = List.copyOf(favor);
    against = List.copyOf(against);
  }

  /// What it is called in posts: an entity by its name and aliases, a claim by its aliases alone.
  public List<String> names() {
    return kind == Kind.CLAIM ? aliases : Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /// A target of which only the name is known, as a record's `targets` gives it.
  public static Target named(String name) {
    return new Target(name, Kind.ENTITY, Optional.empty(), List.of(), List.of(), List.of());
  }
}
