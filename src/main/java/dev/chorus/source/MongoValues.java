package dev.chorus.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// MongoDB's extended JSON, which writes a number, a time or an id as an object: `{"$oid": "…"}`.
final class MongoValues {
  private MongoValues() {}

  /// The record with plain values; itself if it is not MongoDB's.
  static Map<String, Object> plain(Map<String, Object> record) {
    boolean wrapped =
        record.values().stream().anyMatch(v -> v instanceof Map<?, ?> m && only(m) != null);
    if (!wrapped) return record;
    Map<String, Object> plain = new LinkedHashMap<>();
    record.forEach((key, value) -> plain.put(key, plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Object only = only(map);
        if (only != null) yield plain(only);
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach((key, v) -> plain.put(key, plain(v)));
        yield plain;
      }
      case List<?> list -> {
        List<Object> plain = new ArrayList<>();
        for (Object element : list) plain.add(plain(element));
        yield plain;
      }
      case null, default -> value;
    };
  }

  /// The value in an object that only says its type; null for other objects.
  private static Object only(Map<?, ?> map) {
    if (map.size() != 1) return null;
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    return switch (String.valueOf(only.getKey())) {
      case "$oid", "$date", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal" ->
          only.getValue();
      default -> null;
    };
  }
}
