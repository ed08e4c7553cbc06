package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.chorus.source.LabelledReader.Labelled;
import dev.chorus.source.LabelledReader.Sided;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledReaderTest {
  @TempDir Path folder;

  private List<Labelled> read(String... lines) throws IOException, UnreadableSourceException {
    return LabelledReader.read(
        Files.writeString(folder.resolve("gold.jsonl"), String.join("\n", lines)));
  }

  private Labelled one(String fields) throws IOException, UnreadableSourceException {
    return read("{\"id\":\"1\"," + fields + "}").getFirst();
  }

  @Test
  void readsLabelsByAnyOfTheirNames() throws Exception {
    Labelled one =
        one(
            "\"text\":\"hi\",\"sentiment\":\"positive\",\"about\":\"off\",\"score\":1.5,\"camp\":3");
    assertThat(one.post().text()).isEqualTo("hi");
    assertThat(one.labels())
        .containsOnly(entry("sentiment", "positive"), entry("about", "off"), entry("score", "1.5"));
    assertThat(one.label("label", "sentiment")).contains("positive");
    assertThat(one.label("camp")).isEmpty();
  }

  @Test
  void everyReadingIsALabelledPostOfItsOwn() throws Exception {
    List<Labelled> read =
        read(
            """
            {"id":"1","text":"hi","stance":"favor","readings":[{"camp":"fans"},{"camp":"foes","stance":"none"}]}
            {"id":"2","text":"ho","readings":2,"camp":"fans"}
            {"id":"3","text":"hu","readings":[]}
            """);
    assertThat(read)
        .extracting(l -> l.post().id() + " " + l.label("camp").get() + " " + l.label("stance"))
        .containsExactly(
            "1 fans Optional[favor]", "1 foes Optional[none]", "2 fans Optional.empty");
  }

  @Test
  void aClaimThatIsOnlyPassedOnIsReported() throws Exception {
    Labelled one =
        one(
            "\"text\":\"hi\",\"claims\":{\"stolen\":\"none\",\"free\":\"none\",\"fast\":\"affirm\"},"
                + "\"reported_claims\":[\"stolen\",\"fast\"]");
    assertThat(one.claims())
        .containsOnly(entry("stolen", "reported"), entry("free", "none"), entry("fast", "affirm"));
    assertThat(one("\"text\":\"hi\"").claims()).isEmpty();
  }

  @Test
  void tellsNoIssuesFromIssuesThatNobodyAskedFor() throws Exception {
    assertThat(one("\"text\":\"hi\"").issues()).isEmpty();
    assertThat(one("\"text\":\"hi\",\"issues\":[]").issues().orElseThrow()).isEmpty();
    assertThat(
            one("\"text\":\"hi\",\"issues\":[\"jobs\",\"cost\",\"jobs\"]").issues().orElseThrow())
        .containsExactly("jobs", "cost");
  }

  @Test
  void readsSidesByName() throws Exception {
    Labelled one = one("\"text\":\"hi\",\"sides\":{\"Acme\":\"favor\",\"Zenith\":\"against\"}");
    assertThat(one.sides())
        .containsExactly(
            new Sided("Acme", Optional.empty(), Optional.empty(), "favor"),
            new Sided("Zenith", Optional.empty(), Optional.empty(), "against"));
    Labelled toward = one.toward(one.sides().getLast());
    assertThat(toward.label("stance")).contains("against");
    assertThat(toward.asked().targets()).containsExactly("Zenith");
  }

  /// An emoji is one code point and two units; and quotation marks stay, or places would move.
  @Test
  void readsSidesByPlaceInCodePoints() throws Exception {
    Labelled one =
        one(
            "\"text\":\"🚀🚀 \\\"\\\"Acme\\\"\\\" wins 🚀\",\"targets\":["
                + "{\"text\":\"Acme\",\"start\":5,\"end\":9,\"label\":\"positive\"},"
                + "{\"text\":\"🚀\",\"start\":17,\"end\":18,\"label\":\"neutral\"}]");
    assertThat(one.sides())
        .extracting(
            s ->
                one.post().text().substring(s.start().orElseThrow(), s.end().orElseThrow())
                    + " "
                    + s.side())
        .containsExactly("Acme positive", "🚀 neutral");
  }

  @Test
  void namesOfTargetsAreNoSides() throws Exception {
    assertThat(one("\"text\":\"hi\",\"targets\":[\"Acme\"]").sides()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "text":"hi","readings":["x"]                            | "readings" is "x"; wanted an object.
          "text":"hi","claims":["x"]                              | "claims" is a list; wanted an object.
          "text":"hi","claims":{"x":"none"},"reported_claims":"x" | "reported_claims" is "x"; wanted a list of strings.
          "text":"hi","issues":"cost"                             | "issues" is "cost"; wanted a list of strings.
          "text":"hi","issues":[1]                                | "issues" is a list; wanted a list of strings.
          "text":"hi","issues":null                               | "issues" is null; wanted a list of strings.
          "text":"hi","targets":[{"text":"h","label":"none"}]     | "targets" is an object; wanted a target with "start" and "end".
          "text":"🚀","targets":[{"start":0,"end":2}]              | "targets" is "0 to 2"; wanted a stretch of the text, from 0 to 1.
          "text":"hi","targets":[{"start":-1,"end":1}]            | "targets" is "-1 to 1"; wanted a stretch of the text, from 0 to 2.
          "text":"hi","targets":[{"start":1,"end":1}]             | "targets" is "1 to 1"; wanted a stretch of the text, from 0 to 2.
          "camp":"fans"                                           | "text" is missing
          """)
  void saysWhichLineIsWrongAndHow(String fields, String reason) {
    assertThatThrownBy(
            () -> read("{\"id\":\"0\",\"text\":\"hi\"}", "{\"id\":\"1\"," + fields + "}"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("gold.jsonl:2: ")
        .hasMessageContaining(reason);
  }
}
