package dev.chorus.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// JSON text from plain values and back: `Map` (order kept), `List`, `String`, `Number`, `Boolean`,
/// null.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writer().with(prettyPrinter());

  private Json() {}

  /// Line ends are `\n` on every system, so that the same report has the same bytes.
  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    return printer;
  }

  /// On one line.
  public static String compact(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Indented, for people and for diffs.
  public static String pretty(Object value) {
    return PRETTY.writeValueAsString(value);
  }

  /// @throws JsonSyntaxException if the text is anything but one JSON value
  public static Object parse(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new JsonSyntaxException(
          plain(e),
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()));
    }
  }

  /// Jackson's message in fewer words.
  private static String plain(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int end = message.indexOf(" (for ");
    if (end < 0) end = message.indexOf(" (within ");
    return (end < 0 ? message : message.substring(0, end)).replaceAll("\\s+", " ");
  }
}
