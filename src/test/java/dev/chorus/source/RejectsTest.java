package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.json.Json;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.format.RejectedRecord;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records that were left out are kept as they were read, and can be read again.
class RejectsTest {
  private static final ReadSettings WESTERN =
      new ReadSettings(Optional.of(Charset.forName("windows-1252")), Optional.empty(), Map.of());

  @TempDir Path folder;

  private int files;
  private final List<String> texts = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  /// Reads a file and gives what is left out, as a file of rejects holds it.
  private String left(byte[] content, ReadSettings settings) throws Exception {
    texts.clear();
    reasons.clear();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Path file = Files.write(folder.resolve("posts" + files++), content);
    PostReader.read(
        file,
        InputStream.nullInputStream(),
        settings,
        result -> {
          switch (result) {
            case ReadResult.Parsed parsed -> texts.add(parsed.post().text());
            case ReadResult.Rejected rejected -> {
              reasons.add(rejected.reason());
              lines.writeBytes(
                  RejectedRecord.line(
                      List.of(rejected.reason()), rejected.at(), rejected.original()));
              lines.write('\n');
            }
            case ReadResult.Noted noted -> texts.add(noted.note().text());
            case ReadResult.Remark _, ReadResult.EndOfFile _ -> {}
          }
        });
    return lines.toString(StandardCharsets.UTF_8);
  }

  private String left(String content) throws Exception {
    return left(content.getBytes(StandardCharsets.UTF_8), ReadSettings.AUTO);
  }

  @Test
  void embedsJsonAsItIsWritten() throws Exception {
    String record =
        "{\"id\":\"a\",\"text\":\"\",\"n\":1e400,\"m\":1.00, \"o\" : [ \"\\u00e9\\/\", -0 ]}";
    String left = left("{\"id\":\"b\",\"text\":\"t\"}\n" + record + "\n");
    assertThat(left).contains("\"line\":2,\"record\":" + record + "}\n");
    assertThat(left(left)).as("not wrapped twice").contains(",\"record\":" + record + "}\n");
    String printed =
        "{\n  \"id\": \"a\",\r\n  \"text\": \"\",\n  \"n\": 12345678901234567890.10\n}";
    left = left("{\"id\":\"b\",\"text\":\"t\"}\n" + printed);
    assertThat(left)
        .contains("\"record\":" + printed.replace('\n', ' ').replace('\r', ' ') + "}\n");
    assertThat(left(left.replace("\"text\": \"\"", "\"text\": \"mended\""))).isEmpty();
    assertThat(texts).containsExactly("mended");
  }

  @Test
  void writesWhatIsNoJsonAsAString() throws Exception {
    for (String record :
        List.of(
            "{\"id\":\"a\",\"id\":\"b\",\"text\":\"t\"}",
            "{\"id\":\"a\",\"text\":\"\",\"n\":NaN}",
            "{\"id\":\"a\",\"text\":\"open")) {
      String left =
          left("{\"id\":\"0\",\"text\":\"t\"}\n" + record + "\n{\"id\":\"1\",\"text\":\"t\"}");
      assertThat(left).contains("\"record\":" + Json.compact(record) + "}\n");
      assertThat(left(left)).contains("\"record\":" + Json.compact(record) + "}\n");
      assertThat(texts).isEmpty();
    }
  }

