package dev.chorus.source;

import dev.chorus.post.Post;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads labelled posts: records with `id`, `text` and labels such as `sentiment`, `stance`,
/// `camp`, `about` or `cluster`; with `claims` (side by claim, and `reported_claims`, a list), with
/// `issues` (a list) and with sides toward things that the text names: `sides` (side by name) or
/// `targets` (a list of `text`, `start`, `end` and `label`, in code points).
///
/// A record of a text that several people read has `readings`, a list of such labels; each reading
/// is a labelled post of its own.
public final class LabelledReader {
  private static final List<String> LABELS =
      List.of("label", "sentiment", "stance", "camp", "about", "cluster", "target");

  private LabelledReader() {}

  /// A side toward something that a text names.
  ///
  /// @param target its name
  /// @param start first UTF-16 unit of the labelled place; empty if it must be searched for
  /// @param end one past the last unit
  public record Sided(String target, Optional<Integer> start, Optional<Integer> end, String side) {}

  /// A post with the labels of one reader.
  ///
  /// @param claims `affirm`, `deny`, `none` or `reported`, by claim
  /// @param issues that it speaks of; empty where nobody asked
  /// @param sides toward things that it names
  public record Labelled(
      Post post,
      Map<String, String> labels,
      Map<String, String> claims,
      Optional<Set<String>> issues,
      List<Sided> sides) {
    public Labelled {
      labels = Map.copyOf(labels);
      claims = Map.copyOf(claims);
      sides = List.copyOf(sides);
    }

    /// The post, asking for a stance on the target of its label, if it has one.
    public Post asked() {
      return Post.builder(post.id(), post.text())
          .targets(label("target").stream().toList())
          .build();
    }

    /// The post with one of its sides alone.
    public Labelled toward(Sided one) {
      return new Labelled(
          post,
          Map.of("target", one.target(), "stance", one.side()),
          Map.of(),
          Optional.empty(),
          List.of());
    }

    /// A label by any of its names, the first that is there.
    public Optional<String> label(String... names) {
      for (String name : names) {
        if (labels.containsKey(name)) return Optional.of(labels.get(name));
      }
      return Optional.empty();
    }
  }

  /// @throws UnreadableSourceException if the file or a record of it cannot be read
  public static List<Labelled> read(Path file) throws UnreadableSourceException {
    return GoldRecords.read(file, LabelledReader::readings).stream().flatMap(List::stream).toList();
  }

  private static List<Labelled> readings(Map<String, Object> fields) throws FieldException {
    if (!fields.containsKey("readings")) return List.of(labelled(fields));
    // Some sets count the readings instead of giving them.
    if (!(fields.get("readings") instanceof List<?> readings)) return List.of(labelled(fields));
    List<Labelled> all = new ArrayList<>();
    for (Object reading : readings) {
      Map<String, Object> joined = new LinkedHashMap<>(fields);
      joined.putAll(map("readings", reading));
      all.add(labelled(joined));
    }
    return all;
  }

  private static Labelled labelled(Map<String, Object> fields) throws FieldException {
    RecordFields record = new RecordFields(fields);
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name : LABELS) {
      if (record.holds(name, String.class)) {
        record.text(name).ifPresent(value -> labels.put(name, value));
      }
    }
    if (fields.get("score") instanceof Number score) labels.put("score", score.toString());
    String raw = record.words("text");
    return new Labelled(
        // Offsets are those of the text as it stands.
        Post.of(record.id("id"), fields.get("targets") instanceof List<?> ? raw : unquoted(raw)),
        labels,
        claims(fields),
        fields.containsKey("issues")
            ? Optional.of(new LinkedHashSet<>(strings(fields, "issues")))
            : Optional.empty(),
        sides(fields, raw));
  }

  private static Map<String, String> claims(Map<String, Object> fields) throws FieldException {
    if (!fields.containsKey("claims")) return Map.of();
    List<String> reported =
        fields.containsKey("reported_claims") ? strings(fields, "reported_claims") : List.of();
    Map<String, String> claims = new LinkedHashMap<>();
    for (var claim : map("claims", fields.get("claims")).entrySet()) {
      String side = String.valueOf(claim.getValue());
      boolean mere = side.equals("none") && reported.contains(claim.getKey());
      claims.put(claim.getKey(), mere ? "reported" : side);
    }
    return claims;
  }

  private static List<Sided> sides(Map<String, Object> fields, String text) throws FieldException {
    List<Sided> sides = new ArrayList<>();
    if (fields.get("sides") instanceof Map<?, ?>) {
      for (var side : map("sides", fields.get("sides")).entrySet()) {
        sides.add(
            new Sided(
                side.getKey(),
                Optional.empty(),
                Optional.empty(),
                String.valueOf(side.getValue())));
      }
    }
    if (fields.get("targets") instanceof List<?> targets) {
      for (Object target : targets) {
        if (!(target instanceof Map<?, ?>)) continue;
        Map<String, Object> one = map("targets", target);
        if (!(one.get("start") instanceof Number start)
            || !(one.get("end") instanceof Number end)) {
          throw FieldException.found("targets", target, "a target with \"start\" and \"end\"");
        }
        int length = text.codePointCount(0, text.length());
        if (start.intValue() < 0 || end.intValue() <= start.intValue() || end.intValue() > length) {
          throw FieldException.found(
              "targets", start + " to " + end, "a stretch of the text, from 0 to " + length);
        }
        sides.add(
            new Sided(
                String.valueOf(one.get("text")),
                Optional.of(text.offsetByCodePoints(0, start.intValue())),
                Optional.of(text.offsetByCodePoints(0, end.intValue())),
                String.valueOf(one.get("label"))));
      }
    }
    return sides;
  }

  private static Map<String, Object> map(String name, Object value) throws FieldException {
    if (!(value instanceof Map<?, ?> map)) throw FieldException.found(name, value, "an object");
    Map<String, Object> typed = new LinkedHashMap<>();
    map.forEach((key, one) -> typed.put(String.valueOf(key), one));
    return typed;
  }

  private static List<String> strings(Map<String, Object> fields, String name)
      throws FieldException {
    if (fields.get(name) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw FieldException.found(name, fields.get(name), "a list of strings");
  }

  /// Some published data sets hold the quotation marks of a table twice.
  private static String unquoted(String text) {
    return text.replace("\\\"\"", "\"").replace("\"\"", "\"");
  }
}
