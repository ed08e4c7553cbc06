package dev.chorus.language.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.language.EntityType;
import dev.chorus.language.ModelException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
  private static final Gazetteer NAMES =
      Gazetteer.parse(
          "names.tsv",
          List.of(
              "# who is who",
              "",
              "OpenAI\tORGANIZATION\topen ai",
              "OpenAI o1\tPRODUCT\to1; o1-preview",
              "United States\tLOCATION\tUS; the u.s.",
              "Yann LeCun\tPERSON\tylecun; lecun"));

  private static List<String> found(String text) {
    return NAMES.find(text).stream().map(m -> m.text() + "|" + m.name() + "|" + m.type()).toList();
  }

  @Test
  void findsEverySpellingAndGivesTheCanonicalName() {
    assertThat(found("@ylecun says OPEN AI's o1-preview and #o1 lose"))
        .containsExactly(
            "@ylecun|Yann LeCun|PERSON",
            "OPEN AI|OpenAI|ORGANIZATION",
            "o1-preview|OpenAI o1|PRODUCT",
            "#o1|OpenAI o1|PRODUCT");
  }

  @Test
  void matchesCapitalsAsCapitals() {
    assertThat(found("It is up to us in the US")).containsExactly("US|United States|LOCATION");
  }

  @Test
  void knowsNamesThatWereFoundOtherwise() {
    assertThat(NAMES.known("#OpenAI").orElseThrow().name()).isEqualTo("OpenAI");
    assertThat(NAMES.known("Yann-Lecun").orElseThrow().name()).isEqualTo("Yann LeCun");
    assertThat(NAMES.known("us")).isEmpty();
    assertThat(NAMES.known("Acme")).isEmpty();
  }

  @Test
  void keepsTheFirstOwnerOfASpelling() {
    Gazetteer both =
        NAMES.and(
            List.of(
                new Gazetteer.ListedName(
                    "OpenAI", EntityType.ORGANIZATION, List.of("OpenAI", "o1", "chatgpt"))));
    assertThat(both.known("o1").orElseThrow().name()).isEqualTo("OpenAI o1");
    assertThat(both.known("ChatGPT").orElseThrow().name()).isEqualTo("OpenAI");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OpenAI                     | 1 fields; wanted a name, a type and spellings
          OpenAI~COMPANY~x           | the type is "COMPANY"; wanted one of [PERSON,
          ~PERSON~x                  | the name is empty
          Other~PERSON~ann           | "ann" is a spelling of line 1 already
          """)
  void saysWhichLineIsWrong(String line, String reason) {
    List<String> lines = List.of("Ann\tPERSON", line.replace('~', '\t'));
    assertThatThrownBy(() -> Gazetteer.parse("names.tsv", lines))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("names.tsv:2: ")
        .hasMessageContaining(reason);
  }
}
