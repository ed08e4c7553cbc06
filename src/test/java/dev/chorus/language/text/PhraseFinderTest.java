package dev.chorus.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseFinderTest {
  private final PhraseFinder finder = new PhraseFinder(List.of("deepseek", "deepseek r1", "$5.6"));

  @ParameterizedTest
  @CsvSource({
    "DeepSeek is here, DeepSeek",
    "#deepseek!, #deepseek",
    "@DeepSeek hi, @DeepSeek",
    "love DEEPSEEK's app, DEEPSEEK",
    "deepseek  R1 wins, deepseek  R1",
    "only $5.6 million, $5.6",
    "so #DeepSeek-R1, #DeepSeek"
  })
  void findsWholeWordsInAnySpelling(String text, String found) {
    assertThat(finder.find(text)).extracting(s -> s.of(text)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource({"deepseeker", "mydeepseek", "deep_seek", "deepseek_ai"})
  void leavesPartsOfWordsAlone(String text) {
    assertThat(finder.find(text)).isEmpty();
  }

  @Test
  void namesEachPhraseOnce() {
    assertThat(finder.distinct("DeepSeek deepseek DeepSeek R1"))
        .containsExactly("deepseek", "deepseek r1");
  }

  @Test
  void findsNothingWhenThereIsNothingToFind() {
    assertThat(new PhraseFinder(List.of()).find("anything")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "the US is up to us, US",
    "#US first, #US",
    "tell us or Us, ",
    "USA and USD, ",
    "Us an eu for the EU, EU",
    "I said OK, OK",
    "I said ok, ok",
  })
  void findsTwoCapitalsAsCapitals(String text, String found) {
    assertThat(new PhraseFinder(List.of("US", "EU", "ok")).find(text))
        .extracting(s -> s.of(text))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void findsAWordAndInitialsWhereBothAreAskedFor() {
    assertThat(new PhraseFinder(List.of("US", "us")).find("us, US, Us")).hasSize(3);
  }
}
