package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesReaderTest {
  @TempDir Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("names.jsonl"), String.join("\n", lines));
  }

  @Test
  void joinsTokensAndTagsToNames() throws Exception {
    Path file =
        file(
            """
            {"id":"1","tokens":["Bo","Li","of","🚀","Acme","Acme"],"tags":["B-PER","I-PER","O","O","B-ORG","B-ORG"]}
            """
                .strip(),
            "{\"id\":\"2\",\"tokens\":[\"Rome\"],\"tags\":[\"I-LOC\"]}");
    assertThat(NamesReader.read(file))
        .extracting(m -> m.text() + " " + m.names())
        .containsExactly(
            "Bo Li of 🚀 Acme Acme [Name[start=0, end=5, type=PER], Name[start=12, end=16,"
                + " type=ORG], Name[start=17, end=21, type=ORG]]",
            "Rome [Name[start=0, end=4, type=LOC]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"1","tokens":["a","b"],"tags":["O"]}     | 2 "tokens" and 1 "tags"; wanted one tag a token.
          {"id":"1","tokens":["a"],"tags":["PER"]}       | the tag "PER"; wanted O, B-TYPE or I-TYPE.
          {"id":"1","tags":["O"]}                        | "tokens" is null; wanted a list of strings.
          {"tokens":["a"],"tags":["O"]}                  | "id" is missing
          """)
  void saysWhichLineIsWrongAndHow(String line, String reason) throws Exception {
    Path file = file("{\"id\":\"0\",\"tokens\":[],\"tags\":[]}", line);
    assertThatThrownBy(() -> NamesReader.read(file))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("names.jsonl:2: ")
        .hasMessageContaining(reason);
  }
}
