package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.process.Tokenizer;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("models")
class TokenAnnotatorTest {
  private static final Properties PROPERTIES = new Properties();

  static {
    PROPERTIES.setProperty("tokenize.options", "untokenizable=noneKeep,invertible=true");
  }

  private final TokenAnnotator ours = new TokenAnnotator("tokens", PROPERTIES);
  private final TokenizerAnnotator stock = new TokenizerAnnotator(PROPERTIES);

  private static List<String> tokens(TokenizerAnnotator annotator, String text) {
    Tokenizer<CoreLabel> tokens = annotator.getTokenizer(new StringReader(text));
    return tokens.tokenize().stream()
        .map(t -> t.beginPosition() + "-" + t.endPosition() + " " + t.word())
        .toList();
  }

  /// Just longer than what is left whole, so that CoreNLP alone can be asked as well.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "❤️",
        "&amp;",
        "&#39;",
        "\"",
        "~",
        "!?",
        "—",
        "中",
        "/",
        "#",
        "[",
        "+"
      })
  void piecesHaveTheTokensOfTheWhole(String sign) {
    String text = "Well, it's 3 o'clock. " + sign.repeat(400) + " And then? @you #too";
    assertThat(tokens(ours, text)).isEqualTo(tokens(stock, text));
  }

  @Test
  void ordinaryTextsAreReadAsCoreNlpReadsThem() {
    String link = "https://example.com/" + "a1/b-c_d?e=f&".repeat(40);
    Stream.of(
            "Don't panic (it's only R1)... https://example.com/a?b=c&d=e 😀😀 &amp; more: $5.60!",
            "",
            " \n\n x",
            "a" + "x".repeat(290) + " b",
            "see " + link + " there")
        .forEach(text -> assertThat(tokens(ours, text)).isEqualTo(tokens(stock, text)));
  }

  /// A piece may end where CoreNLP would go on, but never inside a character, and nothing is lost.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "1", "_", ".", "-", "é", "e\u0301", "\u0301", "\u200d", "\u200b", "\ufe0f", "&", "@a",
        "a.", "a@b.", "<", "<b>", "http://", "www.a", "\ud83d", "%20", "\u00ad", "()", "\\", "'",
            "“"
      })
  void anyLongRunIsCutIntoPiecesOfBoundedLength(String sign) {
    String text = "before " + sign.repeat(2_000) + " after";
    int pieces = 0;
    for (int from = 0, to; from < text.length(); from = to) {
      to = TokenAnnotator.pieceEnd(text, from);
      assertThat(to).isGreaterThan(from);
      assertThat(to - from).isLessThanOrEqualTo(2_000);
      if (to < text.length()) {
        assertThat(
                Character.isHighSurrogate(text.charAt(to - 1))
                    && Character.isLowSurrogate(text.charAt(to)))
            .isFalse();
      }
      pieces++;
    }
    assertThat(pieces).isBetween(3, 500);
    assertThat(tokens(ours, text)).first().isEqualTo("0-6 before");
    assertThat(tokens(ours, text)).last().asString().endsWith(" after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "&amp;", "\"", "\u200b", "\u0301", "❤️", "~"})
  void timeGrowsWithTheLength(String sign) {
    String text = sign.repeat(50_000 / sign.length());
    long begun = System.nanoTime();
    tokens(ours, text);
    // A busy machine needs a tenth of that, CoreNLP alone minutes.
    assertThat((System.nanoTime() - begun) / 1e9).isLessThan(60);
  }
}
