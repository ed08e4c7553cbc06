package dev.chorus.post;

import java.util.List;
import java.util.Optional;

/// Who said it, as far as the source tells.
///
/// @param name display name
/// @param handle account name without a leading `@`
/// @param role their profession or function, such as `venture capitalist`
/// @param affiliations organisations they declare or are known to belong to
public record Author(
    Optional<String> name,
    Optional<String> handle,
    Optional<String> role,
    List<String> affiliations) {

  /// An author of whom nothing is known.
  public static final Author UNKNOWN =
      new Author(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Author {
    affiliations = List.copyOf(affiliations);
  }

  /// An author known by the account name alone.
  public static Author ofHandle(String handle) {
    return new Author(Optional.empty(), Optional.of(handle), Optional.empty(), List.of());
  }

  /// The name of the author in a report: the name, else the handle, else nothing.
  public Optional<String> displayName() {
    return name.or(() -> handle.map(h -> "@" + h));
  }
}
