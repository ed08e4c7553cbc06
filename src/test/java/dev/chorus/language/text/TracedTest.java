package dev.chorus.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.Span;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TracedTest {
  private static String origin(String post, String word) {
    Traced readable = PostText.traced(post);
    int at = readable.text().indexOf(word);
    assertThat(at).as(word + " in " + readable.text()).isNotNegative();
    return readable.origin(new Span(at, at + word.length())).of(post);
  }

  @Test
  void knowsWhereEveryWordStoodBeforeItWasChanged() {
    String post =
        "  https://t.co/x Soooo\n\n"
            + "cheap &amp; open: #DeepSeekR1 by 🇨🇳 \uD835\uDDD4I 😂! Liang  Wenfeng";
    assertThat(origin(post, "Soo")).isEqualTo("Soooo");
    assertThat(origin(post, "cheap")).isEqualTo("cheap");
    assertThat(origin(post, "&")).isEqualTo("&amp;");
    assertThat(origin(post, "#Deep")).isEqualTo("#Deep");
    assertThat(origin(post, "Deep Seek")).isEqualTo("DeepSeek");
    assertThat(origin(post, "Seek R1")).isEqualTo("SeekR1");
    assertThat(origin(post, "cn")).isEqualTo("🇨🇳");
    assertThat(origin(post, "face with tears of joy")).isEqualTo("😂");
    assertThat(origin(post, "Liang Wenfeng")).isEqualTo("Liang  Wenfeng");
  }

  @Test
  void isTheTextItselfWhereNothingIsReplaced() {
    Traced same = Traced.of("as it is").replaced(Pattern.compile("\\d"), _ -> "x");
    assertThat(same.text()).isEqualTo("as it is");
    assertThat(same.origin(new Span(3, 5))).isEqualTo(new Span(3, 5));
  }

  @Test
  void mayEndUpEmpty() {
    assertThat(PostText.traced("https://t.co/x \n").text()).isEmpty();
    assertThat(PostText.traced("").text()).isEmpty();
  }
}
