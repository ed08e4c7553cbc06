package dev.chorus.cli;

import static dev.chorus.cli.Cli.NAMED;
import static dev.chorus.cli.Cli.chorus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Cli.Result;
import dev.chorus.cli.console.Io;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands say of input that is wrong.
@Tag("models")
class TroubleTest {
  @TempDir Path folder;

  @Test
  void keepsGoodRecordsAndCountsTheRest() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mixed.jsonl"),
            """
            {"id":"a","text":"DeepSeek is wonderful"}
            {"text":"no id"}
            {"id":"b","text":""}
            {"id":"a","text":"DeepSeek is wonderful"}
            {"id":"a","text":"DeepSeek is wonderful","engagement":{"likes":3}}
            {"id":"c","text":"Der Server ist schon wieder beschäftigt, so kann man nicht arbeiten"}
            oops
            """);
    String index = folder.resolve("i").toString();
    Result result = chorus("ingest", file.toString(), "--index", index);
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo("read 7 = 2 indexed + 1 updated + 1 unchanged + 3 rejected\n");
    assertThat(result.err().lines())
        .containsExactly(
            file
                + ":2: \"id\" is missing; wanted an id that no other post of the corpus has. The"
                + " record was left out.",
            file + ":3: \"text\" is empty; wanted the words of the post. The record was left out.",
            file
                + ":7: the line starts with 'oops'; wanted an object in braces. The record was left"
                + " out.",
            "1 post is not in English (de 1): kept, and left without scores.");
    Files.writeString(
        file, "{\"id\":\"a\",\"text\":\"DeepSeek is horrible\",\"editedAt\":\"2025-02-01\"}");
    assertThat(chorus("ingest", file.toString(), "--index", index).out())
        .isEqualTo("read 1 = 0 indexed + 1 updated + 0 unchanged + 0 rejected\n");
    assertThat(chorus("camps", "--index", index).out()).contains("Too few to say", "de 1");
  }

  @Test
  void failsWithOneClearLine() throws Exception {
    String index = folder.resolve("i").toString();
    record Case(int code, String message, String... args) {}
    Path prose = Files.writeString(folder.resolve("prose.txt"), "Dear diary");
    Path none = folder.resolve("none.json");
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Path empty = Files.writeString(folder.resolve("empty.json"), "[]");
    Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"x\":1}]");
    Path camps = Files.writeString(folder.resolve("camps.yaml"), "event: 1");
    List<Case> cases =
        List.of(
            new Case(1, none + ": there is no such file.", "ingest", none.toString()),
            new Case(1, nothing + " holds no posts", "ingest", nothing.toString()),
            new Case(2, "no encoding is called 'klingon'", "convert", "--encoding", "klingon", "x"),
            new Case(
                1,
                prose + " starts with 'Dear diary', which is no JSON",
                "ingest",
                prose.toString()),
            new Case(1, empty + " holds no posts", "ingest", empty.toString()),
            new Case(1, bad + " holds no posts", "ingest", bad.toString()),
            new Case(1, "There is no index in ", "camps"),
            new Case(1, "There is no index in ", "search", "x"),
            new Case(1, "camps.yaml:1: ", "ingest", "--camps", camps.toString(), bad.toString()),
            new Case(2, "Missing required parameter: 'FILE'", "ingest"),
            new Case(2, "Unknown option: '--colour'", "camps", "--colour"),
            new Case(2, "Invalid value for option '--format'", "camps", "--format", "pdf"),
            new Case(2, "Unmatched argument", "frobnicate"));
    for (Case each : cases) {
      List<String> args = new ArrayList<>(List.of(each.args()));
      if (!List.of("frobnicate", "convert").contains(each.args()[0]))
        args.addAll(List.of("--index", index));
      Result result = chorus(args.toArray(String[]::new));
      assertThat(result.err())
          .as(String.join(" ", args))
          .contains(each.message())
          .doesNotContain("\tat ");
      assertThat(result.code()).as(String.join(" ", args)).isEqualTo(each.code());
    }
  }

  @Test
  void readsTheOtherFilesWhenOneCannotBeRead() {
    Path none = folder.resolve("none.json");
    Result converted = chorus("convert", none.toString(), NAMED.toString());
    assertThat(converted.code()).isEqualTo(1);
    assertThat(converted.out().lines()).hasSize(16);
    assertThat(converted.err()).contains("there is no such file");
    String index = folder.resolve("i").toString();
    Result ingested = chorus("ingest", none.toString(), NAMED.toString(), "--index", index);
    assertThat(ingested.code()).isEqualTo(1);
    assertThat(ingested.out()).startsWith("read 16 = 16 indexed");
  }

  @Test
  void readsATableByTheColumnsThatItIsTold() throws Exception {
    Path table =
        Files.writeString(folder.resolve("t.csv"), "no;words;when\n1;mine;2025-01-27 14:05\n");
    Result result = chorus("convert", table.toString(), "--map", "text=words,createdAt=when,id=no");
    assertThat(result.out())
        .isEqualTo(
            "{\"id\":\"1\",\"text\":\"mine\",\"kind\":\"post\","
                + "\"createdAt\":\"2025-01-27T14:05:00Z\"}\n");
    assertThat(chorus("convert", table.toString()).out()).isEqualTo(result.out());
  }

  @Test
  void takesEveryRecordForWhatItIsTold() throws Exception {
    String status =
        "{\"id\":\"1\",\"text\":\"t\",\"content\":\"<p>c</p>\",\"account\":{\"acct\":\"a\"}}";
    Path file = Files.writeString(folder.resolve("s.json"), status);
    assertThat(chorus("convert", file.toString()).out()).contains("\"text\":\"c\"");
    assertThat(chorus("convert", file.toString(), "--format", "chorus").out())
        .contains("\"text\":\"t\"");
    Result wrong = chorus("convert", file.toString(), "--format", "tweets");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("there is no format 'tweets'; there are rejects, ", "x-v2, x-v1.1, ", ", tsv");
    assertThat(chorus("convert", "--help").out()).contains("auto, rejects, ", "csv, tsv");
  }

  /// Also where it ran out in another thread. A real bug is called one.
  @Test
  void tellsTooLittleMemoryFromABug() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err),
            Map.of(),
            false,
            false);
    Exception full = new IllegalStateException(new OutOfMemoryError("Java heap space"));
    assertThat(Main.trouble(io, full)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .matches("chorus: the [0-9,]+ MB of memory .* CHORUS_OPTS=-Xmx4g\\..*\\R");
    assertThat(Main.trouble(io, new IllegalStateException("odd"))).isEqualTo(ExitCode.BUG);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("this is a bug", "odd", "\tat ");
  }
}
