package dev.chorus.source.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A record as one row of columns: what stands in nested objects gets a path, such as
/// `user.screen_name`.
final class FlatRecord {
  /// Deeper objects and further columns say nothing of a post.
  private static final int DEEPEST = 6;

  private static final int MOST = 2_000;

  private FlatRecord() {}

  /// @return values by path: strings, numbers, booleans and lists; nothing for null
  static Map<String, Object> of(Map<?, ?> record) {
    Map<String, Object> flat = new LinkedHashMap<>();
    add("", record, 0, flat);
    return flat;
  }

  private static void add(String path, Map<?, ?> record, int depth, Map<String, Object> flat) {
    for (Map.Entry<?, ?> member : record.entrySet()) {
      if (flat.size() >= MOST) return;
      String at = path + member.getKey();
      switch (member.getValue()) {
        case null -> {}
        case Map<?, ?> inner when depth < DEEPEST -> add(at + ".", inner, depth + 1, flat);
        case Map<?, ?> _ -> {}
        // Tools wrap single values in lists.
        case List<?> list
            when list.size() == 1 && list.getFirst() instanceof Map<?, ?> m && depth < DEEPEST -> {
          flat.put(at, list);
          add(at + "[0].", m, depth + 1, flat);
        }
        case Object value -> flat.put(at, value);
      }
    }
  }
}
