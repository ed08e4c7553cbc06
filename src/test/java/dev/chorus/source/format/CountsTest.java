package dev.chorus.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7",
        "-3 | -3",
        "5.0 | 5",
        "5,0 | 5",
        "1,234 | 1234",
        "1.234 | 1234",
        "1.234.567 | 1234567",
        "1,234,567.0 | 1234567",
        "1.234,0 | 1234",
        "12 345 | 12345",
        "12.4K | 12400",
        "12,4 K | 12400",
        "1.2M | 1200000",
        "3k | 3000",
        "1,5 Mio. | 1500000",
        "2.5万 | 25000",
        "1.234K | 1234"
      })
  void readsEveryStyle(String text, long count) {
    assertThat(Counts.parse(text, Optional.empty())).contains(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many",
        "",
        "5.5",
        "1,23",
        "1.2.3",
        "12 3",
        "K",
        "1e5",
        "0x10",
        "9999999999999999999999"
      })
  void refusesTheRest(String text) {
    assertThat(Counts.parse(text, Optional.empty())).isEmpty();
  }

  /// The column says what a mark before three digits is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.000 5,0 | DOT_GROUPS | 1000",
        "1.000 5.0 | COMMA_GROUPS | 1",
        "1,000 2.5 | COMMA_GROUPS | 1000",
        "1,000 0,000 | DOT_GROUPS | 1",
        "1.000 2.350 | DOT_GROUPS | 1000"
      })
  void readsByTheColumn(String column, Counts.Style style, long first) {
    String[] values = column.split(" ");
    Optional<Counts.Style> shown =
        Arrays.stream(values).map(Counts::style).flatMap(Optional::stream).findFirst();
    assertThat(shown).contains(style);
    assertThat(Counts.parse(values[0], shown)).contains(first);
  }
}
