package dev.chorus.source;

import dev.chorus.json.Json;
import dev.chorus.json.JsonSyntaxException;
import dev.chorus.source.format.FieldException;
import dev.chorus.source.layout.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The columns of a table as somebody gave them once, kept beside the table so that the next
/// command knows them: `posts.csv.columns.json`, an object of column names by field.
final class ColumnMemory {
  private static final String SUFFIX = ".columns.json";

  private ColumnMemory() {}

  static Path file(Path table) {
    return table.resolveSibling(table.getFileName() + SUFFIX);
  }

  /// Whether a file is such a memory, and not a file of posts.
  static boolean is(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX)
        && Files.exists(file.resolveSibling(name.substring(0, name.length() - SUFFIX.length())));
  }

  /// The columns by field; empty if nobody gave any.
  ///
  /// @throws FieldException if the file is there and cannot be used
  static Map<String, String> recall(Path table) throws FieldException {
    Path file = file(table);
    try {
      if (Json.parse(Files.readString(file)) instanceof Map<?, ?> columns) {
        Map<String, String> byField = new LinkedHashMap<>();
        for (Map.Entry<?, ?> column : columns.entrySet()) {
          if (!(column.getValue() instanceof String name)
              || !Field.paths().contains(column.getKey())) {
            throw new FieldException(trouble(file, "\"" + column.getKey() + "\""));
          }
          byField.put((String) column.getKey(), name);
        }
        return byField;
      }
      throw new FieldException(trouble(file, "no object"));
    } catch (NoSuchFileException e) {
      return Map.of();
    } catch (IOException | JsonSyntaxException e) {
      throw new FieldException(trouble(file, "not readable: " + e.getMessage()));
    }
  }

  private static String trouble(Path file, String what) {
    return "has its columns in "
        + file
        + ", where something is wrong ("
        + what
        + "); mend or delete it";
  }

  /// Keeps the columns.
  ///
  /// @throws IOException if nothing can be written there
  static void remember(Path table, Map<String, String> byField) throws IOException {
    Files.writeString(file(table), Json.pretty(byField) + "\n");
  }
}
