package dev.chorus.source.format;

import dev.chorus.json.Json;
import dev.chorus.post.Post;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Typed access to the fields of one record. A field that is absent, null or blank counts as
/// missing. A field that is wrong is left out with a complaint, if somebody takes complaints and
/// the post can do without it; otherwise it is an exception.
public final class RecordFields {
  private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})([-_].*)?");

  /// As many digits as surely fit; programs that know only floating-point numbers add a `.0`.
  private static final Pattern COUNT = Pattern.compile("(-?[0-9]{1,18})(?:\\.0+)?");

  /// Codes that do not name a language: several, none, unknown, and those left to local use, of
  /// which X has a handful (`qme` for a post of media only, `qst` for a very short one).
  private static final Pattern NO_LANGUAGE = Pattern.compile("und|zxx|mul|mis|q[a-t][a-z]");

  private static final DateTimeFormatter TWITTER =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private final Map<?, ?> values;
  private final String name;
  private final Optional<Consumer<String>> complaints;

  /// A record of which every field must be right.
  public RecordFields(Map<?, ?> record) {
    this(record, "", Optional.empty());
  }

  /// @param complaints gets the reason for each field that is left out
  public RecordFields(Map<?, ?> record, Consumer<String> complaints) {
    this(record, "", Optional.of(complaints));
  }

  private RecordFields(Map<?, ?> values, String name, Optional<Consumer<String>> complaints) {
    this.values = values;
    this.name = name;
    this.complaints = complaints;
  }

  private RecordFields inner(Map<?, ?> inner, String path) {
    return new RecordFields(inner, path, complaints);
  }

  /// The record as JSON values.
  public Map<?, ?> values() {
    return values;
  }

  /// Reads an optional field.
  private interface Reading<T> {
    T read() throws FieldException;
  }

  private <T> T optional(T otherwise, Reading<T> reading) throws FieldException {
    if (complaints.isEmpty()) return reading.read();
    try {
      return reading.read();
    } catch (FieldException e) {
      complaints.get().accept(e.getMessage() + " The field was left out.");
      return otherwise;
    }
  }

  public boolean has(String key) {
    return values.get(key) != null;
  }

  /// Whether the field is there and holds a value of this type.
  public boolean holds(String key, Class<?> type) {
    return type.isInstance(values.get(key));
  }

  /// The value of a field as the record has it, or null.
  Object raw(String key) {
    return values.get(key);
  }

  /// The object in a field, or the first one of a list there; else nothing. Never
  /// fails, so it is fit to recognise a record by.
  public Optional<RecordFields> peek(String key) {
    return switch (values.get(key)) {
      case Map<?, ?> map -> Optional.of(inner(map, path(key)));
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> map ->
          Optional.of(inner(map, path(key) + "[0]"));
      case null, default -> Optional.empty();
    };
  }

  /// The same further down, by the names of the fields on the way.
  public Optional<RecordFields> peek(String key, String... deeper) {
    Optional<RecordFields> found = peek(key);
    for (String next : deeper) found = found.flatMap(inner -> inner.peek(next));
    return found;
  }

  /// The same without the fields that hold nothing but white space: a row of a table has a cell for
  /// every column.
  public RecordFields filled() {
    Map<Object, Object> filled = new LinkedHashMap<>(values);
    filled.values().removeIf(value -> value instanceof String s && s.isBlank());
    return inner(filled, name);
  }

  /// The names of all fields that are there, in the order of the record.
  public List<String> names() {
    return values.keySet().stream().map(Object::toString).toList();
  }

  /// All objects that stand directly in these fields or in a list there, in the order of the
  /// record.
  public List<RecordFields> inner() {
    List<RecordFields> inner = new ArrayList<>();
    values.forEach((key, value) -> addObjects(inner, value, path(key.toString())));
    return inner;
  }

  /// The objects in one field: the one there, or those of a list there. Others are passed over.
  public List<RecordFields> inner(String key) {
    List<RecordFields> inner = new ArrayList<>();
    addObjects(inner, values.get(key), path(key));
    return inner;
  }

  private void addObjects(List<RecordFields> inner, Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      inner.add(inner(map, path));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) addObjects(inner, list.get(i), path + "[" + i + "]");
    }
  }

  /// Whether the field holds a list without elements.
  public boolean isEmpty(String key) {
    return values.get(key) instanceof List<?> list && list.isEmpty();
  }

  /// Whether the field is there and true.
  public boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  /// Whether the field holds words that begin like this.
  public boolean begins(String key, String start) {
    return values.get(key) instanceof String s && s.startsWith(start);
  }

  /// Whether the field holds a string of this form.
  public boolean matches(String key, Pattern form) {
    return values.get(key) instanceof String s && form.matcher(s).matches();
  }

  /// Where in the record these fields stand, such as `data[3]`; empty for the record itself.
  public String name() {
    return name;
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  /// The complaint about a field that is there and wrong.
  public FieldException wrong(String key, String wanted) {
    return FieldException.found(path(key), values.get(key), wanted);
  }

  /// Words, or a whole number written out: some sources give numbers for ids.
  public Optional<String> text(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictText(key));
  }

  private Optional<String> strictText(String key) throws FieldException {
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
  /// @param wanted a name for them, for the message
  public String required(String key, String wanted) throws FieldException {
    if (!has(key)) throw FieldException.missing(path(key), wanted);
    Optional<String> text = strictText(key);
    if (text.isEmpty()) {
      throw new FieldException("\"" + path(key) + "\" is empty; wanted " + wanted + ".");
    }
    return text.get();
  }

  /// The id that every post needs, no longer than an index can hold.
  public String id(String key) throws FieldException {
    String id = required(key, "an id that no other post of the corpus has").strip();
    if (id.length() > Post.MAX_ID) throw tooLong(key, id, "an id", Post.MAX_ID);
    return id;
  }

  /// The same, with the name of the platform in front.
  public String id(String key, String platform) throws FieldException {
    return id(key, platform, "");
  }

  /// The same, with a prefix that the platform itself puts in front of ids, and that the field
  /// lacks.
  public String id(String key, String platform, String start) throws FieldException {
    String id = platform + ":" + start + required(key, "the id of the post").strip();
    if (id.length() > Post.MAX_ID) throw tooLong(key, id, "an id", Post.MAX_ID);
    return id;
  }

  /// The id of another post on the platform.
  public Optional<String> link(String key, String platform) throws FieldException {
    return text(key).map(id -> platform + ":" + id.strip());
  }

  /// The text that every post needs, exactly as it is.
  public String words(String key) throws FieldException {
    return words(key, required(key, WORDS));
  }

  /// The same, put together of parts with an empty line between them.
  ///
  /// @param key the field to name if all parts are missing or empty
  public String words(String key, List<Optional<String>> parts) throws FieldException {
    String text =
        parts.stream()
            .flatMap(Optional::stream)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n\n"));
    if (text.isEmpty()) {
      if (!has(key) || holds(key, String.class)) required(key, WORDS);
      throw new FieldException("\"" + path(key) + "\" holds no words; wanted " + WORDS + ".");
    }
    return words(key, text);
  }

  private static final String WORDS = "the words of the post";

  private String words(String key, String text) throws FieldException {
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

  /// The primary subtag of a language tag in lower case, `en` for `en-US`; nothing for codes that
  /// do not name a language (`und`) and for other text. Codes that were replaced long ago
  /// but are still sent (`in`, `iw`) are given as they are now (`id`, `he`).
  public Optional<String> language(String key) throws FieldException {
    return text(key).flatMap(RecordFields::languageOf);
  }

  /// The same of a tag that is at hand.
  public static Optional<String> languageOf(String tag) {
    return Optional.of(LANGUAGE.matcher(tag.strip()))
        .filter(Matcher::matches)
        .map(parts -> Locale.of(parts.group(1)).getLanguage())
        .filter(language -> !NO_LANGUAGE.matcher(language).matches());
  }

  /// An account name, without the `@` that some sources put in front.
  public Optional<String> handle(String key) throws FieldException {
    return text(key)
        .map(String::strip)
        .map(h -> h.startsWith("@") ? h.substring(1) : h)
        .filter(h -> !h.isBlank());
  }

  /// A count from 0; 0 if it is not there.
  public long count(String key) throws FieldException {
    String wanted = "a whole number from 0";
    return optional(
        0L,
        () -> {
          long count = whole(key, wanted);
          if (count < 0) throw FieldException.found(path(key), values.get(key), wanted);
          return count;
        });
  }

  /// A count that the source may show as negative, such as votes up less votes down: then 0.
  public long countOrNegative(String key) throws FieldException {
    return optional(0L, () -> Math.max(0, whole(key, "a whole number")));
  }

  private long whole(String key, String wanted) throws FieldException {
    return switch (values.get(key)) {
      case null -> 0;
      case Integer n -> n;
      case Long n -> n;
      case Number n -> {
        try {
          yield new BigDecimal(n.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
          throw FieldException.found(path(key), n, wanted);
        }
      }
      // Some sources write counts as strings.
      case String s when s.isBlank() -> 0;
      case String s when COUNT.matcher(s.strip()).matches() ->
          Long.parseLong(COUNT.matcher(s.strip()).replaceAll("$1"));
      case Object other -> throw FieldException.found(path(key), other, wanted);
    };
  }

  /// Stars of a review, from 0 to 10, as a number or the digits of one.
  public Optional<BigDecimal> rating(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictRating(key));
  }

  private Optional<BigDecimal> strictRating(String key) throws FieldException {
    String wanted = "a number of stars from 0 to 10";
    Object value = values.get(key);
    if (value == null || (value instanceof String s && s.isBlank())) return Optional.empty();
    boolean isShort = value.toString().length() <= LONGEST_NUMBER;
    if (!isShort || !(value instanceof Number || value instanceof String)) {
      throw FieldException.found(path(key), value, wanted);
    }
    try {
      BigDecimal stars = new BigDecimal(value.toString().strip());
      if (Post.isRating(stars)) return Optional.of(stars);
    } catch (NumberFormatException e) {
      throw FieldException.found(path(key), value, wanted);
    }
    throw FieldException.found(path(key), value, wanted);
  }

  /// A time: ISO 8601 with or without a zone (then UTC), a day (then its start in UTC), or any
  /// other style of [Times].
  public Optional<Instant> time(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictTime(key));
  }

  private Optional<Instant> strictTime(String key) throws FieldException {
    Object value = values.get(key);
    if (value == null || (value instanceof String s && s.isBlank())) return Optional.empty();
    if (value instanceof String s && s.length() == USUAL.length()) {
      OptionalLong seconds = usual(s);
      if (seconds.isPresent()) return Optional.of(Instant.ofEpochSecond(seconds.getAsLong()));
    }
    return strictAnyTime(key);
  }

  /// A time in any style that files have it in, see [Times].
  public Optional<Instant> anyTime(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictAnyTime(key));
  }

  private Optional<Instant> strictAnyTime(String key) throws FieldException {
    // As a number it may be a fraction, too.
    if (values.get(key) instanceof Double d && !(Math.abs(d) < 1e19))
      throw wrong(key, Times.WANTED);
    Optional<String> text =
        values.get(key) instanceof Double d
            ? Optional.of(new BigDecimal(d.toString()).toPlainString())
            : strictText(key);
    if (text.isEmpty()) return Optional.empty();
    try {
      Instant time = Times.parse(text.get());
      if (isOurEra(time)) return Optional.of(time);
    } catch (DateTimeException e) {
      throw wrong(key, e instanceof Times.Ambiguous ? e.getMessage() : Times.WANTED);
    }
    throw wrong(key, Times.WANTED);
  }

  private static final String USUAL = "2025-01-27T09:30:00Z";

  /// Seconds of a time in the usual form, which is most of them: JSON Lines are read a fifth faster
  /// with this than with a formatter alone. Nothing if it is in another form or wrong.
  private static OptionalLong usual(String s) {
    long digits = 0;
    for (int i = 0; i < USUAL.length(); i++) {
      char c = s.charAt(i);
      boolean wanted =
          Character.isDigit(USUAL.charAt(i)) ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
      if (!wanted) return OptionalLong.empty();
      if (c <= '9' && c >= '0') digits = digits * 10 + c - '0';
    }
    int clock = (int) (digits % 1_000_000);
    int day = (int) (digits / 1_000_000 % 100);
    int month = (int) (digits / 100_000_000 % 100);
    int year = (int) (digits / 10_000_000_000L);
    int hour = clock / 10_000;
    int minute = clock / 100 % 100;
    int second = clock % 100;
    if (hour > 23 || minute > 59 || second > 59) return OptionalLong.empty();
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600 + minute * 60 + second);
  }

  /// Other years cannot be written as four digits.
  private static boolean isOurEra(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    return year >= 0 && year <= 9999;
  }

  /// A time as Twitter used to write it.
  public Optional<Instant> twitterTime(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictTwitterTime(key));
  }

  private Optional<Instant> strictTwitterTime(String key) throws FieldException {
    Optional<String> text = strictText(key);
    if (text.isEmpty()) return Optional.empty();
    try {
      Instant time = OffsetDateTime.parse(text.get().strip(), TWITTER).toInstant();
      if (isOurEra(time)) return Optional.of(time);
    } catch (DateTimeException e) {
      // Tools rewrite it.
      return strictAnyTime(key);
    }
    throw wrong(key, "a time such as Mon Jan 27 09:30:00 +0000 2025");
  }

  /// A time in seconds since 1970, as a number or the digits of one.
  public Optional<Instant> seconds(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictSeconds(key));
  }

  private Optional<Instant> strictSeconds(String key) throws FieldException {
    String wanted = "seconds since 1970 such as 1737970200";
    Object value = values.get(key);
    if (value == null || (value instanceof String s && s.isBlank())) return Optional.empty();
    if (value instanceof Number || (value instanceof String s && s.length() <= LONGEST_NUMBER)) {
      try {
        BigDecimal seconds = new BigDecimal(value.toString().strip());
        // Looked at before it is split: 1e999999999 has more digits than fit into memory.
        if (seconds.abs().compareTo(LATEST) < 0) {
          BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
          Instant time =
              Instant.ofEpochSecond(
                  parts[0].longValueExact(), parts[1].multiply(NANOS).longValue());
          if (isOurEra(time)) return Optional.of(time);
        }
        // From 13 digits on, these are milliseconds.
        if (seconds.compareTo(MILLIS) >= 0) return strictAnyTime(key);
      } catch (NumberFormatException e) {
        return strictAnyTime(key);
      }
    }
    throw wrong(key, wanted);
  }

  /// Characters of a number in a string. A longer string is not a number, and slow to parse.
  private static final int LONGEST_NUMBER = 40;

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000_000_000_000L);

  /// The end of the year 9999, in seconds.
  private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);

  /// One of the values of an enum, by its name in lower case.
  public <E extends Enum<E>> Optional<E> oneOf(String key, E[] allowed) throws FieldException {
    return optional(Optional.empty(), () -> strictOneOf(key, allowed));
  }

  private <E extends Enum<E>> Optional<E> strictOneOf(String key, E[] allowed)
      throws FieldException {
    Optional<String> word = strictText(key);
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
  public Optional<RecordFields> object(String key) throws FieldException {
    return optional(Optional.empty(), () -> strictObject(key));
  }

  private Optional<RecordFields> strictObject(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(inner(map, path(key)));
      case Object other -> throw FieldException.found(path(key), other, "an object");
    };
  }

  /// A nested object that must be there.
  ///
  /// @param wanted a name for it, for the message
  public RecordFields nested(String key, String wanted) throws FieldException {
    Optional<RecordFields> object = strictObject(key);
    if (object.isEmpty()) throw FieldException.missing(path(key), wanted);
    return object.get();
  }

  /// Words in pieces, joined: a string, or a list of strings and of objects that hold a piece each.
  /// What is no piece is passed over.
  ///
  /// @param part the field of an object that holds its piece
  public Optional<String> joined(String key, String part) {
    StringBuilder words = new StringBuilder();
    List<?> pieces =
        values.get(key) instanceof List<?> list ? list : Arrays.asList(values.get(key));
    for (Object piece : pieces) {
      if (piece instanceof String s) words.append(s);
      else if (piece instanceof Map<?, ?> map && map.get(part) instanceof String s) words.append(s);
    }
    return Optional.of(Json.wellFormed(words.toString())).filter(w -> !w.isBlank());
  }

  /// The names of the fields that hold an object, in the order of the record.
  public List<String> keysOfObjects() {
    return values.entrySet().stream()
        .filter(field -> field.getValue() instanceof Map)
        .map(field -> (String) field.getKey())
        .toList();
  }

  /// A list of words; blank ones are left out.
  public List<String> texts(String key) throws FieldException {
    return optional(List.of(), () -> strictTexts(key));
  }

  private List<String> strictTexts(String key) throws FieldException {
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
  public List<RecordFields> objects(String key) throws FieldException {
    List<RecordFields> objects = new ArrayList<>();
    for (int i = 0; i < size(key); i++) objects.add(element(key, i));
    return objects;
  }

  /// How many elements the list has, of whatever kind; 0 if it is not there.
  public int size(String key) throws FieldException {
    return list(key).size();
  }

  /// One element of a list, which must be an object.
  public RecordFields element(String key, int i) throws FieldException {
    String path = path(key) + "[" + i + "]";
    Object item = list(key).get(i);
    if (item instanceof Map<?, ?> map) return inner(map, path);
    throw FieldException.found(path, item, "an object");
  }

  private List<?> list(String key) throws FieldException {
    return switch (values.get(key)) {
      case null -> List.of();
      case List<?> list -> list;
      case Object other -> throw FieldException.found(path(key), other, "a list");
    };
  }
}
