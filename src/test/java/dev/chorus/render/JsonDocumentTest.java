package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/json.md` describes what is printed: every field of the golden files stands there with its
/// type, and every field that stands there occurs in a golden file.
class JsonDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| ([^|]*)\\| ([^|]*)\\|");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(#[\\w-]+\\)");

  /// The golden files, and the shape that each has.
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("camps.json", "report"),
          Map.entry("camps-full.json", "report"),
          Map.entry("search.json", "search"),
          Map.entry("search-nothing.json", "search"),
          Map.entry("search.jsonl", "hit"),
          Map.entry("show.json", "show"),
          Map.entry("show-bare.json", "show"),
          Map.entry("show-unread.json", "show"),
          Map.entry("analyze.jsonl", "reaction"),
          Map.entry("verify.json", "verify"),
          Map.entry("evaluate-labels.json", "labels"),
          Map.entry("evaluate-scores.json", "scores"),
          Map.entry("evaluate-names.json", "names"),
          Map.entry("evaluate-shares.json", "shares"),
          Map.entry("evaluate-clusters.json", "clusters"));

  private record Field(String shape, String type, String missing) {}

  private final Map<String, Map<String, Field>> shapes = shapes();
  private final TreeSet<String> wrong = new TreeSet<>();
  private final TreeSet<String> seen = new TreeSet<>();

  private static Map<String, Map<String, Field>> shapes() {
    Map<String, Map<String, Field>> shapes = new LinkedHashMap<>();
    Map<String, Field> shape = new LinkedHashMap<>();
    String name = "";
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(System.getProperty("chorus.home"), "docs/json.md"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("##")) {
        name = line.replaceFirst("#+ ", "");
        shape = new LinkedHashMap<>();
        shapes.put(name, shape);
      } else if (line.startsWith("All fields of")) {
        for (MatchResult link : LINK.matcher(line).results().toList()) {
          shape.putAll(shapes.get(link.group(1)));
        }
      } else if (row.matches()) {
        String type = LINK.matcher(row.group(2).strip()).replaceAll("$1");
        shape.put(row.group(1), new Field(name, type, row.group(3).strip()));
      }
    }
    return shapes;
  }

  @Test
  void describesWhatIsPrinted() throws Exception {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      String text = Files.readString(Golden.FOLDER.resolve(file.getKey()));
      List<String> values =
          file.getKey().endsWith(".jsonl") ? text.lines().toList() : List.of(text);
      for (String value : values) check(file.getKey(), file.getValue(), Json.parse(value));
    }
    assertThat(wrong).as("differences between golden files and docs/json.md").isEmpty();
    List<String> unseen = new ArrayList<>();
    shapes.forEach(
        (name, fields) ->
            fields.forEach(
                (field, described) -> {
                  String full = described.shape() + "." + field;
                  if (described.shape().equals(name) && !seen.contains(full)) unseen.add(full);
                }));
    assertThat(unseen).as("fields of docs/json.md that no golden file has").isEmpty();
  }

  /// Every file that is printed as JSON is compared.
  @Test
  void comparesEveryGoldenFile() throws Exception {
    try (var files = Files.list(Golden.FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.contains(".json")))
          .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }
  }

  private void check(String where, String type, Object value) {
    if (type.startsWith("list of ") && value instanceof List<?> list) {
      list.forEach(v -> check(where + "[]", type.substring("list of ".length()), v));
    } else if (type.startsWith("map to ") && value instanceof Map<?, ?> map) {
      map.values().forEach(v -> check(where + ".*", type.substring("map to ".length()), v));
    } else if (shapes.containsKey(type) && value instanceof Map<?, ?> object) {
      fields(where, type, object);
    } else if (!isPlain(type, value)) {
      wrong.add(where + " is " + value + "; documented as " + type);
    }
  }

  private void fields(String where, String type, Map<?, ?> object) {
    Map<String, Field> fields = shapes.get(type);
    for (Map.Entry<?, ?> member : object.entrySet()) {
      String path = where + "." + member.getKey();
      Field field = fields.get(member.getKey());
      if (field == null) {
        wrong.add(path + " is not documented in " + type);
      } else if (member.getValue() != null) {
        seen.add(field.shape() + "." + member.getKey());
        check(path, field.type(), member.getValue());
      } else if (!field.missing().equals("`null`")) {
        wrong.add(path + " is null");
      }
    }
    fields.forEach(
        (name, field) -> {
          if (!object.containsKey(name) && !field.missing().equals("left out")) {
            wrong.add(where + "." + name + " is left out");
          }
        });
  }

  private static boolean isPlain(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer n && n >= 0;
      case "number" ->
          value instanceof Number n
              && new BigDecimal(n.toString()).stripTrailingZeros().scale() <= 4;
      case "time" -> value instanceof String text && Instant.parse(text) != null;
      case "day" -> value instanceof String text && LocalDate.parse(text) != null;
      default -> false;
    };
  }
}
