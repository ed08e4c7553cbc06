package dev.chorus.source.layout;

import dev.chorus.post.Note;
import dev.chorus.source.format.ChorusFormat;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import dev.chorus.source.format.Results;
import java.util.List;
import java.util.Map;

/// What a record of JSON says in lists, in Chorus's own shape, beside other fields.
record Extras(List<Note> notes, List<String> targets, List<String> affiliations) {
  static final Extras NONE = new Extras(List.of(), List.of(), List.of());

  static Extras of(Map<?, ?> record, Results results) {
    if (!(record.get("notes") instanceof List<?>)
        && !(record.get("targets") instanceof List<?>)
        && !(record.get("author") instanceof Map<?, ?>)) {
      return NONE;
    }
    RecordFields fields = new RecordFields(record, results::remark);
    try {
      return new Extras(
          record.get("notes") instanceof List<?> ? ChorusFormat.notes(fields) : List.of(),
          record.get("targets") instanceof List<?> ? fields.texts("targets") : List.of(),
          record.get("author") instanceof Map<?, ?> author
                  && author.get("affiliations") instanceof List<?>
              ? fields.nested("author", "the author").texts("affiliations")
              : List.of());
    } catch (FieldException e) {
      // Other tools mean other things by these names.
      return NONE;
    }
  }
}
