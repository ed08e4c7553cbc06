package dev.chorus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsBackWhatItWrites() {
    Map<String, Object> value =
        Map.of(
            "a",
            List.of(1, 2.5, "ü \uD83D\uDE00 \u0001", true, 1L << 40, BigInteger.TWO.pow(99)),
            "b",
            Map.of("c", ""));
    assertThat(Json.parse(Json.compact(value))).isEqualTo(value);
    assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
  }

  @Test
  void keepsTheOrderOfKeysAndNulls() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", null);
    value.put("a", List.of());
    assertThat(Json.compact(value)).isEqualTo("{\"z\":null,\"a\":[]}");
    assertThat(Json.compact(Json.parse("{\"z\":null,\"a\":[]}"))).isEqualTo(Json.compact(value));
  }

  @Test
  void indentsByTwoWithPlainLineEnds() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("a", 1);
    value.put("b", List.of(Map.of("c", "d"), 2));
    assertThat(Json.pretty(value))
        .isEqualTo("{\n  \"a\" : 1,\n  \"b\" : [ {\n    \"c\" : \"d\"\n  }, 2 ]\n}");
  }

  @Test
  void writesNumbersAsPeopleDo() {
    assertThat(Json.compact(List.of(0.0004, 5.0, -2.5e9, 1e10, 0.1f, 1e-300, 1e300, -0.0, 0.7)))
        .isEqualTo("[0.0004,5.0,-2500000000.0,10000000000.0,0.1,1.0E-300,1.0E300,-0.0,0.7]");
  }

  @Test
  void refusesNumbersThatJsonLacks() {
    for (Object number : List.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.NaN)) {
      assertThatThrownBy(() -> Json.compact(Map.of("a", List.of(number))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(number + " is no JSON number");
    }
  }

  @Test
  void writesWellFormedText() {
    assertThat(Json.compact(List.of("café 漢 \uD83D\uDE00", "\uD83D", "\uDE00\uD83D")))
        .isEqualTo("[\"café 漢 \uD83D\uDE00\",\"\uFFFD\",\"\uFFFD\uFFFD\"]");
    assertThat(Json.wellFormed("\uD83D".repeat(100_000))).isEqualTo("\uFFFD".repeat(100_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\" 1} | 1:6 | found '1'; wanted a colon behind the key",
        "{\"a\":1 \"b\":2} | 1:8 | found '\"'; wanted a comma or '}'",
        "[1 2] | 1:4 | found '2'; wanted a comma or ']'",
        "[1,,] | 1:4 | found ','; wanted a value",
        "{a:1} | 1:2 | found 'a'; wanted a key in double quotes",
        "{'a':1} | 1:2 | found '''; wanted a key in double quotes",
        "[oops] | 1:2 | 'oops' is no value; words need double quotes",
        "[Nil] | 1:2 | 'Nil' is no value; words need double quotes",
        "[\"\\x\"] | 1:4 | a backslash stands before 'x', which is no escape",
        "{\"a\":1,\"a\":2} | 1:8 | the key \"a\" is there twice",
        "{\"a\": | 1:6 | it ends too early",
        "[\"a | 1:4 | it ends too early",
        "`` | 1:0 | it ends too early",
        "{} {} | 1:4 | there is more behind the value",
        "01 | 1:2 | a number begins with a zero",
      })
  void saysWhatIsWrongAndWhere(String text, String place, String message) {
    JsonSyntaxException e = catchThrowableOfType(JsonSyntaxException.class, () -> Json.parse(text));
    assertThat(e.line() + ":" + e.column() + " " + e.getMessage()).isEqualTo(place + " " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1,\n\n",
        "-",
        "1.",
        "1e",
        "tru",
        "\"\\u12\"",
        "\"\u0007\"",
        "\u00ff",
        "{\"a\":\u00a01}",
        "/**/1"
      })
  void speaksPlainly(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonSyntaxException.class)
        .message()
        .doesNotContain("Source", "Feature", "StreamRead", "REDACTED", "java", "`")
        .hasSizeLessThan(100);
  }

  @Test
  void showsExcerptsOnOneLine() {
    assertThat(Json.excerpt("a\nb\tc\u0000", 60)).isEqualTo("a\\nb\\tc\\u0000");
    assertThat(Json.excerpt("ab\uD83D\uDE00", 3)).isEqualTo("ab…");
    assertThat(Json.excerpt("abc", 3)).isEqualTo("abc");
  }
}
