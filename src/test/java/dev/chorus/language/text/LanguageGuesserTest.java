package dev.chorus.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuesserTest {
  private final LanguageGuesser guesser = LanguageGuesser.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 深度求索的R1真的太强了 #DeepSeek",
        "ja | このモデルは本当にすごいですね",
        "ko | 서버가 또 바쁘다고 나오네요",
        "ru | Акции Nvidia упали на семнадцать процентов",
        "de | Eure Chats landen auf Servern in China, Finger weg von dieser App!",
        "es | Otra vez el servidor ocupado, así no hay quien trabaje",
        "fr | Encore le serveur occupé, impossible de travailler aujourd'hui",
        "it | Il garante ha bloccato l'applicazione per la privacy degli utenti",
        "pt | Estou impressionado com as respostas deste novo modelo chinês"
      })
  void findsOtherLanguages(String language, String text) {
    assertThat(guesser.guess(text, Optional.empty())).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeepSeek R1 beats o1 on math, insane",
        "sooooo the server is busy AGAIN 😭",
        "NVIDIA IS DOWN SEVENTEEN PERCENT TODAY",
        "Liang Wenfeng of Hangzhou built this with 2,048 H800s",
        "not worried about deepseek tbh, their app is fine",
        "@ylecun is right: open research beats closed https://example.com/a"
      })
  void knowsEnglishHoweverMessy(String text) {
    assertThat(guesser.guess(text, Optional.empty())).isEqualTo("en");
  }

  @Test
  void asksTheSourceOnlyWhereTheTextSaysTooLittle() {
    assertThat(guesser.guess("wow r1 lol", Optional.empty())).isEqualTo("und");
    assertThat(guesser.guess("wow r1 lol", Optional.of("en"))).isEqualTo("en");
    assertThat(guesser.guess("Danke dafür", Optional.of("de"))).isEqualTo("de");
    assertThat(guesser.guess("this is plainly English whatever they say", Optional.of("tl")))
        .isEqualTo("en");
    assertThat(guesser.guess("🚀🚀🚀 https://example.com", Optional.empty())).isEqualTo("und");
  }
}
