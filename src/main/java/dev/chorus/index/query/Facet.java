package dev.chorus.index.query;

import dev.chorus.index.text.IndexFields;
import java.util.Arrays;

/// What hits can be filtered and counted by.
public enum Facet {
  CAMP(IndexFields.CAMP),
  ABOUT(IndexFields.ABOUT),
  SENTIMENT(IndexFields.SENTIMENT),
  STANCE(IndexFields.STANCE),
  ISSUE(IndexFields.ISSUE),
  ENTITY(IndexFields.ENTITY),
  AUTHOR(IndexFields.AUTHOR),
  PLATFORM(IndexFields.PLATFORM),
  LANG(IndexFields.LANG),
  THREAD(IndexFields.THREAD),
  KIND(IndexFields.KIND);

  private final String field;

  Facet(String field) {
    this.field = field;
  }

  /// Its name in queries and in output.
  public String field() {
    return field;
  }

  /// The facet with a name.
  public static Facet of(String field) {
    return Arrays.stream(values()).filter(f -> f.field.equals(field)).findFirst().orElseThrow();
  }
}
