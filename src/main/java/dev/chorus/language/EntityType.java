package dev.chorus.language;

import java.util.Locale;
import java.util.Optional;

/// What kind of thing a name stands for.
public enum EntityType {
  PERSON,
  /// Companies, parties, teams, bands.
  ORGANIZATION,
  LOCATION,
  /// Products, and works such as films and songs.
  PRODUCT,
  /// Amounts of it.
  MONEY;

  /// By the names that data sets have for it: `PER`, `person`, `corporation` …
  public static Optional<EntityType> of(String label) {
    return Optional.ofNullable(
        switch (label.toLowerCase(Locale.ROOT)) {
          case "person", "per" -> PERSON;
          case "organization", "org", "corporation", "group" -> ORGANIZATION;
          case "location", "loc" -> LOCATION;
          case "product", "creative-work" -> PRODUCT;
          case "money" -> MONEY;
          default -> null;
        });
  }
}
