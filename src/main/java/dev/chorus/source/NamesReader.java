package dev.chorus.source;

import dev.chorus.source.format.FieldException;
import dev.chorus.source.format.RecordFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads texts with their names marked: JSON Lines of `id`, `tokens` and `tags`, a tag being `O`,
/// `B-TYPE` for the first token of a name or `I-TYPE` for the ones after it (Tjong Kim Sang & De
/// Meulder 2003).
public final class NamesReader {
  private NamesReader() {}

  /// A text with its names.
  ///
  /// @param text the tokens with single spaces between them
  public record Marked(String id, String text, List<Name> names) {}

  /// A name.
  ///
  /// @param start first UTF-16 unit
  /// @param end one past the last unit
  /// @param type as the file has it, such as `PER` or `creative-work`
  public record Name(int start, int end, String type) {}

  /// The records that hold a text: published sets have some whose tokens are empty.
  ///
  /// @throws UnreadableSourceException if the file or a record of it cannot be read
  public static List<Marked> read(Path file) throws UnreadableSourceException {
    return GoldRecords.read(file, NamesReader::marked).stream()
        .filter(marked -> !marked.text().isBlank())
        .toList();
  }

  private static Marked marked(Map<String, Object> fields) throws FieldException {
    String id = new RecordFields(fields).id("id");
    List<String> tokens = strings(fields, "tokens");
    List<String> tags = strings(fields, "tags");
    if (tokens.size() != tags.size()) {
      throw new FieldException(
          tokens.size() + " \"tokens\" and " + tags.size() + " \"tags\"; wanted one tag a token.");
    }
    List<Name> names = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String tag = tags.get(i);
      int end = at + tokens.get(i).length();
      if (!tag.equals("O")) {
        if (!tag.matches("[BI]-.+")) {
          throw new FieldException("the tag \"" + tag + "\"; wanted O, B-TYPE or I-TYPE.");
        }
        String type = tag.substring(2);
        boolean goesOn = tag.startsWith("I-") && i > 0 && tags.get(i - 1).endsWith("-" + type);
        int start = goesOn ? names.removeLast().start() : at;
        names.add(new Name(start, end, type));
      }
      at = end + 1;
    }
    return new Marked(id, String.join(" ", tokens), List.copyOf(names));
  }

  private static List<String> strings(Map<String, Object> fields, String name)
      throws FieldException {
    if (fields.get(name) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw FieldException.found(name, fields.get(name), "a list of strings");
  }
}
