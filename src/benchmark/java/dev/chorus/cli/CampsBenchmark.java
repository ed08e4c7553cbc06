package dev.chorus.cli;

import dev.chorus.app.Installation;
import dev.chorus.app.Method;
import dev.chorus.app.MethodRequest;
import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.index.CorpusGenerator;
import dev.chorus.index.Pseudonymization;
import dev.chorus.index.ReactionWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How long `camps` and `camps assign` take, start included, on posts of [CorpusGenerator] that
/// have vectors.
///
/// `mvn test -Dtest=CampsBenchmark -Dchorus.camps=FOLDER`, with `-Dchorus.posts=N` for another
/// number than a million. The index is made in the folder unless it is there, which takes a
/// quarter of an hour for a million, and stays. No test: it asserts nothing, and does not run
/// without that property.
@EnabledIfSystemProperty(named = "chorus.camps", matches = ".+")
class CampsBenchmark {
  private static final int ROUNDS = 3;

  private final int posts = Integer.getInteger("chorus.posts", 1_000_000);
  private final Path folder = Path.of(System.getProperty("chorus.camps"));

  @Test
  void measures() throws Exception {
    if (!Files.exists(folder)) write();
    for (int i = 0; i < ROUNDS; i++) time("camps");
    // The same camps in another file: every post is placed again.
    Path changed = Files.createTempFile("camps", ".yaml");
    Files.writeString(changed, Files.readString(Installation.camps()) + "\n# changed\n");
    time("camps", "assign", "--camps", changed.toString());
    time("camps", "assign", "--camps", Installation.camps().toString());
    Files.delete(changed);
  }

  private void write() throws Exception {
    MethodRequest.Choice choice = MethodRequest.OPEN.choose();
    Method method = choice.method();
    Event event = method.event();
    List<String> camps =
        Stream.concat(event.camps().stream().map(Camp::id), Stream.of(Camp.UNALIGNED)).toList();
    CorpusGenerator generator = new CorpusGenerator(1, posts, camps, true);
    long start = System.nanoTime();
    try (ReactionWriter writer =
        ReactionWriter.open(
            folder,
            event,
            method.fingerprint(),
            method.trial(),
            Pseudonymization.OWN,
            Map.of(),
            "benchmark")) {
      for (int i = 0; i < posts; i++) {
        writer.add(generator.post(i));
        if (writer.isFull()) writer.commit();
      }
      writer.findFamilies();
    }
    System.out.printf(Locale.ROOT, "written in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private void time(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Cli.HOME.resolve("chorus").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--index", folder.toString()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, exit code %d%n",
        String.join(" ", arguments),
        (System.nanoTime() - start) / 1e9,
        code);
  }
}
