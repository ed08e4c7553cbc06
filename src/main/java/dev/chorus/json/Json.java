package dev.chorus.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON text from plain values and back: `Map` (order kept), `List`, `String`, `Number`, `Boolean`,
/// null. Whole numbers come back as the first of `Integer`, `Long` and `BigInteger` that holds
/// them, all others as `Double`, or as `BigDecimal` if they are too large for that.
///
/// Two habits of programs are read that JSON does not allow: a comma behind the last element, and
/// `NaN` and `Infinity`, as Python writes for a value that is not there; they are null.
public final class Json {
  private static final JsonFactory STRICT = JsonFactory.builder().build();

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.threadLocalPool())
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                  .build())
          .addModule(
              new SimpleModule()
                  .addSerializer(new Decimal<>(Double.class))
                  .addSerializer(new Decimal<>(Float.class)))
          .build();

  /// Escapes as RFC 8785 and the `JSON.stringify` of browsers write them.
  private static final JsonMapper CANONICAL =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build())
          .build();

  private static final ObjectWriter COMPACT = MAPPER.writer();
  private static final ObjectWriter PRETTY = COMPACT.with(prettyPrinter());

  private Json() {}

  /// Line ends are `\n` on every system, so that the same report has the same bytes.
  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    return printer;
  }

  /// On one line. Characters outside ASCII are written as they are, half a character pair as
  /// U+FFFD.
  ///
  /// @throws IllegalArgumentException if a number is infinite or not a number, as JSON has no word
  ///     for that
  public static String compact(Object value) {
    return write(COMPACT, value);
  }

  /// Indented, for people and for diffs; lists of plain values stay on one line. Otherwise like
  /// [#compact].
  public static String pretty(Object value) {
    return write(PRETTY, value);
  }

  /// The one text for a value of objects, lists, strings, whole numbers and booleans: keys in the
  /// order of their UTF-16 units, no white space; the JSON Canonicalization Scheme (RFC 8785).
  ///
  /// @throws IllegalArgumentException if there is another kind of number in it
  public static String canonical(Object value) {
    return write(CANONICAL.writer(), ordered(value));
  }

  private static Object ordered(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> ordered = new TreeMap<>();
        map.forEach((key, inner) -> ordered.put((String) key, ordered(inner)));
        yield ordered;
      }
      case List<?> list -> {
        List<Object> ordered = new ArrayList<>();
        list.forEach(inner -> ordered.add(ordered(inner)));
        yield ordered;
      }
      case Double _, Float _, BigDecimal _ ->
          throw new IllegalArgumentException(value + " has no canonical form here");
      case null, default -> value;
    };
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return wellFormed(writer.writeValueAsString(value));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /// [#compact] as UTF-8, in a third of the time.
  public static byte[] utf8(Object value) {
    try {
      return COMPACT.writeValueAsBytes(value);
    } catch (JacksonException e) {
      // Half a character pair, which only the slow way mends; or something that it complains of.
      return compact(value).getBytes(StandardCharsets.UTF_8);
    }
  }

  /// @throws JsonSyntaxException if the text is anything but one JSON value, or an object has a key
  ///     twice
  public static Object parse(String text) {
    return parse(text.toCharArray(), text.length());
  }

  /// The same of the first characters of an array.
  static Object parse(char[] text, int length) {
    return parse(() -> MAPPER.createParser(text, 0, length));
  }

  /// The same of bytes that are known to be UTF-8: with less memory, if more time.
  static Object parse(byte[] utf8, int from, int length) {
    return parse(() -> MAPPER.createParser(utf8, from, length));
  }

  private static Object parse(Supplier<JsonParser> open) {
    try (JsonParser parser = open.get()) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) throw mistake("there is more behind the value", parser);
      return value;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new JsonSyntaxException(
          SyntaxMessage.of(e.getOriginalMessage()),
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 0 : Math.max(0, at.getColumnNr()));
    }
  }

  /// Whether these bytes are one JSON value by the letter.
  static boolean isStrict(byte[] utf8) {
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), utf8)) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /// Looks for double keys itself: Jackson keeps a second set of all keys for that.
  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String key; (key = parser.nextName()) != null; ) {
          if (object.containsKey(key)) {
            throw mistake("the key \"" + excerpt(key, 30) + "\" is there twice", parser);
          }
          parser.nextToken();
          object.put(key, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) array.add(value(parser));
        yield array;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null -> throw mistake("it ends too early", parser);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  /// Null for a word such as `NaN`.
  private static Number fraction(JsonParser parser) {
    if (parser.isNaN()) return null;
    double value = parser.getDoubleValue();
    return Double.isFinite(value) ? (Number) value : parser.getDecimalValue();
  }

  private static JsonSyntaxException mistake(String what, JsonParser parser) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new JsonSyntaxException(
        what, Math.max(1, at.getLineNr()), Math.max(0, at.getColumnNr()));
  }

  /// The same text with U+FFFD for each half of a character pair that lacks the other one. Escapes
  /// cut off by a collector leave such halves, and they cannot be written as UTF-8.
  public static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) continue;
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        continue;
      }
      if (mended == null) mended = new StringBuilder(text);
      mended.setCharAt(i, '\uFFFD');
    }
    return mended == null ? text : mended.toString();
  }

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /// The beginning of a text for a message to people: control characters as their escapes, no half
  /// character pairs, `…` for the part that is left out.
  ///
  /// @param length the most UTF-16 units of the text to show
  public static String excerpt(String text, int length) {
    int end = Math.min(text.length(), length);
    if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
    String start = wellFormed(text.substring(0, end));
    String visible =
        CONTROL
            .matcher(start)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        switch (m.group().charAt(0)) {
                          case '\n' -> "\\n";
                          case '\r' -> "\\r";
                          case '\t' -> "\\t";
                          default -> String.format("\\u%04x", (int) m.group().charAt(0));
                        }));
    return end < text.length() ? visible + "…" : visible;
  }

  /// Decimal numbers as people write them: `0.0004`, not `4.0E-4`; only very large and very small
  /// numbers have an exponent.
  private static final class Decimal<T extends Number> extends StdSerializer<T> {
    private static final double SMALLEST = 1e-9;
    private static final double LARGEST = 1e15;

    Decimal(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      double size = Math.abs(value.doubleValue());
      if (!Double.isFinite(size)) throw new IllegalArgumentException(value + " is no JSON number");
      String shortest = value.toString();
      if (size >= SMALLEST && size < LARGEST && shortest.indexOf('E') >= 0) {
        shortest = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        // Without a point it would be read back as a whole number.
        if (shortest.indexOf('.') < 0) shortest += ".0";
      }
      out.writeNumber(shortest);
    }
  }
}
