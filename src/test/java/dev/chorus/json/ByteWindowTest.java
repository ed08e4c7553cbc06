package dev.chorus.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.input.Trickle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However large the window is, and however few bytes a read gives, records come out the same.
class ByteWindowTest {
  private static String shown(JsonRecord record) {
    String what =
        switch (record) {
          case JsonRecord.Good good -> good.fields().toString();
          case JsonRecord.Broken broken -> broken.reason();
        };
    return record.line() + " " + what + " " + new String(record.bytes(), StandardCharsets.UTF_8);
  }

  private static List<String> read(InputStream in, int size) throws Exception {
    List<String> records = new ArrayList<>();
    try {
      JsonRecords.read(new ByteWindow(in, size), record -> records.add(shown(record)));
    } catch (NotJsonException e) {
      records.add(e.getMessage());
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"t\":\"a \\\" é 😀 \\\\\"}\r\n"
            + "{\"id\":2,\"t\":\"\\ud83d\\ude00\"}\n\n"
            + "{\"id\":3}",
        "[ {\"id\":1,\"t\":\"a \\\" é 😀\"} , {\"id\":2,,}, 7, \"x\\\"y\" , null,\n{\"id\":3} ]",
        "{\n \"id\": 1,\n \"n\": {\"a\": [1, {}]}\n}\n{\n \"id\": 2\n}\n",
        "{\"n\":{\"posts\":[]},\"posts\":[{\"id\":1},{\"id\":2}],\"m\":\"\\\\\"}\n{\"id\":3}",
        "{\"id\":1}\n{\"id\":\"open\nnot json\n{\"id\":2\n{\"id\":3}\n]\n{\"id\":4}",
        "[\n  {\"id\": 1},\n  {\"id\": \"2\" \"},\n  {\"id\": 3}\n] x {\"id\":4}",
        "window.YTD.tweets.part0 = [ {\"id\":1} ]",
        "[1,\"a\\",
        "{\"id\":1,\"a\\",
        "{\"posts\":[{\"id\":1}],\"a\":\"\\"
      })
  void doesNotShowWhereItsBufferEnds(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<String> whole = read(new ByteArrayInputStream(bytes), 1 << 16);
    assertThat(whole).isNotEmpty();
    for (int size = 1; size < bytes.length + 10; size++) {
      assertThat(read(new ByteArrayInputStream(bytes), size)).as("%d", size).isEqualTo(whole);
      assertThat(read(new Trickle(bytes, 1, size), size)).as("%d", size).isEqualTo(whole);
      assertThat(read(new Trickle(bytes, 7, size), size)).as("%d", size).isEqualTo(whole);
    }
  }
}
