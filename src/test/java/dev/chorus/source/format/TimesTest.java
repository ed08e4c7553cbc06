package dev.chorus.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-27T14:05:06Z | 2025-01-27T14:05:06Z",
        "2025-01-27T14:05:06.123456Z | 2025-01-27T14:05:06.123456Z",
        "2025-01-27T14:05:06.5+01:00 | 2025-01-27T13:05:06.500Z",
        "2025-01-27T14:05:06+0100 | 2025-01-27T13:05:06Z",
        "2025-01-27 14:05:06-08 | 2025-01-27T22:05:06Z",
        "2025-01-27 14:05:00 | 2025-01-27T14:05:00Z",
        "2025-01-27 14:05 | 2025-01-27T14:05:00Z",
        "2025-01-27 14:05:00 UTC | 2025-01-27T14:05:00Z",
        "2025-01-27 2:05 PM | 2025-01-27T14:05:00Z",
        "2025-01-27 | 2025-01-27T00:00:00Z",
        "2025/1/7 9:05 | 2025-01-07T09:05:00Z",
        "1737986700 | 2025-01-27T14:05:00Z",
        "1737986700.0 | 2025-01-27T14:05:00Z",
        "1737986700123 | 2025-01-27T14:05:00.123Z",
        "1737986700123456 | 2025-01-27T14:05:00.123456Z",
        "999999999 | 2001-09-09T01:46:39Z",
        "Mon, 27 Jan 2025 14:05:00 +0000 | 2025-01-27T14:05:00Z",
        "Mon, 27 Jan 2025 14:05:00 GMT | 2025-01-27T14:05:00Z",
        "27 Jan 2025 14:05 +0200 | 2025-01-27T12:05:00Z",
        "Mon Jan 27 14:05:00 +0000 2025 | 2025-01-27T14:05:00Z",
        "2:05 PM · Jan 27, 2025 | 2025-01-27T14:05:00Z",
        "January 27, 2025 | 2025-01-27T00:00:00Z",
        "27-Jan-2025 14:05 | 2025-01-27T14:05:00Z",
        "27/01/2025 14:05 | 2025-01-27T14:05:00Z",
        "1/27/2025 2:05:06 PM | 2025-01-27T14:05:06Z",
        "03/03/2025 | 2025-03-03T00:00:00Z",
        "03.02.2025 14:05 | 2025-02-03T14:05:00Z",
        "31-12-2024 | 2024-12-31T00:00:00Z",
        "27.01.2025 11.35 | 2025-01-27T11:35:00Z",
        "27.01.25, 14:05 Uhr | 2025-01-27T14:05:00Z",
        "01/27/25 | 2025-01-27T00:00:00Z",
        "27/01/2025, 14:05:06 | 2025-01-27T14:05:06Z",
        "14:05 27/01/2025 | 2025-01-27T14:05:00Z",
        "Mon 27 Jan 2025 | 2025-01-27T00:00:00Z",
        "Monday, January 27, 2025 2:05 PM | 2025-01-27T14:05:00Z",
        "Mon 27/01/2025 14:05 | 2025-01-27T14:05:00Z",
        "Jan 27, 2025 at 2:05 PM EST | 2025-01-27T19:05:00Z",
        "Jan 27, 2025 · 2:05 PM UTC | 2025-01-27T14:05:00Z",
        "2:05 PM - 27 Jan 2025 | 2025-01-27T14:05:00Z",
        "Jan 27 2025  2:05PM | 2025-01-27T14:05:00Z",
        "January 27th, 2025 | 2025-01-27T00:00:00Z",
        "27-Jan-25 | 2025-01-27T00:00:00Z",
        "27. Januar 2025 um 14:05 Uhr | 2025-01-27T14:05:00Z",
        "27 janv. 2025 à 14:05 | 2025-01-27T14:05:00Z",
        "27 de enero de 2025 | 2025-01-27T00:00:00Z",
        "lunedì 27 gennaio 2025 | 2025-01-27T00:00:00Z",
        "Mon Jan 27 2025 09:30:00 GMT+0100 (Central European Standard Time) | 2025-01-27T08:30:00Z",
        "Mon Jan 27 22:19:45 PDT 2025 | 2025-01-28T05:19:45Z",
        "2025-01-27 14:05:00 +0000 UTC | 2025-01-27T14:05:00Z",
        "2025-01-27 14:05:00+00:00 | 2025-01-27T14:05:00Z",
        "2025-01-27T14:05:00.000+0000 | 2025-01-27T14:05:00Z",
        "2025-01-27T14:05:00+01:00[Europe/Berlin] | 2025-01-27T13:05:00Z",
        "2021-01-27 14:05:00 EST | 2021-01-27T19:05:00Z",
        "20250127 | 2025-01-27T00:00:00Z",
        "20250127T140500Z | 2025-01-27T14:05:00Z",
        "20250127140500 | 2025-01-27T14:05:00Z",
        "2025年1月27日 14:05 | 2025-01-27T14:05:00Z",
        "1737986700123456789 | 2025-01-27T14:05:00.123456789Z",
        "2025-01-27 24:00 | 2025-01-28T00:00:00Z"
      })
  void readsEveryStyle(String text, Instant instant) {
    assertThat(Times.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/02/2025", "3-2-2025 14:05", "12/11/2024 9:00 AM"})
  void doesNotGuessWhatIsTheDay(String text) {
    assertThatThrownBy(() -> Times.parse(text))
        .isInstanceOf(Times.Ambiguous.class)
        .hasMessageMatching(
            "the year first, or --dates day-first or --dates month-first, as this may be .* or .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "45684.58",
        "27/13/2025",
        "2025-13-01",
        "2025-02-30",
        "31.02.2025",
        "1",
        "25:00",
        "2025-01-27 25:00",
        "99999999999999999999",
        "2025-01-2",
        "50000-01-01T00:00:00Z",
        "2025-01-27T",
        "Jan 27",
        "2025/99/99"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
