package dev.chorus.app.verify;

import dev.chorus.app.UserException;
import dev.chorus.json.Json;
import dev.chorus.json.JsonSyntaxException;
import dev.chorus.render.Claims;
import java.util.Map;
import java.util.TreeMap;

/// The claims that a report carries as data, whatever they hold.
record ReportData(Map<String, ?> json) {
  private static final String DAMAGED =
      "The file is cut, or was changed. Make the report again: chorus camps";

  /// @throws UserException if they are no claims, or of a form that this version does not know
  static ReportData of(String file, ReportText text) throws UserException {
    String where = text.dataLine() > 0 ? file + ":" + text.dataLine() : file;
    Object value;
    try {
      value = Json.parse(text.data().orElseThrow());
    } catch (JsonSyntaxException e) {
      throw new UserException(
          where + ": the data of the report are no JSON (" + e.getMessage() + "). " + DAMAGED);
    }
    if (!(value instanceof Map<?, ?> map) || !(map.get(Claims.FORM_KEY) instanceof Number form)) {
      throw new UserException(
          where + ": the data of the report lack " + Claims.FORM_KEY + ". " + DAMAGED);
    }
    if (form.longValue() != Claims.FORM) {
      throw new UserException(
          where
              + ": the report has the form "
              + form
              + ", and this version of Chorus checks form "
              + Claims.FORM
              + " only. Check it with the version that made it, or make the report again.");
    }
    Map<String, Object> json = new TreeMap<>();
    map.forEach((key, inner) -> json.put((String) key, inner));
    return new ReportData(json);
  }

  /// A text at the top; empty if there is none.
  String text(String key) {
    return json.get(key) instanceof String text ? text : "";
  }

  /// Whether the digest is that of the rest.
  boolean whole() {
    try {
      return Claims.digest(json).equals(text("digest"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// An object at the top; empty if there is none.
  Map<String, Object> objects(String key) {
    Map<String, Object> objects = new TreeMap<>();
    if (json.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> objects.put((String) name, value));
    }
    return objects;
  }
}
