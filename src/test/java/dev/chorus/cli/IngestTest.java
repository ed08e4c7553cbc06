package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Cli.Result;
import dev.chorus.index.IndexDump;
import dev.chorus.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `ingest` makes of records, over several files and runs.
@Tag("models")
class IngestTest {
  @TempDir Path folder;

  private Path file(String name, String... lines) throws Exception {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Result ingest(Object... args) {
    List<String> all = new ArrayList<>(List.of("ingest", "--fast"));
    for (Object arg : args) all.add(arg.toString());
    all.addAll(List.of("--index", folder.resolve("i").toString()));
    return chorus(all.toArray(String[]::new));
  }

  private Map<?, ?> show(String id) {
    return json(chorus("show", id, "--format", "json", "--index", folder.resolve("i").toString()));
  }

  @Test
  void countsRepostsIntoTheirOriginalOverFilesAndRuns() throws Exception {
    String repost =
        "{\"id\":\"r%d\",\"text\":\"Kettles are"
            + " fine\",\"repostOf\":\"o\",\"createdAt\":\"2025-01-2%<d\"}";
    Path reposts = file("reposts", repost.formatted(1), repost.formatted(2), repost.formatted(1));
    Path original =
        file(
            "original",
            "{\"id\":\"o\",\"text\":\"Kettles are fine\",\"createdAt\":\"2025-01-20\"}");
    assertThat(ingest(reposts).out())
        .isEqualTo("read 3 = 1 indexed + 1 updated + 1 unchanged + 0 rejected\n");
    assertThat(show("o").get("id")).isEqualTo("r1");
    assertThat(ingest(original, reposts).out())
        .isEqualTo("read 4 = 0 indexed + 1 updated + 3 unchanged + 0 rejected\n");
    assertThat(show("r2").get("id")).isEqualTo("o");
    assertThat(show("o").get("engagement"))
        .isEqualTo(Map.of("likes", 0, "reposts", 2, "replies", 0, "views", 0));
    assertThat(chorus("convert", reposts.toString(), original.toString()).out().lines()).hasSize(4);
  }

  /// A note counts as one record: updated if its post gets it, unchanged if the post has it, else
  /// rejected.
  @Test
  void joinsNotesToTheirPostsWhereverTheyStand() throws Exception {
    String header = "noteId\ttweetId\tclassification\tsummary";
    Path notes = file("notes.tsv", header, "1\t11\tMISLEADING\tThey hum.", "2\t12\tNOT\tThey do.");
    assertThat(ingest(notes).out())
        .isEqualTo("read 2 = 0 indexed + 0 updated + 0 unchanged + 2 rejected\n");
    assertThat(folder.resolve("i")).doesNotExist();
    Path posts = file("posts", "{\"id\":\"x:11\",\"text\":\"Kettles sing\"}");
    Path rejects = folder.resolve("rejects.jsonl");
    Result first = ingest(notes, posts, "--rejects", rejects);
    assertThat(first.out())
        .isEqualTo("read 3 = 1 indexed + 1 updated + 0 unchanged + 1 rejected\n");
    assertThat(first.err())
        .contains("notes.tsv:3: the note is about \"x:12\", which is neither in the index");
    assertThat(show("x:11").get("notes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "kind",
                    "community_note",
                    "text",
                    "They hum.",
                    "source",
                    "https://x.com/i/birdwatch/n/1")));
    assertThat(ingest(posts, notes).out())
        .isEqualTo("read 3 = 0 indexed + 0 updated + 2 unchanged + 1 rejected\n");
    // What was left out is read again once its post is there, and so is what `convert` prints.
    Path later = file("later", "{\"id\":\"x:12\",\"text\":\"Kettles hum\"}");
    assertThat(ingest(rejects, later).out())
        .isEqualTo("read 2 = 1 indexed + 1 updated + 0 unchanged + 0 rejected\n");
    Path printed = file("printed", chorus("convert", notes.toString()).out().strip());
    assertThat(ingest(printed).out())
        .isEqualTo("read 2 = 0 indexed + 0 updated + 2 unchanged + 0 rejected\n");
  }

  @Test
  void keepsTheNewestVersionWhereverItStands() throws Exception {
    String edited =
        "{\"id\":\"a\",\"text\":\"Kettles are"
            + " bad\",\"createdAt\":\"2025-01-20\",\"editedAt\":\"2025-01-21\"}";
    String first = "{\"id\":\"a\",\"text\":\"Kettles are fine\",\"createdAt\":\"2025-01-20\"}";
    Path file = file("posts", edited, first);
    assertThat(ingest(file).out())
        .isEqualTo("read 2 = 1 indexed + 0 updated + 1 unchanged + 0 rejected\n");
    assertThat(show("a").get("text")).isEqualTo("Kettles are bad");
    assertThat(show("a").get("editedAt")).isEqualTo("2025-01-21T00:00:00Z");
    assertThat(ingest(file("more", first)).out()).contains("1 unchanged");
  }

