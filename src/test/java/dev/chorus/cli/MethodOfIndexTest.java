package dev.chorus.cli;

import static dev.chorus.cli.Cli.chorus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.EventFile;
import dev.chorus.cli.Cli.Result;
import dev.chorus.index.ReactionWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--index` of `evaluate` and `train`, as far as it goes without models: labels are checked
/// against the event before any model is read.
class MethodOfIndexTest {
  private static final String EVENT =
      """
      event: {id: bridge, title: The bridge}
      targets: [{name: Harbour Bridge, type: location}]
      camps:
        - {id: fans, title: Fans, claim: good., examples: [a, b, c]}
        - {id: savers, title: Savers, claim: dear., examples: [d, e, f]}
      """;

  @TempDir Path folder;

  @Test
  void theEventOfTheIndexIsTheDefault() throws Exception {
    Path index = folder.resolve("index");
    ReactionWriter.open(index, EventFile.parse("test", EVENT), "test").close();
    String gold =
        Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\":\"7\",\"text\":\"x\",\"camp\":\"martians\"}")
            .toString();
    Result evaluated = chorus("evaluate", "camps", gold, "--index", index.toString());
    assertThat(evaluated.code()).isEqualTo(ExitCode.FAILED);
    assertThat(evaluated.err())
        .contains("\"7\" has the label \"martians\"; wanted one of fans, savers, unaligned.");
    Result other =
        chorus(
            "evaluate",
            "camps",
            gold,
            "--index",
            index.toString(),
            "--camps",
            Files.writeString(folder.resolve("o.yaml"), EVENT.replace("fans", "friends"))
                .toString());
    assertThat(other.err()).contains("wanted one of friends, savers, unaligned.");

    // A camp that no other event has.
    String fan =
        Files.writeString(
                folder.resolve("fan.jsonl"),
                "{\"id\":\"8\",\"text\":\"x\",\"sentiment\":\"neutral\",\"camp\":\"fans\"}")
            .toString();
    String models = folder.resolve("models").toString();
    Result trained =
        chorus(
            "train", "sentiment", fan, "--fast", "--index", index.toString(), "--models", models);
    assertThat(trained.err()).isEqualTo("learned from 1 posts; written to " + models + "\n");
  }

  @Test
  void anIndexThatIsNamedMustBeThere() {
    for (String command : new String[] {"evaluate", "train"}) {
      Result result =
          chorus(command, "camps", "gold.jsonl", "--index", folder.resolve("none").toString());
      assertThat(result.code()).isEqualTo(ExitCode.FAILED);
      assertThat(result.err()).contains("none", "chorus ingest");
    }
  }
}
