package dev.chorus.cli;

import static dev.chorus.cli.Cli.CROWD;
import static dev.chorus.cli.Cli.NAMED;
import static dev.chorus.cli.Cli.chorus;
import static dev.chorus.cli.Cli.each;
import static dev.chorus.cli.Cli.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.cli.Cli.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index and its camp file, when the camps change.
@Tag("models")
class ChangedCampsTest {
  @TempDir Path folder;

  /// A camp more and back again: nothing is analysed, and all is as it was.
  @Test
  void movesAnIndexToChangedCampsAndBack() throws Exception {
    String index = folder.resolve("i").toString();
    String own = Cli.HOME.resolve("models/events/deepseek-r1/camps.yaml").toString();
    assertThat(chorus("ingest", NAMED.toString(), "--index", index).code()).isZero();
    String before = chorus("camps", "--index", index, "--format", "json").out();
    Path more = folder.resolve("more.yaml");
    Files.writeString(
        more,
        Files.readString(Path.of(own))
            .replaceFirst(
                "\nissues:",
                """
                  - id: psyop
                    title: Psyop
                    claim: It is a psychological operation of a state.
                    cues: [psyop, state]
                    examples:
                      - This is a ccp state psyop.
                      - It is psychological warfare against American industry.
                      - A state paid for it to make our labs look bad.

                issues:\
                """));
    Result moved = chorus("camps", "assign", "--index", index, "--camps", more.toString());
    assertThat(moved.out()).startsWith("16 posts, 1 moved\n").contains("skeptics to psyop");
    Map<?, ?> khosla = json(chorus("show", "khosla-1", "--index", index, "--format", "json"));
    assertThat(((Map<?, ?>) khosla.get("camp")).get("id")).isEqualTo("psyop");
    assertThat(chorus("ingest", NAMED.toString(), "--index", index).out())
        .as("the camps of the index are used where none are named")
        .startsWith("read 16 = 0 indexed + 0 updated + 16 unchanged");
    assertThat(chorus("ingest", NAMED.toString(), "--index", index, "--camps", own).err())
        .contains("another camp file");
    assertThat(chorus("camps", "assign", "--index", index).out()).startsWith("16 posts, 0 moved");
    assertThat(chorus("camps", "assign", "--index", index, "--camps", own).out())
        .startsWith("16 posts, 1 moved");
    assertThat(chorus("camps", "--index", index, "--format", "json").out()).isEqualTo(before);
    Files.writeString(
        more, Files.readString(Path.of(own)).replaceFirst("name: Nvidia", "name: Novidia"));
    Result refused = chorus("camps", "assign", "--index", index, "--camps", more.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("declares other targets");
  }

  /// What no camp of a file holds emerges, can be promoted into the file, and has members from then
  /// on.
  @Test
  void promotesWhatEmerges() throws Exception {
    Path file = folder.resolve("whale.yaml");
    String own =
        """
        # Ours.
        event: {id: whale, title: DeepSeek's model}
        targets:
          - name: DeepSeek
            type: organization
            aliases: [r1, deepseek r1]
            favor:
              - DeepSeek R1 is an amazing model.
              - DeepSeek is open for everybody to run.
              - DeepSeek trained it for a few million dollars.
              - Cheap models mean more demand, not less.
            against:
              - DeepSeek sends your data to China.
              - DeepSeek made the shares of Nvidia fall.
              - DeepSeek got its chips past the export ban.
              - DeepSeek copied ChatGPT.
              - DeepSeek is banned from government devices.
              - The story about the cost of R1 is a lie.
        camps:
          - id: homework
            title: Homework
            claim: DeepSeek does my homework.
            examples: [DeepSeek does my homework., R1 wrote my essay., DeepSeek solved my exam.]
        """;
    Files.writeString(file, own);
    String index = folder.resolve("i").toString();
    String[] ingest = {"ingest", CROWD.toString(), "--camps", file.toString(), "--index", index};
    assertThat(chorus(ingest).code()).isZero();
    Map<?, ?> report = json(chorus("camps", "--index", index, "--format", "json"));
    List<String> emergent = each(report.get("emergent"), "id");
    assertThat(emergent).isNotEmpty();
    String id = emergent.getFirst();
    assertThat(chorus("camps", "--index", index).out())
        .contains("EMERGENT", "chorus camps --emergent " + id);
    Result unknown =
        chorus("camps", "promote", "chess", "--index", index, "--camps", file.toString());
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no emergent camp \"chess\". There are " + id);
    Result missing = chorus("camps", "promote", id, "--index", index, "--camps", "none.yaml");
    assertThat(missing.err()).contains("none.yaml: there is no such camp file.");
    Result promoted = chorus("camps", "promote", id, "--index", index, "--camps", file.toString());
    assertThat(promoted.err()).isEmpty();
    assertThat(Files.readString(file)).startsWith(own.strip()).contains("  - id: " + id);
    assertThat(chorus("camps", "assign", "--index", index, "--camps", file.toString()).out())
        .contains("unaligned to " + id);
  }
}
