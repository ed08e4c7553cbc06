package dev.chorus.cli;

import dev.chorus.app.Ingest;
import dev.chorus.app.IngestRequest;
import dev.chorus.app.MethodRequest;
import dev.chorus.cli.console.IngestTalk;
import dev.chorus.cli.console.Io;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus ingest FILE…`
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Reads posts, analyses them, sorts them into camps and adds them to the index.",
      "A post that is in the index already and has not changed costs nothing; one that has changed"
          + " is replaced. A record that cannot be read is named, counted and left out."
    })
final class IngestCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Posts in any shape, packed or not, or folders of them; - is standard input.")
  private List<Path> files;

  @Mixin private ReadingOptions reading;

  @Mixin private IndexOption index;
  @Mixin private AnalysisOptions options;
  @Mixin private IngestOptions how;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    Path folder = index.folder(io);
    MethodRequest.Choice choice = options.choose(folder);
    IngestRequest request =
        how.of(IngestRequest.of(folder, choice.method(), choice.origin(), options.threads()));
    Ingest.Result result = IngestTalk.run(io, request, files, reading.settings());
    if (result.stopped()) return ExitCode.FAILED;
    io.out().println((how.dryRun() ? "dry run: " : "") + result.tally());
    boolean nothing = result.tally().read() == result.tally().rejected();
    return result.unreadable() > 0 || nothing ? ExitCode.FAILED : ExitCode.DONE;
  }
}
