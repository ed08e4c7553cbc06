package dev.chorus.source.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the records inside a record: pages of answers, lists of replies below a post, objects
/// keyed by id, and tables written as JSON.
final class Nesting {
  /// Objects one inside the other around a list of posts.
  private static final int DEEPEST = 6;

  /// Elements of a list that are looked at.
  private static final int LOOKED_AT = 5;

  /// Lists of posts below a post.
  private static final Set<String> BELOW =
      Set.of("replies", "comments", "children", "responses", "answers", "subcomments", "thread");

  /// Names that lists of posts go by; other lists are read only where there is none of these.
  private static final Set<String> LISTS =
      Set.of(
          "data",
          "results",
          "items",
          "tweets",
          "messages",
          "rows",
          "hits",
          "docs",
          "documents",
          "value",
          "values",
          "edges",
          "statuses",
          "posts",
          "comments",
          "entries",
          "entry",
          "records",
          "articles",
          "reviews",
          "nodes",
          "list",
          "threads",
          "submissions",
          "toots",
          "feed",
          "content",
          "objects",
          "elements",
          "result",
          "children",
          "tweet",
          "post",
          "mentions",
          "stories",
          "responses",
          "replies");

  /// Names of lists whose elements are not posts, though they may have a text.
  private static final Set<String> NOT_POSTS =
      Set.of(
          "users",
          "includes",
          "media",
          "hashtags",
          "urls",
          "links",
          "entities",
          "tags",
          "columns",
          "annotations",
          "spans",
          "labels",
          "meta",
          "schema",
          "fields",
          "attachments",
          "errors");

  private Nesting() {}

  /// Takes the records that are found.
  interface Sink {
    /// @param parent the record below which it stands, or null
    void record(Map<?, ?> record, Map<?, ?> parent);
  }

  /// Gives the records of a record to `sink`: itself if it holds a text.
  ///
  /// @param isPost whether an object is a post
  static void each(Map<?, ?> record, Predicate<Map<?, ?>> isPost, Sink sink) {
    List<List<?>> lists =
        isPost.test(record) && isSpoken(record) ? List.of() : lists(record, isPost);
    if (lists.isEmpty() && isPost.test(record)) {
      sink.record(record, null);
      below(record, isPost, sink, 0);
      return;
    }
    List<Map<?, ?>> others = keyed(record, isPost);
    if (others.isEmpty() && !lists.isEmpty()) {
      for (List<?> list : lists) {
        for (Object element : list) {
          if (unwrapped(element, isPost) instanceof Map<?, ?> map) {
            sink.record(map, null);
            below(map, isPost, sink, 0);
          }
        }
      }
      return;
    }
    if (others.isEmpty()) others = columns(record);
    if (others.isEmpty()) others = split(record);
    if (others.isEmpty()) sink.record(record, null);
    for (Map<?, ?> other : others) {
      sink.record(other, null);
      below(other, isPost, sink, 0);
    }
  }

  /// Whether it says something itself: an answer may have a `status` or a `title` beside its posts.
  private static boolean isSpoken(Map<?, ?> record) {
    for (Map.Entry<?, ?> member : record.entrySet()) {
      if (member.getValue() instanceof String s
          && s.strip().indexOf(' ') > 0
          && FieldNames.fields(String.valueOf(member.getKey())).containsKey(Field.TEXT)) {
        return true;
      }
    }
    return record.values().stream().noneMatch(v -> v instanceof List<?> || v instanceof Map<?, ?>);
  }

  /// An element of a list, out of an object that holds nothing else, such as `node`.
  private static Object unwrapped(Object element, Predicate<Map<?, ?>> isPost) {
    if (element instanceof Map<?, ?> map && !isPost.test(map) && map.size() == 1) {
      Object only = map.values().iterator().next();
      if (only instanceof Map<?, ?> inner && isPost.test(inner)) return inner;
    }
    return element;
  }

  private static void below(Map<?, ?> post, Predicate<Map<?, ?>> isPost, Sink sink, int depth) {
    if (depth > 100) return;
    for (Map.Entry<?, ?> member : post.entrySet()) {
      String name = FieldNames.plain(String.valueOf(member.getKey()));
      if (!BELOW.contains(name)) continue;
      Object value = member.getValue();
      // `comments: {data: […]}`
      if (value instanceof Map<?, ?> map && map.get("data") instanceof List<?> data) value = data;
      if (!(value instanceof List<?> list)) continue;
      for (Object element : list) {
        if (element instanceof Map<?, ?> map && isPost.test(map)) {
          sink.record(map, post);
          below(map, isPost, sink, depth + 1);
        }
      }
    }
  }

