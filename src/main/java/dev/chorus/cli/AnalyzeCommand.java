package dev.chorus.cli;

import dev.chorus.app.Analysis;
import dev.chorus.app.Unread;
import dev.chorus.cli.console.IngestTalk;
import dev.chorus.cli.console.Io;
import dev.chorus.json.Json;
import dev.chorus.render.json.ReactionJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus analyze FILE|-`
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one JSON reaction a line, in the order of the input, and keeps nothing: a filter for"
          + " pipes."
    })
final class AnalyzeCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "FILE",
      description = "Posts in any shape, packed or not, or a folder of them; - is standard input.")
  private Path file;

  @Mixin private ReadingOptions reading;

  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    Unread unread = new Unread();
    int[] printed = new int[1];
    Analysis.run(
        options.choose().method(),
        file,
        io.in(),
        reading.settings(),
        options.threads(),
        new IngestTalk(io),
        placed -> {
          io.out().println(Json.compact(ReactionJson.line(placed)));
          unread.count(placed.reaction());
          printed[0]++;
        });
    IngestTalk.say(io, unread);
    return printed[0] > 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
