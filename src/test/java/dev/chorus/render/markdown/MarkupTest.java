package dev.chorus.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "[a](javascript:b)¦&#91;a&#93;(javascript:b)",
        "![a](http://b.example)¦!&#91;a&#93;(http:<!-- -->//b.example)",
        "<b>&amp;|`x`¦&#60;b&#62;&#38;amp;&#124;&#96;x&#96;",
        "thanks @ann, see #12 and GH-7¦thanks @<!-- -->ann, see &#35;<!-- -->12 and GH-<!-- -->7",
        "mail a@b.example or WWW.b.example¦mail a@<!-- -->b.example or WWW<!-- -->.b.example",
        "so :tada: at 10:30¦so :<!-- -->tada: at 10:30",
        "2*3_4~5^6$7{8}¦2&#42;3&#95;4&#126;5&#94;6&#36;7&#123;8&#125;",
        "it's 8–14%, “fine”¦it's 8–14%, “fine”"
      })
  void takesNothingForMarkup(String words, String escaped) {
    assertThat(Markup.words(words)).isEqualTo(escaped);
  }

  @Test
  void namesWhatOneDoesNotSee() {
    assertThat(Markup.words("a\u202eb\u200bc\u0007\ud800"))
        .isEqualTo("a&#91;U+202E&#93;b&#91;U+200B&#93;c&#91;U+0007&#93;&#91;U+D800&#93;");
    assertThat(Markup.words("👩\u200d💻 a\nb")).isEqualTo("👩\u200d💻 a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "- a¦&#45; a",
        "+ a¦&#43; a",
        "=== a¦&#61;== a",
        "1. a¦1&#46; a",
        "23) a¦23&#41; a",
        "1.5 a¦1&#46;5 a",
        "a - b¦a - b"
      })
  void beginsNoList(String line, String guarded) {
    assertThat(Markup.line(line)).isEqualTo(guarded);
  }

  @ParameterizedTest
  @CsvSource({
    "x:18839:0-15, x:18839:0-15",
    "a--><b>:0-1, a-%2D%3E%3Cb%3E:0-1",
    "-a b/ü, %2Da%20b/%C3%BC"
  })
  void marksWithKeysThatEndNoComment(String key, String written) {
    assertThat(Markup.mark('q', key)).isEqualTo("<!--q:" + written + "-->");
  }

  @Test
  void linksToTheWebOnly() {
    assertThat(Markup.link("https://x.example/a_(b)?c=d&e"))
        .contains("[open at x.example](<https://x.example/a_%28b%29?c=d&e>)");
    assertThat(Markup.link("http://ü.example/ä")).isEmpty();
    assertThat(Markup.link("https://x.example/ä"))
        .contains("[open at x.example](<https://x.example/%C3%A4>)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://user@x.example/",
        "https://x.example/> <b>",
        "//x.example",
        "https:nothing",
        "no address"
      })
  void linksToNothingElse(String url) {
    assertThat(Markup.link(url)).isEmpty();
  }
}
