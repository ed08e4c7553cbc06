package dev.chorus.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  /// `|` stands for a line break.
  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      value = {
        "<p>one</p><p>two</p>\tone||two",
        "one<p>two<p>three\tone||two||three",
        "one<br>two<br />three\tone|two|three",
        "one<br><br>two<br>\tone||two",
        "<ul><li>one</li><li>two</li></ul>after\tone|two||after",
        "<p>a <b>bold</b>  word </p>\ta bold word",
        "a<b>b</b>c <i> d</i>\tabc d",
        "<p>1 &lt; 2 &amp; &quot;3&quot; &gt; 2 &#x27;so&#39; &amp;lt;</p>\t1 < 2 & \"3\" > 2 'so'"
            + " &lt;",
        "no tags &amp; 1 &lt; 2\tno tags & 1 < 2",
        "<script>x()</script><p>seen</p><!-- hidden -->\tseen",
        "<span class=\"invisible\">https://</span><span>a.example</span>\thttps://a.example"
      })
  void readsAsOnAPage(String html, String text) {
    assertThat(Html.text(html)).isEqualTo(text.replace('|', '\n'));
  }

  @Test
  void keepsTheLinesOfCode() {
    assertThat(Html.text("See:<p><pre><code>if a:\n    b\n</code></pre>\nright?"))
        .isEqualTo("See:\n\nif a:\n    b\n\nright?");
  }

  @Test
  void keepsTheLinesOfWhatIsNoHtml() {
    assertThat(Html.text("one\ntwo &amp; three")).isEqualTo("one\ntwo & three");
  }

  @Test
  void findsNoWordsInATagAlone() {
    assertThat(Html.text("<p><br></p>")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&gt; a &amp; b|> a & b",
        "&amp;gt;|&gt;",
        "https://a.example/?a=1&copy=2|https://a.example/?a=1&copy=2",
        "&quot;|&quot;",
        "AT&T|AT&T"
      })
  void resolvesWhatXAndRedditEscapeOnce(String escaped, String text) {
    assertThat(Html.unescaped(escaped)).isEqualTo(text);
  }

  @Test
  @Tag("slow")
  void isNotTrappedByDeepNesting() {
    String html = "<div>".repeat(100_000) + "deep";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Html.text(html)).contains("deep"));
  }
}
