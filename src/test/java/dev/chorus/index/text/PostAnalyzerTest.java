package dev.chorus.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostAnalyzerTest {
  /// The terms by position, those of one position joined by a bar.
  private static String terms(String text) throws IOException {
    return terms(IndexFields.TEXT, text);
  }

  private static String terms(String field, String text) throws IOException {
    StringBuilder terms = new StringBuilder();
    try (PostAnalyzer analyzer = new PostAnalyzer();
        TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (!terms.isEmpty()) terms.append(step.getPositionIncrement() == 0 ? "|" : " ");
        terms.append(term);
      }
      stream.end();
    }
    return terms.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "#OpenSource wins; opensourc|open sourc win",
        "#opensource @Sam_Altman $NVDA; opensourc samaltman|sam altman nvda",
        "#iPhone #DeepSeekR1 #AIAct; iphon deepseekr1|deep seek r1 aiact|ai act",
        "DeepSeek-R1 beats GPT-4o and o1-mini;"
            + " deepseekr1|deepseek r1 beat gpt4o|gpt 4o and o1mini|o1 mini",
        "R1 v2.5 Qwen2.5-Max; r1 v2.5 qwen2.5max|qwen2.5 max",
        "2025-01-27 costs $5.6M (5-10%); 2025 01 27 cost 5.6m 5 10",
        "It is not Nvidia's fault don’t sell; it is not nvidia fault don't sell",
        "chips crashed crashing panicked; chip crash crash panick",
        "👍🏽 ❤️ 👍 📉📉; 👍 ❤ 👍 📉 📉",
        "𝗗𝗲𝗲𝗽𝗦𝗲𝗲𝗸 ＡＩ; deepseek ai",
        "_ __init__ - a--b; init a b",
        "中国 Ñandú; 中 国 ñandú",
      })
  void cutsPostsIntoTheWordsThatAreSearched(String text, String expected) throws Exception {
    assertThat(terms(text)).isEqualTo(expected);
  }

  @Test
  void leavesNoWordTooLongForAnIndex() throws Exception {
    for (String text : List.of("x".repeat(90_000), "a-".repeat(40_000), "_".repeat(90_000))) {
      assertThat(terms(text).split("[ |]")).allMatch(t -> t.length() <= 300);
    }
  }

  @Test
  void keepsEachWordOfAPostAsItStands() throws Exception {
    assertThat(terms(IndexFields.WORD, "Amazing GPT-4o’s")).isEqualTo("amazing gpt4o|gpt 4o");
  }

  @Test
  void keepsThePlacesOfWholeAndParts() throws Exception {
    List<String> places = new ArrayList<>();
    String text = "so #OpenSource";
    try (PostAnalyzer analyzer = new PostAnalyzer();
        TokenStream stream = analyzer.tokenStream(IndexFields.TEXT, text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        places.add(text.substring(offset.startOffset(), offset.endOffset()));
      }
      stream.end();
      assertThat(offset.endOffset()).isEqualTo(text.length());
    }
    assertThat(places).containsExactly("so", "OpenSource", "Open", "Source");
  }
}
