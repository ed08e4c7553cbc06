package dev.chorus.index.query;

import dev.chorus.index.text.Fields;
import java.util.Arrays;

/// What hits can be filtered and counted by.
public enum Facet {
  CAMP(Fields.CAMP),
  ABOUT(Fields.ABOUT),
  SENTIMENT(Fields.SENTIMENT),
  STANCE(Fields.STANCE),
  ISSUE(Fields.ISSUE),
  ENTITY(Fields.ENTITY),
  AUTHOR(Fields.AUTHOR),
  PLATFORM(Fields.PLATFORM),
  LANG(Fields.LANG),
  THREAD(Fields.THREAD),
  KIND(Fields.KIND);

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
