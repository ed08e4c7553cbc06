package dev.chorus.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.Samples;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.index.query.SearchResult;
import dev.chorus.json.Json;
import dev.chorus.language.About;
import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Side;
import dev.chorus.language.Span;
import dev.chorus.language.Stance;
import dev.chorus.post.Post;
import dev.chorus.render.json.ReactionJson;
import dev.chorus.render.terminal.TerminalPrinter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One post, for people and for scripts.
class ShowTest {
  private static Placed post(
      Optional<About> about, List<Stance> stances, List<Reaction.Spoken> issues) {
    return new Placed(
        new Reaction(
            Post.of("a", "They say that it was cheap."),
            "en",
            Optional.of(new Sentiment(0.25, 0.5, 0.25)),
            about,
            List.of(),
            stances,
            issues,
            List.of(new Span(0, 27)),
            Optional.empty()),
        new Placement("unaligned", 0.5, List.of(), List.of()));
  }

  private static final Placed MENTION =
      post(
          Optional.of(new About(0.07, About.Kind.MENTION)),
          List.of(
              new Stance("It was cheap", Side.NONE, 0.7, Optional.empty(), true),
              new Stance("Thing", Side.FAVOR, 0.6, Optional.empty())),
          List.of(new Reaction.Spoken("cost", 0.83), new Reaction.Spoken("gone", 0.5)));

  @Test
  void writesWhatAPostIsAndSpeaksOfInItsLine() {
    assertThat(Json.compact(ReactionJson.line(MENTION)))
        .contains("\"lang\":\"en\",\"about\":{\"event\":0.07,\"kind\":\"mention\"},\"sentiment\"")
        .contains(
            "{\"target\":\"It was"
                + " cheap\",\"label\":\"none\",\"probability\":0.7,\"reported\":true},"
                + "{\"target\":\"Thing\",\"label\":\"favor\",\"probability\":0.6}")
        .contains(
            "],\"issues\":[{\"id\":\"cost\",\"probability\":0.83},"
                + "{\"id\":\"gone\",\"probability\":0.5}],\"camp\"");
  }

  @Test
  void tellsPostsThatSpeakOfNothingFromThoseThatWereNotRead() {
    assertThat(ReactionJson.line(post(Optional.empty(), List.of(), List.of())))
        .containsEntry("issues", List.of())
        .doesNotContainKey("about");
    Reaction unread = Reaction.unread(Post.of("b", "Das Ding"), "de");
    assertThat(ReactionJson.line(new Placed(unread, Placement.unread())))
        .doesNotContainKeys("issues", "about");
  }

  private static String shown(Placed placed) {
    return TerminalPrinter.print(
        ShowOutline.of(placed, Optional.empty(), List.of(), Optional.empty(), Samples.event()),
        new Terminal(80, false, false));
  }

  /// An issue that the camp file no longer declares has its id for a title.
  @Test
  void showsWhatAPostIsAndSpeaksOf() {
    assertThat(shown(MENTION))
        .contains("about      a mention: no reaction to the event, 7%\n")
        .contains("stance     only passes it on: It was cheap (0.70)\n")
        .contains("stance     for Thing (0.60)\n")
        .contains("issues     Cost 0.83, gone 0.50\n");
    assertThat(shown(post(Optional.empty(), List.of(), List.of())))
        .doesNotContain("about  ", "issues  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REACTION | a reaction to the event, 40%
          OFF      | on another subject: no reaction to the event, 40%
          FRAGMENT | a fragment: no reaction to the event, 40%
          NOTICE   | a notice: no reaction to the event, 40%
          """)
  void saysWhetherAPostReacts(About.Kind kind, String text) {
    assertThat(shown(post(Optional.of(new About(0.4, kind)), List.of(), List.of())))
        .contains("about      " + text + "\n");
  }

  @Test
  void writesThemAsCommaSeparatedValues() {
    SearchResult result =
        new SearchResult(
            SearchRequest.Mode.KEYWORD,
            1,
            List.of(new SearchResult.Hit(MENTION, 1, List.of(), Optional.empty())),
            Optional.empty(),
            new SearchResult.Counts(Map.of(), new TreeMap<>(), new TreeMap<>()),
            List.of());
    assertThat(SearchCsv.of(result))
        .contains(",lang,about,sentiment,")
        .contains(",stances,issues,score,")
        .contains(
            ",en,mention,neutral,0,unaligned,0.5,reported:It was cheap; favor:Thing,cost; gone,1,");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+2,'=1+2",
        "+1 for this,'+1 for this",
        "-0.9,-0.9",
        "+3,+3",
        "1e-5,1e-5",
        "- a list,'- a list",
        "@acme is down,'@acme is down",
        "＝1,'＝1",
        "a=b,a=b",
        "a\u0007b,a�b",
        "a\u202Eb,a�b"
      })
  void givesASpreadsheetNothingToCalculate(String text, String cell) {
    assertThat(SearchCsv.cell(text)).isEqualTo(cell);
  }

  @Test
  void quotesWhatASpreadsheetWouldCalculateBehindATab() {
    assertThat(SearchCsv.cell("\t=1")).isEqualTo("'\t=1");
    assertThat(SearchCsv.cell("\r=1,\"x\"")).isEqualTo("\"'\r=1,\"\"x\"\"\"");
  }
}
