package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import dev.chorus.source.format.PostJson;
import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {
  private static List<ReadResult> read(String rating) throws Exception {
    String record = "{\"id\":\"a\",\"text\":\"words\",\"rating\":" + rating + "}";
    List<ReadResult> results = new ArrayList<>();
    PostReader.read(
        new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), "f", results::add);
    return results;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4",
    "4.5, 4.5",
    "'\"4.0\"', 4",
    "0, 0",
    "10, 10",
    "1e1, 10",
    "3.66666666, 3.667",
  })
  void comesBackAsItIsWritten(String given, String written) throws Exception {
    ReadResult.Parsed parsed = (ReadResult.Parsed) read(given).getFirst();
    String json = Json.compact(PostJson.toMap(parsed.post()));
    assertThat(json)
        .isEqualTo(
            "{\"id\":\"a\",\"text\":\"words\",\"kind\":\"post\",\"rating\":" + written + "}");
    assertThat(((ReadResult.Parsed) read(written).getFirst()).post()).isEqualTo(parsed.post());
  }

  /// A wrong one is told, and is in no post.
  @ParameterizedTest
  @ValueSource(strings = {"11", "-1", "\"five\"", "1e999999999", "true", "[5]", "{\"of\":5}"})
  void isFrom0To10(String given) throws Exception {
    List<ReadResult> results = read(given);
    assertThat(results).isNotEmpty();
    for (ReadResult result : results) {
      switch (result) {
        case ReadResult.Parsed parsed -> assertThat(parsed.post().rating()).isEmpty();
        case ReadResult.Noted noted -> throw new AssertionError(noted);
        case ReadResult.Rejected r -> assertThat(r.reason()).contains("\"rating\"");
        case ReadResult.Remark r -> assertThat(r.text()).contains("\"rating\"");
        case ReadResult.EndOfFile _ -> {}
      }
    }
    assertThat(results).anyMatch(result -> !(result instanceof ReadResult.Parsed));
  }
}
