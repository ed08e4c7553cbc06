package dev.chorus.language;

/// What kind of thing a name stands for.
public enum EntityType {
  PERSON,
  ORGANIZATION,
  LOCATION,
  PRODUCT
}
