package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.input.Trickle;
import dev.chorus.source.format.DayOrder;
import dev.chorus.source.format.ReadResult;
import dev.chorus.source.layout.LayoutSettings;
import dev.chorus.source.sheet.RowSource.Row;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Readers hold a part of a file at a time. Whatever lies where one part ends and the next begins
/// is read as anywhere else: separators, line ends of two characters, quotation marks, escapes,
/// characters of several bytes and of two UTF-16 units.
class BoundaryTest {
  @TempDir Path folder;

  private static final String TABLE =
      "id,text\r\n1,\"a \"\"b\"\", c\r\n\r\nd\"\r\n2,é–😀\r\r\n\r\n3,\"😀\"\n4,\"\"\r5,x\"y\n"
          + "6,\"a\"b\r\n7,\r\n\n8,ü,9\r\n\"10\",\"\n\"\r\n";

  private static List<Row> rows(Rows rows) throws Exception {
    List<Row> all = new ArrayList<>();
    for (Optional<Row> row; (row = rows.next()).isPresent(); ) all.add(row.get());
    return all;
  }

  @Test
  void readsRowsThroughABufferOfAnySize() throws Exception {
    List<Row> whole = rows(new Rows(new StringReader(TABLE), ','));
    assertThat(whole).hasSize(10);
    assertThat(whole.get(1).fields()).containsExactly("1", "a \"b\", c\r\n\r\nd");
    byte[] utf8 = TABLE.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size < 2 * TABLE.length(); size++) {
      assertThat(rows(new Rows(new StringReader(TABLE), ',', size)))
          .as("%d", size)
          .isEqualTo(whole);
      for (int bytes = 4; bytes < 12; bytes++) {
        InputStream in = new Trickle(utf8, bytes, size);
        assertThat(rows(new Rows(new Utf8Reader(in, bytes), ',', size)))
            .as("%d characters, %d bytes", size, bytes)
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void keepsBytesThatAreNotUtf8WhereverTheyLie() throws Exception {
    byte[] stray =
        "id,text\n1,a\u00e9\u00f0\u009f\n2,\u00e2\u0082".getBytes(StandardCharsets.ISO_8859_1);
    List<Row> whole = rows(new Rows(new Utf8Reader(new ByteArrayInputStream(stray)), ','));
    assertThat(whole.get(1).fields().get(1)).isEqualTo("a\uDCE9\uDCF0\uDC9F");
    assertThat(whole.get(2).fields().get(1)).isEqualTo("\uDCE2\uDC82");
    for (int size = 1; size < 2 * stray.length; size++) {
      for (int bytes = 4; bytes < 12; bytes++) {
        InputStream in = new Trickle(stray, 3, size);
        assertThat(rows(new Rows(new Utf8Reader(in, bytes), ',', size))).isEqualTo(whole);
      }
    }
  }

  private static final String AWKWARD = "a \\\"b\\\" \\\\ é – 😀 \\ud83d\\ude00 \\u00e9 }{][,:";

  private static final Map<String, String> TAILS =
      Map.of(
          "table", TABLE.substring("id,text\r\n".length()),
          "lines", "\r\n{\"id\":\"1\",\"text\":\"%1$s\"}\r\n{\"id\":\"2\",\"text\":\"%1$s\"}\r\n",
          "array", ",{\"id\":\"1\",\"text\":\"%1$s\"} , {\"id\":\"2\",\"text\":\"%1$s\"}]",
          "posts", ",{\"id\":\"1\",\"text\":\"%1$s\"},{\"id\":\"2\",\"text\":\"%1$s\"}],\"n\":[1]}",
          "printed",
              "\n{\n  \"id\": \"1\",\n  \"text\": \"%1$s\"\n}\n{\n  \"id\": \"2\",\n  \"text\":"
                  + " \"%1$s\"\n}\n");

  private static final Map<String, String> HEADS =
      Map.of(
          "table", "id,text\r\n0,%s\r\n",
          "lines", "{\"id\":\"0\",\"text\":\"%s\"}",
          "array", "[{\"id\":\"0\",\"text\":\"%s\"}",
          "posts", "{\"posts\":[{\"id\":\"0\",\"text\":\"%s\"}",
          "printed", "{\n  \"id\": \"0\",\n  \"text\": \"%s\"\n}");

  private List<String> read(String text, String encoding) throws Exception {
    Charset charset = Charset.forName(encoding);
    Path file = Files.write(folder.resolve("f"), text.getBytes(charset));
    List<String> results = new ArrayList<>();
    PostReader.read(
        file,
        InputStream.nullInputStream(),
        new ReadSettings(
            Optional.of(charset),
            Optional.empty(),
            Map.of(),
            DayOrder.UNKNOWN,
            LayoutSettings.Ids.NATIVE,
            Optional.empty()),
        result -> {
          switch (result) {
            case ReadResult.Parsed parsed ->
                results.add(
                    parsed.post().id()
                        + " "
                        + (parsed.post().id().equals("0") ? "" : parsed.post().text()));
            case ReadResult.Noted noted -> results.add(noted.note().text());
            case ReadResult.Rejected rejected -> results.add(rejected.reason());
            case ReadResult.Remark _, ReadResult.EndOfFile _ -> {}
          }
        });
    return results;
  }

  /// The whole way from the file on, with buffers as large as they are.
  @ParameterizedTest
  @ValueSource(strings = {"table", "lines", "array", "posts", "printed"})
  void readsTheSameWhereverABufferEnds(String shape) throws Exception {
    String head = HEADS.get(shape);
    String tail = TAILS.get(shape).formatted(AWKWARD);
    for (String encoding : List.of("UTF-8", "UTF-16LE", "GB18030")) {
      Charset charset = Charset.forName(encoding);
      int width = "x".getBytes(charset).length;
      int fixed = head.formatted("").getBytes(charset).length / width;
      int slides = tail.getBytes(charset).length / width + 2;
      List<String> expected = read(head.formatted("x") + tail, encoding);
      assertThat(expected.stream().map(r -> r.substring(0, 1))).contains("0", "1", "2");
      for (int boundary : List.of(8_192, 65_536)) {
        for (int slide = 0; slide < slides; slide++) {
          int padding = boundary / width - fixed - slide;
          assertThat(read(head.formatted("x".repeat(padding)) + tail, encoding))
              .as("%s in %s, %d before %d", shape, encoding, slide, boundary)
              .isEqualTo(expected);
        }
      }
    }
  }
}
