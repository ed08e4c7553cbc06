package dev.chorus.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.source.format.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is wrong on purpose: whatever it is, it is told, and its neighbours are read.
class BadInputTest {
  private static final String BEFORE = "{\"id\":\"before\",\"text\":\"t\"}\n";
  private static final String AFTER = "\n{\"id\":\"after\",\"text\":\"t\"}\n";

  private static List<ReadResult> read(byte[] input) throws UnreadableSourceException {
    List<ReadResult> results = new ArrayList<>();
    PostReader.read(new ByteArrayInputStream(input), "f", results::add);
    return results;
  }

  private static List<String> ids(List<ReadResult> results) {
    return results.stream()
        .filter(ReadResult.Parsed.class::isInstance)
        .map(r -> ((ReadResult.Parsed) r).post().id())
        .toList();
  }

  private static List<String> reasons(List<ReadResult> results) {
    return results.stream()
        .filter(ReadResult.Rejected.class::isInstance)
        .map(r -> r.at() + ": " + ((ReadResult.Rejected) r).reason())
        .toList();
  }

  /// What a parser of JSON must not take: in a line between two good ones, in an array, and alone.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"x\",,\"text\":\"t\"}",
        "{\"id\" \"x\"}",
        "{\"id\":}",
        "{:\"x\"}",
        "{id:\"x\",text:\"t\"}",
        "{'id':'x','text':'t'}",
        "{\"id\":\"x\" \"text\":\"t\"}",
        "{\"id\":\"x\",\"text\":\"t\"}}",
        "{\"id\":\"x\",\"text\":\"t\"}]",
        "{\"id\":\"x\",\"text\":\"t\"} trailing",
        "{\"id\":\"x\",\"text\":\"t\"",
        "{\"id\":\"x\",\"text\":\"t",
        "{\"id\":\"x\",\"text\":\"\\x\"}",
        "{\"id\":\"x\",\"text\":\"\\u12\"}",
        "{\"id\":\"x\",\"text\":\"\\",
        "{\"id\":\"x\",\"text\":\"a\tb\"}",
        "{\"id\":\"x\",\"text\":\"a\u0000b\"}",
        "{\"id\":\"x\",\u0000\"text\":\"t\"}",
        "{\"id\":01,\"text\":\"t\"}",
        "{\"id\":+1,\"text\":\"t\"}",
        "{\"id\":.5,\"text\":\"t\"}",
        "{\"id\":1.,\"text\":\"t\"}",
        "{\"id\":1e,\"text\":\"t\"}",
        "{\"id\":0x1F,\"text\":\"t\"}",
        "{\"id\":NaN,\"text\":\"t\"}",
        "{\"id\":-Infinity,\"text\":\"t\"}",
        "{\"id\":True,\"text\":\"t\"}",
        "{\"id\":nul,\"text\":\"t\"}",
        "{\"id\":undefined,\"text\":\"t\"}",
        "{\"id\":\"x\",\"text\":\"t\" /* comment */}",
        "// comment",
        "{\"id\":\"x\",\"text\":[\"t\"}",
        "{\"id\":\"x\",\"text\":{\"t\"]}",
        "{\"id\":\"x\",\"id\":\"y\",\"text\":\"t\"}",
        "{\"id\":\"x\",\"text\":\"t\"},{\"id\":",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        ":",
        "null",
        "1",
        "\"text\"",
        "[1,2]",
        "{}",
        "\uFFFE",
        "<xml/>"
      })
  void namesWhatIsNoRecordAndReadsTheNext(String bad) throws Exception {
    List<ReadResult> lines = read((BEFORE + bad + AFTER).getBytes(StandardCharsets.UTF_8));
    assertThat(ids(lines)).startsWith("before").endsWith("after").doesNotContain("y");
    if (!bad.equals(",")) {
      assertThat(reasons(lines))
          .isNotEmpty()
          .allMatch(reason -> reason.matches("(?s)f:[234]: .*"))
          .noneMatch(reason -> reason.contains("Exception") || reason.contains("jackson"));
    }
    String array = "[" + BEFORE.strip() + ",\n" + bad + "\n," + AFTER.strip() + "]";
    assertThat(ids(read(array.getBytes(StandardCharsets.UTF_8)))).contains("before");
    try {
      read(bad.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableSourceException e) {
      assertThat(e).hasMessageMatching("(?s)f (is|holds|starts) .*");
    }
  }

  @Test
  void isNotTakenInByNesting() throws Exception {
    for (String open : List.of("[", "{\"a\":", "{\"a\":[")) {
      String bad = "{\"id\":\"x\",\"text\":\"t\",\"deep\":" + open.repeat(200_000);
      List<ReadResult> results = read((BEFORE + bad + AFTER).getBytes(StandardCharsets.UTF_8));
      assertThat(ids(results)).as(open).containsExactly("before", "after");
      String closed =
          "{\"id\":\"x\",\"text\":\"t\",\"deep\":" + "[".repeat(90_000) + "]".repeat(90_000) + "}";
      results = read((BEFORE + closed + AFTER).getBytes(StandardCharsets.UTF_8));
      assertThat(ids(results)).containsExactly("before", "after");
      assertThat(reasons(results))
          .containsExactly("f:2: this is no JSON: it is nested deeper than 500 levels.");
    }
  }

  @Test
  @Tag("slow")
  void readsAMillionRecordsThatAreNone() throws Exception {
    byte[] some = "{\"id\":\"a\",\"text\":[],\"createdAt\":[]}\n".repeat(10_000).getBytes();
    List<InputStream> parts =
        Collections.nCopies(100, some).stream()
            .map(b -> (InputStream) new ByteArrayInputStream(b))
            .toList();
    AtomicLong rejected = new AtomicLong();
    PostReader.read(
        new SequenceInputStream(Collections.enumeration(parts)),
        "f",
        result -> {
          if (result instanceof ReadResult.Rejected) rejected.incrementAndGet();
        });
    assertThat(rejected).hasValue(1_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"50000-01-01T00:00:00Z\"} | \"createdAt\" is",
        "{\"id\":\"a\",\"text\":\"t\",\"createdAt\":\"+50000-01-01T00:00:00Z\"} | \"createdAt\" is",
        "{\"id\":\"a\",\"text\":\"t\",\"created_at\":\"50000-01-01\"} | \"created_at\" (\"5",
        "{\"id\":\"c\",\"body\":\"b\",\"link_id\":\"t3_a\",\"created_utc\":99999999999999} |"
            + " \"created_utc\" is 99999999999999",
        "{\"id_str\":\"7\",\"text\":\"t\",\"created_at\":\"Mon Jan 27 09:30:00 +0000 50000\"} |"
            + " \"created_at\" is",
        "{\"uri\":\"at://d/app.bsky.feed.post/1\",\"value\":{\"text\":\"t\",\"createdAt\":"
            + "\"50000-01-01T00:00:00Z\"}} | \"value.createdAt\" is",
        "{\"id\":\"7\",\"content\":\"t\",\"account\":{\"acct\":\"a\"},\"created_at\":"
            + "\"50000-01-01T00:00:00Z\"} | \"created_at\" is"
      })
  void refusesYearsThatNobodyPostsIn(String record, String reason) throws Exception {
    assertThat(read(record.getBytes(StandardCharsets.UTF_8)))
        .filteredOn(ReadResult.Remark.class::isInstance)
        .anyMatch(r -> ((ReadResult.Remark) r).text().contains(reason));
  }
}
