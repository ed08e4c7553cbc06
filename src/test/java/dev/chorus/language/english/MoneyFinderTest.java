package dev.chorus.language.english;

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
          it cost $ 5.6 million to train     | $ 5.6 million
          5.6 million dollars, allegedly     | 5.6 million dollars
          5.6 million US dollars             | 5.6 million US dollars
          they paid USD 6 m for it           | USD 6 m
          EUR 1.5 billion and usd 30         | EUR 1.5 billion; usd 30
          € 200 k a year                     | € 200 k
          6 000 000 € for a data centre      | 6 000 000 €
          $6 000 000 or 20 000 euros         | $6 000 000; 20 000 euros
          $1 trillion gone                   | $1 trillion
          600 bn wiped out, 1.2 tn left      | 600 bn; 1.2 tn
          $500 billion dollars               | $500 billion dollars
          $5-6 million, €10 – 15 a month     | $5-6 million; €10 – 15
          €5,6 million                       | €5,6 million
          200k€ and 3 million €              | 200k€; 3 million €
          ¥ 50 million yuan                  | ¥ 50 million yuan
          671 bn parameters, 600 billion     |
          a 14.8 tn token corpus, 37B        |
          in 2025 600 people paid            |
          buy $NVDA and 5 more               |
          version 3.5 of 2025                |
          $                                  |
          """)
  void findsAmounts(String text, String amount) {
    assertThat(MoneyFinder.find(text).stream().map(s -> s.of(text)).toList())
        .isEqualTo(amount == null ? List.of() : List.of(amount.split("; ")));
  }
}
