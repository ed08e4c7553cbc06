package dev.chorus.index;

/// What hits can be filtered and counted by.
public enum Facet {
  CAMP(Fields.CAMP),
  SENTIMENT(Fields.SENTIMENT),
  STANCE(Fields.STANCE),
  ENTITY(Fields.ENTITY),
  AUTHOR(Fields.AUTHOR),
  PLATFORM(Fields.PLATFORM),
  LANG(Fields.LANG),
  KIND(Fields.KIND);

  private final String field;

  Facet(String field) {
    this.field = field;
  }

  /// Its name in queries and in output.
  public String field() {
    return field;
  }
}
