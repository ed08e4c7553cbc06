package dev.chorus.training;

import dev.chorus.language.EntityType;
import dev.chorus.language.NamedSpan;
import java.util.List;
import java.util.Set;

/// A text with the names that somebody found in it.
///
/// @param id of the post
/// @param names in the order of the text
/// @param types what was looked for; of others nothing is known
public record GoldNames(String id, String text, List<NamedSpan> names, Set<EntityType> types) {
  public GoldNames {
    names = List.copyOf(names);
    types = Set.copyOf(types);
  }
}
