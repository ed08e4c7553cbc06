package dev.chorus.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A JSON object that is being written: members in the order in which they are put.
public final class JsonObject {
  private static final int DECIMALS = 4;

  private final Map<String, Object> members = new LinkedHashMap<>();

  public JsonObject put(String name, String value) {
    return member(name, value);
  }

  public JsonObject put(String name, long value) {
    return member(name, value);
  }

  public JsonObject put(String name, boolean value) {
    return member(name, value);
  }

  public JsonObject put(String name, JsonObject value) {
    return member(name, value);
  }

  /// @param values strings or numbers
  public JsonObject put(String name, List<?> values) {
    return member(name, values);
  }

  /// @param values strings or numbers, in the order of the map
  public JsonObject put(String name, Map<String, ?> values) {
    return member(name, values);
  }

  /// A measured number, see [#round].
  public JsonObject rounded(String name, double value) {
    return member(name, round(value));
  }

  /// A list of objects.
  public <T> JsonObject list(String name, List<T> values, Function<T, JsonObject> each) {
    return member(name, values.stream().map(v -> each.apply(v).members).toList());
  }

  /// A member that is always there, and null where there is no value.
  ///
  /// @param value a string, number or [JsonObject]
  public JsonObject orNull(String name, Optional<?> value) {
    return member(name, value.orElse(null));
  }

  /// A member that is left out where there is no value.
  ///
  /// @param value a string, number or [JsonObject]
  public JsonObject ifPresent(String name, Optional<?> value) {
    value.ifPresent(v -> member(name, v));
    return this;
  }

  /// The members of another object as well.
  public JsonObject with(JsonObject other) {
    members.putAll(other.members);
    return this;
  }

  private JsonObject member(String name, Object value) {
    members.put(name, value instanceof JsonObject object ? object.members : value);
    return this;
  }

  /// The members, for [Json].
  public Map<String, Object> toMap() {
    return members;
  }

  /// Four decimals: more than any measured figure deserves, and the same on every machine.
  public static BigDecimal round(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
