package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTest {
  private static Event event() throws Exception {
    return EventFile.read(Installation.camps());
  }

  private static List<SearchRequest.Filter> filter(Facet facet, String... values) throws Exception {
    return SearchTerms.filters(Map.of(facet, List.of(values)), event());
  }

  @Test
  void asksForNothingWhereNothingIsNamed() throws Exception {
    assertThat(filter(Facet.CAMP)).isEmpty();
  }

  @Test
  void keepsTheOrderOfTheFacets() throws Exception {
    Map<Facet, List<String>> values = new LinkedHashMap<>();
    values.put(Facet.LANG, List.of("en"));
    values.put(Facet.CAMP, List.of("skeptics", "believers"));
    assertThat(SearchTerms.filters(values, event()))
        .containsExactly(
            new SearchRequest.Filter(Facet.LANG, List.of("en")),
            new SearchRequest.Filter(Facet.CAMP, List.of("skeptics", "believers")));
  }

  @ParameterizedTest
  @CsvSource({
    "favor, favor:DeepSeek",
    "AGAINST, AGAINST:DeepSeek",
    "against:OpenAI, against:OpenAI",
    "none:US equity markets, none:US equity markets"
  })
  void aStanceWithoutATargetIsOnTheMainOne(String asked, String read) throws Exception {
    assertThat(filter(Facet.STANCE, asked).getFirst().anyOf()).containsExactly(read);
  }

  @Test
  void anAuthorMayHaveAnAt() throws Exception {
    assertThat(filter(Facet.AUTHOR, "@pmarca", "ylecun").getFirst().anyOf())
        .containsExactly("pmarca", "ylecun");
    assertThat(filter(Facet.ENTITY, "@pmarca").getFirst().anyOf()).containsExactly("@pmarca");
  }

  @Test
  void aSideThatThereIsNotIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> filter(Facet.STANCE, "pro:DeepSeek"))
        .isInstanceOf(TermException.class)
        .hasMessageStartingWith("stance is \"pro:DeepSeek\"; wanted favor, against or none");
  }

  @Test
  void whatIsPassedOnIsAClaim() throws Exception {
    assertThat(filter(Facet.STANCE, "reported:a claim").getFirst().anyOf())
        .containsExactly("reported:a claim");
    assertThatThrownBy(() -> filter(Facet.STANCE, "reported"))
        .isInstanceOf(TermException.class)
        .hasMessageContaining("such as reported:Training cost $5.6 million");
  }

  @Test
  void readsTheLeastOfMeasures() throws Exception {
    assertThat(SearchTerms.least(List.of("Likes=100", "views=0")))
        .isEqualTo(Map.of(Measure.LIKES, 100L, Measure.VIEWS, 0L));
  }

  @ParameterizedTest
  @CsvSource({
    "likes, 'is \"likes\"; wanted a measure and a number'",
    "loves=3, 'is \"loves=3\"; wanted a measure and a number'",
    "likes=many, 'is \"likes=many\"; wanted a measure and a number'",
    "likes=-1, is likes=-1; wanted 0 or more."
  })
  void aWrongLeastSaysWhatIsWanted(String asked, String message) {
    assertThatThrownBy(() -> SearchTerms.least(List.of(asked)))
        .isInstanceOf(TermException.class)
        .hasMessageStartingWith("min " + message);
  }
}
