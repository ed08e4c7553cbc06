package dev.chorus.source;

import java.math.BigDecimal;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Typed access to the fields of one record. A field that is absent, null or blank is not there;
/// one that is there must be right.
final class Fields {
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
      case String s -> s.isBlank() ? Optional.empty() : Optional.of(wellFormed(s));
      case Long n -> Optional.of(n.toString());
      case Integer n -> Optional.of(n.toString());
      case java.math.BigInteger n -> Optional.of(n.toString());
      case Object other -> throw FieldException.found(path(key), other, "a string");
    };
  }

  String required(String key, String wanted) throws FieldException {
    if (!has(key)) throw FieldException.missing(path(key), wanted);
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      throw new FieldException("\"" + path(key) + "\" is empty; wanted " + wanted + ".");
    }
    return text.get();
  }

  /// Half of a character pair, as cut-off escapes leave it, would not survive being written as
  /// UTF-8.
  private static String wellFormed(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < s.length()
          && Character.isLowSurrogate(s.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        StringBuilder mended = new StringBuilder(s);
        mended.setCharAt(i, '\uFFFD');
        return wellFormed(mended.toString());
      }
    }
    return s;
  }

  /// A count from 0; 0 if it is not there.
  long count(String key) throws FieldException {
    String wanted = "a whole number from 0";
    return switch (values.get(key)) {
      case null -> 0;
      case Number n -> {
        try {
          long whole = new BigDecimal(n.toString()).longValueExact();
          if (whole < 0) throw FieldException.found(path(key), n, wanted);
          yield whole;
        } catch (ArithmeticException | NumberFormatException e) {
          throw FieldException.found(path(key), n, wanted);
        }
      }
      case Object other -> throw FieldException.found(path(key), other, wanted);
    };
  }

  /// A time: ISO 8601 with or without a zone (then UTC), or a day.
  Optional<Instant> time(String key) throws FieldException {
    Object value = values.get(key);
    if (value == null || (value instanceof String s && s.isBlank())) return Optional.empty();
    if (value instanceof String s) {
      for (TimeParser parser : TimeParser.values()) {
        Optional<Instant> time = parser.parse(s.strip());
        if (time.isPresent()) return time;
      }
    }
    throw FieldException.found(path(key), value, "an ISO-8601 time such as 2025-01-27T09:30:00Z");
  }

  private enum TimeParser {
    WITH_ZONE {
      @Override
      Instant read(String s) {
        return OffsetDateTime.parse(s).toInstant();
      }
    },
    WITHOUT_ZONE {
      @Override
      Instant read(String s) {
        return LocalDateTime.parse(s.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
      }
    },
    DAY {
      @Override
      Instant read(String s) {
        return LocalDate.parse(s).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
    };

    abstract Instant read(String s);

    Optional<Instant> parse(String s) {
      try {
        Instant time = read(s);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 0 && year <= 9999 ? Optional.of(time) : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

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

  Optional<Fields> object(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(new Fields(map, path(key) + "."));
      case Object other -> throw FieldException.found(path(key), other, "an object");
    };
  }

  List<String> texts(String key) throws FieldException {
    List<String> texts = new ArrayList<>();
    for (Object item : list(key)) {
      if (!(item instanceof String s)) {
        throw FieldException.found(path(key), item, "a list of strings");
      }
      if (!s.isBlank()) texts.add(wellFormed(s));
    }
    return texts;
  }

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