  @Test
  void keepsWhatItLeavesOutWholeAndReadsItAgainOnceMended() throws Exception {
    Path posts =
        file(
            "posts",
            "{\"id\":\"a\",\"text\":\"Kettles are fine\"}",
            "{\"id\":\"b\",\"text\":\" \",\"createdAt\":\"2025-01-27\",\"targets\":[\"x\"]}",
            "{\"id\":\"c\",\"text\":\"Kettles hum",
            "{\"id\":\"d\",\"text\":\"Kettles hiss\"}",
            "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\",\"text\":\"Hot\"},{\"id\":\"3\"}],\"meta\":{\"result_count\":3}}");
    Path rejects = folder.resolve("rejects.jsonl");
    assertThat(ingest(posts, "--rejects", rejects).out())
        .isEqualTo("read 7 = 3 indexed + 0 updated + 0 unchanged + 4 rejected\n");
    List<Map<?, ?>> lines =
        Files.readAllLines(rejects).stream()
            .<Map<?, ?>>map(l -> (Map<?, ?>) Json.parse(l))
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst().get("record"))
        .isEqualTo(Json.parse(Files.readAllLines(posts).get(1)));
    assertThat(lines.getFirst().get("file")).isEqualTo(posts.toString());
    assertThat(lines.getFirst().get("line")).isEqualTo(2);
    assertThat(lines.getFirst().get("reasons").toString()).contains("\"text\" is empty");
    assertThat(lines.get(1).get("record")).isEqualTo(Files.readAllLines(posts).get(2));
    assertThat((List<?>) lines.get(2).get("reasons")).hasSize(2);

