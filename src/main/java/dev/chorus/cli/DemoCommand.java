package dev.chorus.cli;

import dev.chorus.app.Home;
import dev.chorus.app.Ingestion;
import dev.chorus.camp.Event;
import dev.chorus.render.CampsText;
import dev.chorus.source.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `chorus demo`
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "The main job in one go: ingests the sample corpus (reactions to DeepSeek R1) into a"
          + " throw-away index and prints the stance summaries."
    })
final class DemoCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    List<Path> corpus =
        List.of(Home.corpus().resolve("deepseek-r1.json"), Home.corpus().resolve("crowd.jsonl"));
    Event event = options.event();
    Path folder = Files.createTempDirectory("chorus-demo-");
    try {
      try (Ingestion ingestion =
          new Ingestion(
              io, folder, event, options.settings(event), options.threads(), new IngestOptions())) {
        if (ingestion.run(corpus, ReadSettings.AUTO) > 0) return ExitCode.FAILED;
        io.say(ingestion.tally().toString());
      }
      io.out()
          .print(
              CampsText.of(
                  CampsCommand.report(folder, new TimeOptions(), Optional.empty()), io.terminal()));
      io.say("");
      io.say(
          "Now your own posts:  chorus ingest FILE   then   chorus camps   and   chorus search"
              + " WORD");
      return ExitCode.DONE;
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