  @Test
  void keepsBytesOfAnotherEncoding() throws Exception {
    String posts = "{\"id\":\"a\",\"text\":\"caf\u00e9\"}\n{\"id\":\"b\",\"text\":\"t\"}\n";
    String left = left(posts.getBytes(StandardCharsets.ISO_8859_1), ReadSettings.AUTO);
    List<String> first = List.copyOf(reasons);
    Map<?, ?> line = (Map<?, ?>) Json.parse(left);
    assertThat(line.get("record")).isEqualTo("{\"id\":\"a\",\"text\":\"caf\uFFFD\"}");
    assertThat(Base64.getDecoder().decode((String) line.get("bytes")))
        .isEqualTo(posts.split("\n")[0].getBytes(StandardCharsets.ISO_8859_1));
    // Unmended, it is left out again, for the same reason.
    assertThat(left(left)).contains("\"bytes\":\"" + line.get("bytes") + "\"");
    assertThat(reasons).isEqualTo(first);
    assertThat(texts).isEmpty();
    // With its encoding it is read; what is UTF-8 beside it is not read in that encoding.
    String other =
        "{\"reasons\":[],\"file\":\"f\",\"line\":1,\"record\":{\"id\":\"é\",\"text\":\"é\"}}\n";
    assertThat(left((left + other).getBytes(StandardCharsets.UTF_8), WESTERN)).isEmpty();
    assertThat(texts).containsExactly("café", "é");
    // Mended by hand.
    assertThat(left(left.replace("caf\uFFFD", "cafe"))).isEmpty();
    assertThat(texts).containsExactly("cafe");
  }

  @Test
  void keepsRowsWithAllTheirCellsAndColumns() throws Exception {
    String table =
        "id,content,stars,date,username\n1,\"a, \"\"b\"\"\",5,yesterday,ann\n2,c,4,2025-01-27,bo\n";
    ReadSettings mapped =
        new ReadSettings(
            Optional.empty(), Optional.empty(), Map.of("author.name", "stars", "text", "content"));
    String left =
        left(table.replace("yesterday", "").replace("a, \"\"b\"\"", " ").getBytes(), mapped);
    Map<?, ?> line = (Map<?, ?>) Json.parse(left);
    assertThat(line.get("record"))
        .isEqualTo(
            Json.parse(
                "{\"id\":\"1\",\"content\":\""
                    + " \",\"stars\":\"5\",\"date\":\"\",\"username\":\"ann\"}"));
    assertThat(((Map<?, ?>) line.get("table")).get("columns"))
        .isEqualTo(Map.of("author.name", "stars", "text", "content"));
    assertThat(left(left)).contains("\"content\":\" \"");
    assertThat(left(left.replace("\"content\":\" \"", "\"content\":\"mended\""))).isEmpty();
    assertThat(texts).containsExactly("mended");
  }

  @Test
  void keepsRowsThatDoNotFitOrAreNotUtf8() throws Exception {
    String table = "id,text\n1,a,b\n2,caf\u00e9\n3,\"x\"y\n4,\"open";
    String left = left(table.getBytes(StandardCharsets.ISO_8859_1), ReadSettings.AUTO);
    List<String> lines = left.lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"record\":[\"1\",\"a\",\"b\"]");
    assertThat(lines.get(1)).contains("\"bytes\":{\"text\":\"Y2Fm6Q==\"}");
    assertThat(lines.get(2)).contains("\"record\":\"3,\\\"x\\\"y\"");
    assertThat(lines.get(3)).contains("\"record\":\"4,\\\"open\"");
    assertThat(left(left).lines().count()).isEqualTo(4);
    String mended =
        left.replace("\"a\",\"b\"", "\"a,b\"")
            .replace("\\\"x\\\"y", "\\\"x y\\\"")
            .replace("\\\"open", "closed");
    assertThat(left(mended.getBytes(StandardCharsets.UTF_8), WESTERN)).isEmpty();
    assertThat(texts).containsExactly("a,b", "café", "x y", "closed");
  }

  @Test
  void keepsAnyByte() {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) all[i] = (byte) i;
    byte[] line =
        RejectedRecord.line(
            List.of(), new dev.chorus.source.format.Place("f", 1), new Original.Text(all));
    Map<?, ?> read = (Map<?, ?>) Json.parse(new String(line, StandardCharsets.UTF_8));
    assertThat(Base64.getDecoder().decode((String) read.get("bytes"))).isEqualTo(all);
  }
}
