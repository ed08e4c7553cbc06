package dev.chorus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {

  private static List<JsonRecord> read(byte[] bytes) throws Exception {
    List<JsonRecord> records = new ArrayList<>();
    JsonRecords.read(new ByteArrayInputStream(bytes), records::add);
    return records;
  }

  private static List<JsonRecord> read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Object> ids(List<JsonRecord> records) {
    return records.stream()
        .filter(JsonRecord.Good.class::isInstance)
        .map(r -> ((JsonRecord.Good) r).fields().get("id"))
        .toList();
  }

  private static List<String> reasons(List<JsonRecord> records) {
    return records.stream()
        .filter(JsonRecord.Broken.class::isInstance)
        .map(r -> r.line() + ": " + ((JsonRecord.Broken) r).reason())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":1},{\"id\":2}]",
        "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  }\n]\n",
        "{\"posts\":[{\"id\":1},{\"id\":2}]}",
        "{\"event\":{\"posts\":[9]},\"n\":\"\\\"posts\\\":[\",\"posts\":[{\"id\":1},{\"id\":2}],\"x\":1}",
        "{\"id\":1}\n{\"id\":2}\n",
        "\n\n{\"id\":1}\r\n\r\n{\"id\":2}",
        "{\n \"id\": 1\n}\n{\n \"id\": 2\n}",
        "[{\"id\":1},{\"id\":2},]",
        "[{\"id\":1} {\"id\":2}]",
        "[{\"id\":1}]\n[]\n[{\"id\":2}]\n",
        "{\"id\":1}\n[]\n[{\"id\":2}]\n",
        "[{\"id\":1}]\n{\"id\":2}\n",
        "[\n {\n  \"id\": 1\n }\n]\n[\n {\n  \"id\": 2\n }\n]\n",
        "[[{\"id\":1}],[{\"id\":2}]]",
        "window.YTD.tweets.part0 = [ {\"id\":1},{\"id\":2} ]"
      })
  void readsEveryShape(String text) throws Exception {
    List<JsonRecord> records = read(text);
    assertThat(ids(records)).containsExactly(1, 2);
    assertThat(reasons(records)).isEmpty();
  }

  @Test
  void givesTheFirstLineOfEachRecord() throws Exception {
    assertThat(read("[\n{\"id\":1},\n\n{\n\"id\":2}]"))
        .extracting(JsonRecord::line)
        .containsExactly(2L, 4L);
  }

  @Test
  void keepsBracesAndQuotesInsideStrings() throws Exception {
    List<JsonRecord> records = read("[{\"id\":\"} ] { \\\" \\\\\"},{\"id\":2}]");
    assertThat(ids(records)).containsExactly("} ] { \" \\", 2);
  }

  @Test
  void keepsTheGoodLinesAroundABrokenOne() throws Exception {
    List<JsonRecord> records =
        read(
            "{\"id\":1}\n"
                + "{\"id\": oops}\n"
                + "not json\n"
                + "{\"id\":3,\"t\":\"open\n"
                + "{\"id\":4\n"
                + "{\"id\":5}\n");
    assertThat(ids(records)).containsExactly(1, 5);
    assertThat(reasons(records))
        .containsExactly(
            "2: this is no JSON: 'oops' is no value; words need double quotes, column 8",
            "3: the line starts with 'not json'; wanted an object in braces",
            "4: a string is not closed at the end of its line, column 18",
            "5: the record is not closed before the next one begins, line 6, column 1");
  }

  @Test
  void keepsTheGoodElementsAroundABrokenOne() throws Exception {
    List<JsonRecord> records =
        read("[\n  {\"id\": 1},\n  {\"id\": 2,, },\n  {\"id\": \"open\n  },\n  {\"id\": 4}\n]");
    assertThat(ids(records)).containsExactly(1, 4);
    assertThat(reasons(records)).hasSize(2);
  }

  @Test
  void findsTheNextRecordAfterAMissingBrace() throws Exception {
    List<JsonRecord> records =
        read("[\n  {\n    \"id\": 1\n  ,\n  {\n    \"id\": 2\n  },\n  {\n    \"id\": 3\n  }\n]");
    assertThat(ids(records)).containsExactly(2, 3);
    assertThat(reasons(records))
        .containsExactly(
            "2: the record is not closed before the next one begins, line 5, column 3");
  }

  @Test
  void rejectsElementsThatAreNoObjects() throws Exception {
    List<JsonRecord> records = read("[1, \"a, ] b\", null, [\"x\"], {\"id\":5}]");
    assertThat(ids(records)).containsExactly(5);
    assertThat(reasons(records)).hasSize(4);
  }

  @Test
  void saysThatAFileWasCutOff() throws Exception {
    assertThat(reasons(read("[{\"id\":1},")))
        .containsExactly("1: the file ends before the array is closed; it may have been cut off");
    assertThat(reasons(read("[{\"id\":1},{\"id\":")))
        .containsExactly("1: the file ends inside this record");
    assertThat(reasons(read("[{\"id\":1}]\n[{\"id\":2},")))
        .containsExactly("2: the file ends before the array is closed; it may have been cut off");
    assertThat(reasons(read("{\"id\":1}\n{\"id\":")))
        .containsExactly("2: the file ends inside this record");
  }

  @Test
  void saysThatThereIsMoreAfterTheArray() throws Exception {
    assertThat(reasons(read("[{\"id\":1}]{\"id\":2}")))
        .containsExactly("1: the array ends, but the file goes on with '{\"id\":2}'");
  }

  @Test
  void rejectsInvalidUtf8InThatRecordOnly() throws Exception {
    byte[] bytes =
        "{\"id\":1}\n{\"id\":\"caf?\"}\n{\"id\":3}\n".getBytes(StandardCharsets.ISO_8859_1);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE9;
    List<JsonRecord> records = read(bytes);
    assertThat(ids(records)).containsExactly(1, 3);
    assertThat(reasons(records))
        .containsExactly(
            "2: the record is not valid UTF-8: byte 0xe9, column 11; if '{\"id\":\"café\"}' is"
                + " right, the file is in windows-1252 (--encoding windows-1252)");
  }

  @Test
  void rejectsNestingBombsAndDoubleKeys() throws Exception {
    String bomb = "{\"id\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}\n";
    List<JsonRecord> records = read(bomb + "{\"id\":1,\"id\":2}\n{\"id\":3}");
    assertThat(ids(records)).containsExactly(3);
    assertThat(reasons(records))
        .containsExactly(
            "1: this is no JSON: it is nested deeper than 500 levels",
            "2: this is no JSON: the key \"id\" is there twice, column 9");
  }

  /// What programs write that JSON does not allow, or that does not fit a number.
  @Test
  void readsWhatProgramsWriteBesidesJson() throws Exception {
    List<JsonRecord> records =
        read(
            "{\"id\":1,\"n\":NaN,\"m\":[-Infinity,],}\n{\"id\":1e400}\n{\"id\":2}\n"
                + "\uFEFF{\"id\":3}\n\uFEFF[{\"id\":4}]\n");
    assertThat(reasons(records)).isEmpty();
    assertThat(ids(records)).containsExactly(1, new java.math.BigDecimal("1e400"), 2, 3, 4);
    Map<String, Object> first = ((JsonRecord.Good) records.getFirst()).fields();
    assertThat(first).containsEntry("n", null);
    assertThat((List<?>) first.get("m")).containsOnlyNulls().hasSize(1);
  }

  /// Pages of posts that are too large to be one record.
  @Test
  @Tag("slow")
  void givesLargePagesInParts() throws Exception {
    String filling = "{\"id\":%d,\"text\":\"" + "x".repeat(1_000) + "\"}";
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 20_000; i++) list.append(i == 0 ? "" : ",").append(filling.formatted(i));
    String chat =
        "{\"name\":\"A\",\"id\":9,\"t\":{\"a\":[1]},\"messages\":[" + list + "],\"end\":true}";
    String export =
        "{\"about\":\"x\",\"chats\":{\"list\":[{\"name\":\"B\",\"messages\":[{\"id\":-1}]},\n"
            + chat
            + "]},\n\"left\":{\"list\":[{\"id\":8}]}}";
    List<JsonRecord> parts = read(chat);
    assertThat(parts).hasSize(20_000).allMatch(JsonRecord.Good.class::isInstance);
    assertThat(((JsonRecord.Good) parts.get(7)).fields())
        .isEqualTo(
            Json.parse(
                "{\"name\":\"A\",\"id\":9,\"t\":{\"a\":[1]},\"messages\":["
                    + filling.formatted(7)
                    + "]}"));
    assertThat(Json.parse(new String(parts.get(7).bytes(), StandardCharsets.UTF_8)))
        .isEqualTo(((JsonRecord.Good) parts.get(7)).fields());
    parts = read(export);
    assertThat(reasons(parts)).isEmpty();
    assertThat(parts).hasSize(20_002).extracting(JsonRecord::line).contains(1L, 2L, 3L);
    assertThat(((JsonRecord.Good) parts.get(8)).fields().toString())
        .startsWith("{about=x, chats={list=[{name=A, id=9, t={a=[1]}, messages=[{id=7, text=xxx");
    assertThat(((JsonRecord.Good) parts.getLast()).fields())
        .isEqualTo(Json.parse("{\"about\":\"x\",\"left\":{\"list\":[{\"id\":8}]}}"));
    // An answer of X is whole, whatever its size.
    List<JsonRecord> page =
        read("{\"data\":[" + list + "],\"includes\":{\"users\":[]}}\n{\"id\":1}");
    assertThat(page).hasSize(2);
    assertThat(((JsonRecord.Good) page.getFirst()).fields()).containsOnlyKeys("data", "includes");
    // Broken and cut off.
    parts = read(chat.replace("{\"id\":19000,", "{\"id\" 19000,"));
    assertThat(parts).filteredOn(JsonRecord.Good.class::isInstance).hasSize(19_999);
    assertThat(reasons(parts)).hasSize(1);
    parts = read(chat.substring(0, chat.length() - 5_000));
    assertThat(parts).filteredOn(JsonRecord.Good.class::isInstance).hasSizeGreaterThan(19_990);
    assertThat(reasons(parts)).containsExactly("1: the file ends inside this record");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "id,text\n1,hello", "<!DOCTYPE html>", "a\u0000b"})
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(NotJsonException.class)
        .hasMessageMatching("(is empty|starts with .*wanted.*|is binary.*)");
  }

  @Test
  void rejectsARecordWhoseQuotesAreOutOfStepAndKeepsTheRestOfTheLine() throws Exception {
    List<JsonRecord> records =
        read(
            "[{\"id\":1,\"t\":\"a\"},{\"id\":2,\"t\":\"open},{\"id\":3,\"t\":\"a \\\" b\"},"
                + "{\"id\":4,\"t\":\"he said \"hi\" to me\"},{\"id\":5,\"t\":a\"},{\"id\":6}]");
    assertThat(ids(records)).containsExactly(1, 3, 6);
    assertThat(reasons(records))
        .containsExactly(
            "1: a quotation mark is missing, or one in a string lacks its backslash, column 40",
            "1: a quotation mark is missing, or one in a string lacks its backslash, column 82",
            "1: a quotation mark is missing or one too many, column 107");
  }

  @Test
  void doesNotTakeInnerObjectsOfABrokenRecordForRecords() throws Exception {
    String text =
        """
        [
          {
            "id": 1,
            "text": "he said "hi"",
            "notes": [
              {
                "id": "inner"
              },
              {
                "id": "inner"
              }
            ]
          },
          {
            "id": 2
          }
        ]
        """;
    List<JsonRecord> records = read(text);
    assertThat(ids(records)).containsExactly(2);
    assertThat(reasons(records)).hasSize(1);
  }

  @Test
  void goesOnBehindABracketThatEndsTheArrayTooEarly() throws Exception {
    List<JsonRecord> records = read("[{\"id\":1}],{\"id\":2},{\"id\":3}]");
    assertThat(ids(records)).containsExactly(1, 2, 3);
    assertThat(reasons(records))
        .containsExactly("1: the array ends, but the file goes on with ',{\"id\":2},{\"id\":3}]'");
    assertThat(ids(read("[{\"id\":1}]\n[{\"id\":2}]\n"))).containsExactly(1, 2);
    assertThat(reasons(read("[{\"id\":1}]\nThe end.\nReally.\n")))
        .containsExactly("2: the array ends, but the file goes on with 'The end.'");
  }

  @Test
  void readsOnBehindTheObjectWithPosts() throws Exception {
    List<JsonRecord> records = read("{\"posts\":[{\"id\":1}],\"n\":{\"}\":1}}\n{\"id\":2}\n");
    assertThat(ids(records)).containsExactly(1, 2);
    assertThat(reasons(records)).isEmpty();
    assertThat(reasons(read("{\"posts\":[{\"id\":1}]} {\"id\":2}\n")))
        .containsExactly("1: the object ends, but the file goes on with '{\"id\":2}'");
    assertThat(reasons(read("{\"posts\":[{\"id\":1}],\"n\":1")))
        .containsExactly("1: the file ends before the object with \"posts\" is closed");
    assertThat(reasons(read("{\"posts\":[{\"id\":1}")))
        .containsExactly(
            "1: the file ends before the \"posts\" array is closed; it may have been cut off");
  }

  @Test
  void takesPostsThatAreNoArrayForAField() throws Exception {
    assertThat(ids(read("{\"id\":1,\"posts\":7}\n{\"id\":2,\"x\":[{\"posts\":[1]}]}")))
        .containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"id\":0}", "{\"id\":0", "{\"id\":\"open", "x{\"id\":0}", "[0"})
  void readsJsonLinesWhoseFirstLineIsBroken(String first) throws Exception {
    List<JsonRecord> records = read(first + "\n{\"id\":1}\n{\"id\":2}\n");
    assertThat(ids(records)).containsExactly(1, 2);
    assertThat(reasons(records)).isNotEmpty();
  }

  @Test
  void readsObjectsPrintedWithBracesOnTheirOwnLines() throws Exception {
    String object =
        "{\n\"id\": %d,\n\"author\":\n{\n\"a\": 1\n},\n\"notes\":\n[\n{\n\"b\": 1\n}\n]\n}";
    String first = object.formatted(1);
    String second = object.formatted(2);
    assertThat(ids(read(first + "\n" + second + "\n"))).containsExactly(1, 2);
    assertThat(ids(read("[\n" + first + ",\n" + second + "\n]\n"))).containsExactly(1, 2);
  }

  @Test
  void acceptsCommasBetweenLines() throws Exception {
    List<JsonRecord> records = read("{\"id\":1},\n{\"id\":2},\n");
    assertThat(ids(records)).containsExactly(1, 2);
    assertThat(reasons(records)).isEmpty();
  }

  @Test
  void rejectsARawControlCharacterAndANumberWithoutEnd() throws Exception {
    assertThat(reasons(read("{\"id\":\"a\tb\"}\n{\"id\":" + "9".repeat(1_001) + "}\n")))
        .containsExactly(
            "1: this is no JSON: a string holds a control character (code 9) that is not escaped,"
                + " column 9",
            "2: this is no JSON: a number has more than 1,000 digits");
    assertThat(ids(read("{\"id\":" + "9".repeat(500) + "}")))
        .containsExactly(new BigInteger("9".repeat(500)));
  }

  @Test
  void countsAZeroByteAgainstItsRecordOnly() throws Exception {
    assertThat(ids(read("{\"id\":1,\u0000}\n{\"id\":2}\n"))).containsExactly(2);
  }

  /// Breaks one byte of an array at a time: nothing is thrown, and few records are lost. The very
  /// first key is spared, as it is what records of a one-line file are known by.
  @Test
  @Tag("slow")
  void survivesAnyBrokenByteInAnArray() throws Exception {
    List<Object> posts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Object> post = new LinkedHashMap<>();
      post.put("id", i);
      post.put("text", i % 3 == 0 ? "he said \"{no}\", twice" : "post " + i);
      post.put("notes", List.of(Map.of("kind", "a"), Map.of("kind", "b")));
      post.put("engagement", Map.of("likes", i));
      posts.add(post);
    }
    Random random = new Random(7);
    for (Object value : List.of(posts, Map.of("posts", posts))) {
      for (String text : List.of(Json.compact(value), Json.pretty(value))) {
        byte[] corpus = text.getBytes(StandardCharsets.UTF_8);
        int head = text.indexOf("\"id\"") + 4;
        for (int trial = 0; trial < 2_000; trial++) {
          byte[] broken = corpus.clone();
          int at = head + random.nextInt(corpus.length - head);
          broken[at] = (byte) " \"{}[]:,x\\\u00ff\n\u0000".charAt(random.nextInt(13));
          assertThat(
                  ids(read(broken)).stream()
                      .filter(id -> id instanceof Integer n && n < 20)
                      .distinct()
                      .count())
              .as("byte %d of %s is %d", at, text.substring(0, 20), broken[at])
              .isGreaterThanOrEqualTo(18);
        }
      }
    }
  }

  /// Every opening brace of these may begin a record, so a careless reader would read them over and
  /// over again.
  @ParameterizedTest
  @ValueSource(strings = {"{\n", "{\"a\":[\n", "[{\"a\":", "{\"a\":\"\n", "]", "{}x", "\"", " "})
  @Tag("slow")
  void isNotTrappedByManyFalseStarts(String unit) throws Exception {
    AtomicLong given = new AtomicLong();
    JsonRecords.read(
        new SequenceInputStream(
            new ByteArrayInputStream("[{\"a\":1},".getBytes(StandardCharsets.UTF_8)),
            new Repeated(unit.getBytes(StandardCharsets.UTF_8), 800_000)),
        _ -> given.incrementAndGet());
    assertThat(given).hasPositiveValue();
  }

  /// Breaks one byte of JSON Lines at a time: nothing is thrown, and every other line is kept.
  @Test
  void survivesAnyBrokenByteInJsonLines() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      lines
          .append("{\"id\":")
          .append(i)
          .append(",\"text\":\"post ")
          .append(i)
          .append("\",\"a\":{\"b\":[1]}}\n");
    }
    byte[] corpus = lines.toString().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int trial = 0; trial < 2_000; trial++) {
      byte[] broken = corpus.clone();
      int at = 1 + random.nextInt(corpus.length - 1);
      broken[at] = (byte) " \"{}[]:,x\\\u00ff".charAt(random.nextInt(11));
      List<JsonRecord> records = read(broken);
      assertThat(ids(records).stream().filter(Integer.class::isInstance).distinct().count())
          .as("byte %d", at)
          .isGreaterThanOrEqualTo(18);
    }
  }

  /// An endless file must not be held in memory: 64 MB of records, and of garbage, through a small
  /// heap would be caught by the size of what is buffered.
  @Test
  void streams() throws Exception {
    byte[] record =
        ("{\"id\":1,\"text\":\"" + "x".repeat(1_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
    AtomicLong good = new AtomicLong();
    JsonRecords.read(
        new Repeated(record, 64_000), r -> good.addAndGet(r instanceof JsonRecord.Good ? 1 : 0));
    assertThat(good).hasValue(64_000);

    List<JsonRecord> records = new ArrayList<>();
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream("[{\"id\":1},{\"a\":\"".getBytes(StandardCharsets.UTF_8)),
            new Repeated("yyyyyyyyyyyyyyyy".getBytes(StandardCharsets.UTF_8), 4 << 20));
    JsonRecords.read(endless, records::add);
    assertThat(ids(records)).containsExactly(1);
    assertThat(reasons(records))
        .containsExactly("1: a string in it is longer than 16 MB, or it is never closed");
  }

  private static final class Repeated extends InputStream {
    private final byte[] unit;
    private final long total;
    private long at;

    Repeated(byte[] unit, long times) {
      this.unit = unit;
      this.total = unit.length * times;
    }

    @Override
    public int read() throws IOException {
      return at < total ? unit[(int) (at++ % unit.length)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at >= total) return -1;
      int n = (int) Math.min(length, total - at);
      for (int i = 0; i < n; i++) into[from + i] = unit[(int) ((at + i) % unit.length)];
      at += n;
      return n;
    }
  }
}
