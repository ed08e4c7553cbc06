package dev.chorus.app.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldFilesTest {
  @TempDir Path folder;

  /// The digest is that of `printf abc | sha256sum`.
  @Test
  void theOriginOfWeightsNamesFilesByDigestAndNotByPlace() throws Exception {
    Path file = Files.writeString(folder.resolve("gold.jsonl"), "abc");
    Map<String, Object> here = GoldFiles.provenance(List.of(file), 3);
    assertThat(here)
        .isEqualTo(
            Map.of(
                "trainedOn",
                List.of(
                    Map.of(
                        "file",
                        "gold.jsonl",
                        "sha256",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
                "posts",
                3));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("gold.jsonl");
    assertThat(GoldFiles.provenance(List.of(Files.move(file, elsewhere)), 3)).isEqualTo(here);
  }
}
