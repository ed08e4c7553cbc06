package dev.chorus.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so   good &amp; cheap         | so good & cheap
          look https://t.co/abc now     | look now
          to @user see http             | to @user see
          an https server               | an server
          #ThrowbackThursday fun        | #Throwback Thursday fun
          I ❤️ it                       | I heart it
          😂😂                          | face with tears of joy face with tears of joy
          👍🏽 done                      | thumbs up sign done
          🇨🇳 wins                       | cn wins
          sooooo slooow                 | soo sloow
          1000000 users                 | 1000000 users
          © 2025 ™                      | © 2025 trade mark sign
          can\\u2019t stop \\uD83D\\ude02    | can't stop face with tears of joy
          half \\ud83d of C:\\users         | half \\ud83d of C:\\users
          bell\\u0007rings               | bell rings
          @bob @liz_2 You did it.       | You did it
          @acme is down                 | @acme is down
          RT @x: Good news              | Good news
          RT @x: @y Good news           | Good news
          .@x Good – “very” good…       | Good - "very" good...
          I can`t. Not now.             | I can't. Not now
          \u200Bzero width               | zero width
          10/10 would buy               | 10/10 (excellent) would buy
          rated it 2 out of 10          | rated it 2 out of 10 (terrible)
          9/10 people say so            | 9/10 people say so
          on 3/10/2025                  | on 3/10/2025
          ⭐⭐ slow                       | 2 of 5 stars (poor) slow
          ★★★★☆                         | 4 of 5 stars (good)
          1 star                        | 1 of 5 stars (terrible)
          a 5 star hotel                | a 5 star hotel
          """)
  void readsAPostAsWords(String post, String readable) {
    assertThat(PostText.readable(post)).isEqualTo(readable);
  }

  @ParameterizedTest
  @CsvSource({"hi @ylecun!, hi @user!", "a@b.org, a@b.org", "@a @b, @user @user"})
  void masksUserNames(String text, String masked) {
    assertThat(PostText.withoutNames(text)).isEqualTo(masked);
  }
}