  /// The lists of posts that stand nearest to the record: those of a known name, else all.
  private static List<List<?>> lists(Map<?, ?> record, Predicate<Map<?, ?>> isPost) {
    List<Map<?, ?>> level = List.of(record);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      List<List<?>> known = new ArrayList<>();
      List<List<?>> unknown = new ArrayList<>();
      List<Map<?, ?>> next = new ArrayList<>();
      for (Map<?, ?> object : level) {
        for (Map.Entry<?, ?> member : object.entrySet()) {
          String name = FieldNames.plain(String.valueOf(member.getKey()));
          if (NOT_POSTS.contains(name)) continue;
          switch (member.getValue()) {
            case List<?> list when holdsPosts(list, isPost) ->
                (LISTS.contains(name) ? known : unknown).add(list);
            case List<?> list -> {
              for (Object element : list) {
                if (element instanceof Map<?, ?> map && next.size() < 10_000) next.add(map);
              }
            }
            case Map<?, ?> map -> next.add(map);
            case null, default -> {}
          }
        }
      }
      if (!known.isEmpty()) return known;
      if (!unknown.isEmpty()) return unknown;
      level = next;
    }
    return List.of();
  }

  private static boolean holdsPosts(List<?> list, Predicate<Map<?, ?>> isPost) {
    int looked = 0;
    for (Object element : list) {
      if (unwrapped(element, isPost) instanceof Map<?, ?> map && isPost.test(map)) return true;
      if (++looked >= LOOKED_AT) break;
    }
    return false;
  }

  /// Posts by their ids.
  private static List<Map<?, ?>> keyed(Map<?, ?> record, Predicate<Map<?, ?>> isPost) {
    List<Map<?, ?>> posts = new ArrayList<>();
    for (Map.Entry<?, ?> member : record.entrySet()) {
      if (!(member.getValue() instanceof Map<?, ?> map)) return List.of();
      if (!isPost.test(map)) {
        // The wrapper of all, such as `tweets`.
        return record.size() == 1 ? keyed(map, isPost) : List.of();
      }
      Map<Object, Object> post = new LinkedHashMap<>();
      if (!map.containsKey("id")) post.put("id", member.getKey());
      post.putAll(map);
      posts.add(post);
    }
    return posts;
  }

  /// A table by columns: `{"text": {"0": …, "1": …}}` or `{"text": [ … ]}`.
  private static List<Map<?, ?>> columns(Map<?, ?> record) {
    Map<Object, Map<Object, Object>> rows = new LinkedHashMap<>();
    int width = 0;
    for (Map.Entry<?, ?> column : record.entrySet()) {
      Map<Object, Object> cells = new LinkedHashMap<>();
      switch (column.getValue()) {
        case Map<?, ?> map -> cells.putAll(map);
        case List<?> list -> {
          for (int i = 0; i < list.size(); i++) cells.put(i, list.get(i));
        }
        case null, default -> {
          return List.of();
        }
      }
      if (cells.values().stream().anyMatch(v -> v instanceof Map || v instanceof List)) {
        return List.of();
      }
      width++;
      cells.forEach(
          (row, value) ->
              rows.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(column.getKey(), value));
    }
    if (width < 2 || rows.isEmpty()) return List.of();
    return List.copyOf(rows.values());
  }

  /// A table in two parts: `{"columns": […], "data": [[…], …]}`.
  private static List<Map<?, ?>> split(Map<?, ?> record) {
    Object names = record.get("columns");
    if (names == null) names = record.get("header");
    if (names == null) names = record.get("fields");
    Object rows = record.get("data");
    if (rows == null) rows = record.get("rows");
    if (!(names instanceof List<?> header) || !(rows instanceof List<?> list)) return List.of();
    List<Map<?, ?>> posts = new ArrayList<>();
    for (Object row : list) {
      if (!(row instanceof List<?> cells) || cells.size() != header.size()) return List.of();
      Map<Object, Object> post = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        Object name = header.get(i) instanceof Map<?, ?> m ? m.get("name") : header.get(i);
        post.put(name, cells.get(i));
      }
      posts.add(post);
    }
    return posts;
  }
}
