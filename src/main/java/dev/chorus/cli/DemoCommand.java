package dev.chorus.cli;

import dev.chorus.app.Ingest;
import dev.chorus.app.IngestRequest;
import dev.chorus.app.Installation;
import dev.chorus.app.MethodRequest;
import dev.chorus.app.Reports;
import dev.chorus.cli.console.IngestTalk;
import dev.chorus.cli.console.Io;
import dev.chorus.render.CampsOutline;
import dev.chorus.source.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
        List.of(
            Installation.corpus().resolve("deepseek-r1.json"),
            Installation.corpus().resolve("crowd.jsonl"));
    MethodRequest.Choice choice = options.choose();
    Path folder = Files.createTempDirectory("chorus-demo-");
    try {
      IngestRequest request =
          IngestRequest.of(folder, choice.method(), choice.origin(), options.threads());
      Ingest.Result result = IngestTalk.run(io, request, corpus, ReadSettings.AUTO);
      if (result.unreadable() > 0 || result.stopped()) return ExitCode.FAILED;
      io.say(result.tally().toString());
      io.print(CampsOutline.of(Reports.of(folder, Reports.Scope.ALL)));
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
