package dev.chorus.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It cost $5.6M, they say            | $5.6M
          It cost $5.6 million. Really       | $5.6 million
          about 6 million dollars a run      | 6 million dollars
          US$1,600,000 for chips             | US$1,600,000
          €200/month is too much             | €200/month
          the $600bn sell-off                | $600bn
          10k usd                            | 10k usd
          a $2-trillion hole                 | $2-trillion
          only $0.55/M against $60           | $0.55/M; $60
          $5, $6,000.                        | $5; $6,000
          buy $NVDA and 5 more               |
          version 3.5 of 2025                |
          $                                  |
          """)
  void findsAmounts(String text, String amount) {
    assertThat(MoneyFinder.find(text).stream().map(s -> s.of(text)).toList())
        .isEqualTo(amount == null ? List.of() : List.of(amount.split("; ")));
  }
}