    assertThat(ingest(rejects, "--rejects", rejects).err())
        .contains("is also to be read; name another file");
    Path again = folder.resolve("again.jsonl");
    ingest(rejects, "--rejects", again);
    assertThat(
            Files.readAllLines(again).stream()
                .<Object>map(l -> ((Map<?, ?>) Json.parse(l)).get("record")))
        .as("still wrong, and not wrapped twice")
        .containsExactlyElementsOf(lines.stream().map(l -> (Object) l.get("record")).toList());
    Files.writeString(
        again,
        Files.readString(again)
            .replace("\"text\":\" \"", "\"text\":\"Kettles sing\"")
            .replace("Kettles hum", "Kettles hum\\\"}")
            .replace("{\"id\":\"1\"}", "{\"id\":\"1\",\"text\":\"Warm\"}")
            .replace("{\"id\":\"3\"}", "{\"id\":\"3\",\"text\":\"Cold\"}"));
    assertThat(ingest(again).out())
        .isEqualTo("read 5 = 4 indexed + 0 updated + 1 unchanged + 0 rejected\n");
    assertThat(show("c").get("text")).isEqualTo("Kettles hum");
  }

  @Test
  void saysWhatWouldHappenAndWritesNothing() throws Exception {
    Path index = folder.resolve("i");
    Path posts =
        file(
            "posts",
            "{\"id\":\"a\",\"text\":\"Kettles are fine\"}",
            "{\"id\":\"r\",\"text\":\"Kettles are fine\",\"repostOf\":\"a\"}",
            "{\"id\":\"a\"}");
    Result dry = ingest("--dry-run", posts);
    assertThat(dry.out())
        .isEqualTo("dry run: read 3 = 1 indexed + 1 updated + 0 unchanged + 1 rejected\n");
    assertThat(dry.err()).contains("Nothing was written. 1 post would be analysed.");
    assertThat(index).doesNotExist();

    ingest(posts);
    List<String> before = IndexDump.of(index);
    Path more = file("more", "{\"id\":\"b\",\"text\":\"Kettles sing\"}");
    assertThat(ingest("--dry-run", posts, more).out())
        .isEqualTo("dry run: read 4 = 1 indexed + 0 updated + 2 unchanged + 1 rejected\n");
    assertThat(IndexDump.of(index)).isEqualTo(before);
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("chorus-dry-run-")))
          .isEmpty();
    }
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    Path posts = file("posts", "{\"id\":\"a\",\"text\":\"Kettles are fine\"}", "{\"id\":\"b\"}");
    String index = folder.resolve("i").toString();
    Result result = Cli.onTerminal("ingest", "--fast", posts.toString(), "--index", index);
    assertThat(result.err()).contains("ingest  loading the language models").contains("\r");
    assertThat(ingest(posts).err()).doesNotContain("\r");
  }

  /// A row of a table comes back as a record of Chorus's own, so it needs no table to be read.
  @Test
  void keepsRowsOfTablesFitToBeMended() throws Exception {
    Path table = folder.resolve("t.csv");
    Files.writeString(
        table,
        "id,text,username,date\n1886001,,ann,2025-02-03\n1886042,Kettles hum,bo,2025-01-27\n");
    Path rejects = folder.resolve("rows.jsonl");
    assertThat(ingest(table, "--rejects", rejects).out()).contains("1 indexed", "1 rejected");
    Files.writeString(
        rejects, Files.readString(rejects).replace("\"text\":\"\"", "\"text\":\"Kettles sing\""));
    assertThat(ingest(rejects).out()).contains("read 1 = 1 indexed");
    assertThat(show("1886001").get("createdAt")).isEqualTo("2025-02-03T00:00:00Z");
    assertThat(show("1886001").get("author").toString()).contains("ann");
  }

  /// Nothing that is stored names anybody, and the same people are the same in the next run.
  @Test
  void keepsPeopleUnderPseudonyms() throws Exception {
    Path posts =
        file(
            "posts",
            "{\"id\":\"a\",\"text\":\"@zed_zed is right about DeepSeek, ask"
                + " z@zed.example\",\"author\":{\"name\":\"Yan"
                + " Yansen\",\"handle\":\"yan_y\"},\"url\":\"https://example.com/yan_y/1\"}");
    assertThat(ingest(posts, "--pseudonymize", "--mask-contacts").out()).contains("1 indexed");
    String shown = show("a").toString();
    assertThat(shown).doesNotContainIgnoringCase("yan").doesNotContain("zed").contains("[e-mail]");
    Path salt = folder.resolve("i.salt");
    assertThat(Files.readString(salt)).hasSize(65);
    assertThat(ingest(posts, "--pseudonymize", "--mask-contacts").out()).contains("1 unchanged");
    // Spans of names fit the text that is stored.
    assertThat(shown).contains("DeepSeek");
    Files.writeString(salt, "no secret");
    assertThat(ingest(posts, "--pseudonymize").err()).contains("holds no secret of Chorus's");
  }

  /// Names in an index of pseudonyms would give away who is who, and the other way round nothing
  /// would be hidden.
  @Test
  void refusesToMixNamesWithPseudonyms() throws Exception {
    Path index = folder.resolve("i");
    Path salt = folder.resolve("i.salt");
    Path first = file("first", "{\"id\":\"a\",\"text\":\"Kettles sing\",\"author\":\"ann\"}");
    Path more = file("more", "{\"id\":\"b\",\"text\":\"Kettles hum\",\"author\":\"ann\"}");
    assertThat(ingest(first, "--pseudonymize").code()).isZero();
    List<String> before = IndexDump.of(index);

    for (Result named : List.of(ingest(more), ingest(more, "--dry-run"))) {
      assertThat(named.code()).isEqualTo(ExitCode.FAILED);
      assertThat(named.err())
          .contains("keeps people under pseudonyms", "give --pseudonymize", "--salt FILE");
    }
    Files.move(salt, folder.resolve("kept"));
    Result without = ingest(more, "--pseudonymize");
    assertThat(without.code()).isEqualTo(ExitCode.FAILED);
    assertThat(without.err()).contains("i.salt. Name its file with --salt");
    assertThat(salt).doesNotExist();
    Files.writeString(salt, "00112233".repeat(8));
    Result other = ingest(more, "--pseudonymize");
    assertThat(other.code()).isEqualTo(ExitCode.FAILED);
    assertThat(other.err()).contains("made with another secret");
    assertThat(IndexDump.of(index)).isEqualTo(before);

    Path kept = folder.resolve("kept");
    assertThat(ingest(more, "--pseudonymize", "--salt", kept).out()).contains("1 indexed");
    assertThat(show("a").get("author")).isEqualTo(show("b").get("author"));

    Path open = folder.resolve("open");
    List<String> into = List.of("ingest", "--fast", "--index", open.toString());
    assertThat(chorus(with(into, first.toString())).code()).isZero();
    Result hidden = chorus(with(into, more.toString(), "--pseudonymize"));
    assertThat(hidden.code()).isEqualTo(ExitCode.FAILED);
    assertThat(hidden.err()).contains("under their own names", "leave the option away");
    assertThat(folder.resolve("open.salt")).doesNotExist();
    assertThat(IndexDump.of(open)).hasSize(1);
  }

  private static String[] with(List<String> args, String... more) {
    return Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new);
  }

  /// Who ingests the folder that he works in means his posts, not the index that lies there.
  @Test
  void leavesAnIndexInAFolderAlone() throws Exception {
    Path posts = file("posts", "{\"id\":\"a\",\"text\":\"Kettles are fine\"}");
    ingest(posts);
    assertThat(folder.resolve("i")).isDirectory();
    Result again = ingest(folder);
    assertThat(again.out())
        .isEqualTo("read 1 = 0 indexed + 0 updated + 1 unchanged + 0 rejected\n");
    assertThat(again.err()).contains("is an index; left out").doesNotContain("binary");
    assertThat(again.code()).isZero();
  }
}
