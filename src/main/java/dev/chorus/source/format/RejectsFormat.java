package dev.chorus.source.format;

import dev.chorus.json.Json;
import dev.chorus.json.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A record that was rejected once, as `ingest --rejects` keeps it: in `record` as an object, or as
/// a string if it was not JSON. The kept record is read as if it stood alone.
public final class RejectsFormat implements PostFormat {
  @Override
  public String id() {
    return "rejects";
  }

  @Override
  public boolean recognises(RecordFields record) {
    return record.holds("reasons", List.class) && record.has("line") && record.has("record");
  }

  @Override
  public void read(RecordFields record, Results results) throws FieldException {
    if (record.holds("record", String.class)) {
      results.read(new RecordFields(parsed(record)));
      return;
    }
    results.read(record.nested("record", "the record that was rejected"));
  }

  private static Map<String, Object> parsed(RecordFields record) throws FieldException {
    String text = record.required("record", "the record, mended");
    try {
      if (Json.parse(text) instanceof Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put((String) key, value));
        return fields;
      }
      throw new FieldException("\"record\" holds no object in braces.");
    } catch (JsonSyntaxException e) {
      throw new FieldException("\"record\" is still no JSON: " + e.getMessage() + ".");
    }
  }
}
