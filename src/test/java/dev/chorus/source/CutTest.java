package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.input.Packed;
import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are cut off, at every byte: the posts before the cut are read, and it is told that
/// something is missing.
@Tag("slow")
class CutTest {
  private static final int POSTS = 6;

  /// Each record ends with a mark that stands nowhere else, so that the test can count how many are
  /// whole in the beginning of a text.
  private static final String END = "§";

  private static String text(String shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < POSTS; i++) {
      text.append(
          switch (shape) {
            case "lines" -> "{\"id\":\"%d\",\"text\":\"Kettle %1$d {“sings”}\"}§\n".formatted(i);
            case "array" ->
                "%s{\"id\":\"%d\",\"text\":\"Kettle %2$d \\\"sings\\\"\"}§%s"
                    .formatted(i == 0 ? "[" : ",\n", i, i == POSTS - 1 ? "]" : "");
            case "posts" ->
                "%s{\"id\":\"%d\",\"text\":\"Kettle %2$d\"}§%s"
                    .formatted(i == 0 ? "{\"posts\":[" : ",", i, i == POSTS - 1 ? "]}" : "");
            case "printed" ->
                "{\n  \"id\": \"%d\",\n  \"text\": \"Kettle %1$d\",\n  \"engagement\": {\"likes\": 1}\n}§\n"
                    .formatted(i);
            case "csv" ->
                "%s18861234567890%d37,\"Kettle \"\"%2$d\"\"\r\nsings, é\",2025-01-0%d\r\n§"
                    .formatted(i == 0 ? "id,text,date\r\n" : "", i, i + 1);
            case "tsv" ->
                "%s18861234567890%d37\tKettle %2$d\t2025-01-0%d\n§"
                    .formatted(i == 0 ? "id\ttext\tdate\n" : "", i, i + 1);
            default -> throw new IllegalArgumentException(shape);
          });
    }
    return text.toString();
  }

  /// How many records are whole in the first bytes of the text.
  private static int whole(String marked, int bytes) {
    int count = 0;
    int at = 0;
    for (String record : marked.split(END, -1)) {
      at += record.getBytes(StandardCharsets.UTF_8).length;
      if (at > bytes || count == POSTS) break;
      count++;
    }
    return count;
  }

  private record Read(List<String> ids, List<String> messages) {}

  private static Read read(byte[] bytes) {
    List<String> ids = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    try {
      PostReader.read(
          new ByteArrayInputStream(bytes),
          "f",
          result -> {
            switch (result) {
              case ReadResult.Parsed parsed ->
                  ids.add(parsed.post().id().replaceFirst("^18861234567890(.)37$", "$1"));
              case ReadResult.Noted noted -> ids.add(noted.post());
              case ReadResult.Rejected rejected -> messages.add(rejected.reason());
              case ReadResult.Remark remark -> {
                if (!remark.text().contains("s read: ")) messages.add(remark.text());
              }
              case ReadResult.EndOfFile _ -> {}
            }
          });
    } catch (UnreadableSourceException e) {
      messages.add(e.getMessage());
    }
    return new Read(ids, messages);
  }

  private static List<String> ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) ids.add(Integer.toString(i));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "array", "posts", "printed", "csv", "tsv"})
  void keepsEveryRecordBeforeTheCut(String shape) throws Exception {
    String marked = text(shape);
    byte[] plain = marked.replace(END, "").getBytes(StandardCharsets.UTF_8);
    boolean table = shape.endsWith("sv");
    for (int cut = 0; cut < plain.length; cut++) {
      Read read = read(Arrays.copyOf(plain, cut));
      int whole = whole(marked, cut);
      assertThat(read.ids()).as("%d: %s", cut, read).isEqualTo(ids(read.ids().size()));
      // A row that is cut off in its last cell looks like a whole one.
      assertThat(read.ids()).as("%d", cut).hasSizeBetween(whole, table ? whole + 1 : whole);
      boolean clean = cut == 0 || whole(marked, cut) > whole(marked, cut - 1);
      if (!clean && read.ids().size() == whole && !isBetween(marked, cut)) {
        assertThat(read.messages()).as("%d of %s", cut, shape).isNotEmpty();
      }
    }
    assertThat(read(plain)).isEqualTo(new Read(ids(POSTS), List.of()));
  }

  /// Whether only white space stands between the last whole record and the cut.
  private static boolean isBetween(String marked, int cut) {
    byte[] plain = marked.replace(END, "").getBytes(StandardCharsets.UTF_8);
    int from = cut;
    while (from > 0 && Character.isWhitespace(plain[from - 1])) from--;
    return from == 0
        || whole(marked, from) > whole(marked, from - 1)
        || (marked.startsWith("id") && from < "id,text,date".length() + 1);
  }

  private static Map<String, byte[]> packed(byte[] plain) throws Exception {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("gzip", Packed.gzip(plain));
    packed.put("zstd", Packed.zstd(plain));
    packed.put("bzip2", Packed.bzip2(plain));
    packed.put("xz", Packed.xz(plain));
    packed.put("zip", Packed.zip("a", plain));
    packed.put("tar", Packed.tar("a", plain));
    packed.put("tar.gz", Packed.gzip(Packed.tar("a", plain)));
    packed.put("zip of gzip", Packed.zip("a", Packed.gzip(plain)));
    return packed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines", "array", "posts", "printed", "csv", "tsv"})
  void keepsWhatCanBeUnpackedAndNamesTheDamage(String shape) throws Exception {
    String marked = text(shape);
    byte[] plain = marked.replace(END, "").getBytes(StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> packing : packed(plain).entrySet()) {
      byte[] packed = packing.getValue();
      assertThat(read(packed)).isEqualTo(new Read(ids(POSTS), List.of()));
      for (int cut = 0; cut < packed.length; cut++) {
        byte[] part = Arrays.copyOf(packed, cut);
        Read read = read(part);
        String where =
            "%d of %d bytes, %s in %s".formatted(cut, packed.length, shape, packing.getKey());
        assertThat(read.ids()).as(where).isEqualTo(ids(read.ids().size()));
        if (read.ids().size() < POSTS) assertThat(read.messages()).as(where).isNotEmpty();
        if (packing.getKey().equals("gzip") && cut > 10) {
          int whole = whole(marked, inflated(part));
          // A row whose line feed is lost, but not its carriage return, is whole as well.
          int most = shape.equals("csv") ? whole(marked, inflated(part) + 1) : whole;
          assertThat(read.ids()).as("%s: %s", where, read).hasSizeBetween(whole, most);
        }
        if (packing.getKey().equals("tar") && cut > 512) {
          int bytes = Math.min(cut - 512, plain.length);
          int most = shape.equals("csv") ? whole(marked, bytes + 1) : whole(marked, bytes);
          assertThat(read.ids()).as(where).hasSizeBetween(whole(marked, bytes), most);
        }
      }
    }
  }

  /// How many bytes of a gzip can be unpacked, by another way.
  private static int inflated(byte[] gzip) throws Exception {
    Inflater inflater = new Inflater(true);
    inflater.setInput(gzip, 10, gzip.length - 10);
    byte[] out = new byte[1 << 12];
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int n; (n = inflater.inflate(out)) > 0; ) all.write(out, 0, n);
    inflater.end();
    return all.size();
  }
}
