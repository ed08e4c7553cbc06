package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Cli.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `ingest` makes of records, over several files and runs.
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
}
