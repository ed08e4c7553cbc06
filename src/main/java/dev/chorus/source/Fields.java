package dev.chorus.source;

import dev.chorus.json.Json;
import dev.chorus.post.Post;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Typed access to the fields of one record. A field that is absent, null or blank is not there;
/// one that is there must be right.
final class Fields {
  private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})([-_].*)?");

  private final Map<?, ?> values;
  private final String prefix;

  Fields(Map<String, Object> record) {
    this(record, "");
  }

  private Fields(Map<?, ?> values, String prefix) {
    this.values = values;
    this.prefix = prefix;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /// Whether the field is there and holds a value of this type.
  boolean holds(String key, Class<?> type) {
    return type.isInstance(values.get(key));
  }

  private String path(String key) {
    return prefix + key;
  }

  /// Words, or a whole number written out: some sources give numbers for ids.
  Optional<String> text(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> Optional.empty();
      case String s -> s.isBlank() ? Optional.empty() : Optional.of(Json.wellFormed(s));
      case Long n -> Optional.of(n.toString());
      case Integer n -> Optional.of(n.toString());
      case BigInteger n -> Optional.of(n.toString());
      case Object other -> throw FieldException.found(path(key), other, "a string");
    };
  }

  /// Words that must be there.
  ///
  /// @param wanted what they are, for the message
  String required(String key, String wanted) throws FieldException {
    if (!has(key)) throw FieldException.missing(path(key), wanted);
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      throw new FieldException("\"" + path(key) + "\" is empty; wanted " + wanted + ".");
    }
    return text.get();
  }

  /// The id that every post needs, checked for what an index can hold.
  String id(String key) throws FieldException {
    String id = required(key, "an id that no other post of the corpus has").strip();
    if (id.length() > Post.MAX_ID) throw tooLong(key, id, "an id", Post.MAX_ID);
    return id;
  }

  /// The text that every post needs, exactly as it is.
  String words(String key) throws FieldException {
    String text = required(key, "the words of the post");
    if (text.length() > Post.MAX_TEXT) throw tooLong(key, text, "a post", Post.MAX_TEXT);
    return text;
  }

  private FieldException tooLong(String key, String found, String what, int most) {
    return new FieldException(
        String.format(
            Locale.ENGLISH,
            "\"%s\" has %,d characters; %s may have at most %,d.",
            path(key),
            found.length(),
            what,
            most));
  }

  /// The primary subtag of a language tag in lower case, `en` for `en-US`; nothing for `und` and
  /// for what is no language tag.
  Optional<String> language(String key) throws FieldException {
    return text(key)
        .map(tag -> LANGUAGE.matcher(tag.strip()))
        .filter(Matcher::matches)
        .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.equals("und"));
  }

  /// An account name, without the `@` that some sources put in front.
  Optional<String> handle(String key) throws FieldException {
    return text(key)
        .map(String::strip)
        .map(h -> h.startsWith("@") ? h.substring(1) : h)
        .filter(h -> !h.isBlank());
  }

  /// A count from 0; 0 if it is not there.
  long count(String key) throws FieldException {
    String wanted = "a whole number from 0";
    long count = whole(key, wanted);
    if (count < 0) throw FieldException.found(path(key), values.get(key), wanted);
    return count;
  }

  /// A count that the source may show as negative, such as votes up less votes down: then 0.
  long countOrNegative(String key) throws FieldException {
    return Math.max(0, whole(key, "a whole number"));
  }

  private long whole(String key, String wanted) throws FieldException {
    return switch (values.get(key)) {
      case null -> 0;
      case Number n -> {
        try {
          yield new BigDecimal(n.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
          throw FieldException.found(path(key), n, wanted);
        }
      }
      case Object other -> throw FieldException.found(path(key), other, wanted);
    };
  }

  /// A time: ISO 8601 with or without a zone (then UTC), or a day (then its start in UTC).
  Optional<Instant> time(String key) throws FieldException {
    Object value = values.get(key);
    if (value == null || (value instanceof String s && s.isBlank())) return Optional.empty();
    if (value instanceof String s) {
      try {
        Instant time = instant(s.strip().replace(' ', 'T'));
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year >= 0 && year <= 9999) return Optional.of(time);
      } catch (DateTimeException e) {
        throw noTime(key, value);
      }
    }
    throw noTime(key, value);
  }

  /// Length of a day such as 2025-01-27.
  private static final int DAY_LENGTH = 10;

  /// The kinds are told apart by their look: trying each would cost an exception a record.
  private static Instant instant(String s) {
    int day = DAY_LENGTH;
    if (s.length() <= day) return LocalDate.parse(s).atStartOfDay().toInstant(ZoneOffset.UTC);
    boolean zoned = s.endsWith("Z") || s.indexOf('+', day) > 0 || s.indexOf('-', day) > 0;
    return zoned
        ? OffsetDateTime.parse(s).toInstant()
        : LocalDateTime.parse(s).toInstant(ZoneOffset.UTC);
  }

  private FieldException noTime(String key, Object value) {
    return FieldException.found(path(key), value, "an ISO-8601 time such as 2025-01-27T09:30:00Z");
  }

  /// One of the values of an enum, by its name in lower case.
  <E extends Enum<E>> Optional<E> oneOf(String key, E[] allowed) throws FieldException {
    Optional<String> word = text(key);
    if (word.isEmpty()) return Optional.empty();
    for (E e : allowed) if (e.name().equalsIgnoreCase(word.get())) return Optional.of(e);
    throw FieldException.found(
        path(key),
        word.get(),
        "one of "
            + Stream.of(allowed)
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  /// A nested object; its fields are named with their path.
  Optional<Fields> object(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(new Fields(map, path(key) + "."));
      case Object other -> throw FieldException.found(path(key), other, "an object");
    };
  }

  /// A list of words; blank ones are left out.
  List<String> texts(String key) throws FieldException {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof String s)) {
        throw FieldException.found(path(key), item, "a list of strings");
      }
      if (!s.isBlank()) texts.add(Json.wellFormed(s));
    }
    return texts;
  }

  /// A list of nested objects.
  List<Fields> objects(String key) throws FieldException {
    List<Fields> objects = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw FieldException.found(path(key), item, "a list of objects");
      }
      objects.add(new Fields(map, path(key) + "[" + objects.size() + "]."));
    }
    return objects;
  }

  private List<?> list(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> List.of();
      case List<?> list -> list;
      case Object other -> throw FieldException.found(path(key), other, "a list");
    };
  }
}
