package dev.chorus.language;

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
          @user see http                | @user see
          an https server               | an server
          #ThrowbackThursday fun        | #Throwback Thursday fun
          I ❤️ it                       | I heart it
          😂😂                          | face with tears of joy face with tears of joy
          👍🏽 done                      | thumbs up sign done
          🇨🇳 wins                       | cn wins
          sooooo slooow                 | soo sloow
          1000000 users                 | 1000000 users
          © 2025 ™                      | © 2025 trade mark sign
          can\\u2019t stop \\uD83D\\ude02    | can’t stop face with tears of joy
          half \\ud83d of C:\\users         | half \\ud83d of C:\\users
          bell\\u0007rings               | bell rings
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
