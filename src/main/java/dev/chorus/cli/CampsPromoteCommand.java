package dev.chorus.cli;

import dev.chorus.app.PromoteCamp;
import dev.chorus.cli.console.Io;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus camps promote ID`
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Writes an emergent camp into a camp file: its telling words as cues, its typical posts as"
          + " examples. Title and claim are for you to word; then: chorus camps assign."
    })
final class CampsPromoteCommand implements Callable<Integer> {
  @ParentCommand private CampsCommand parent;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "ID", description = "As chorus camps prints it under EMERGENT.")
  private String id;

  @Option(
      names = "--camps",
      paramLabel = "FILE",
      description =
          "The camp file that the index was sorted by; it gets one camp more (default: a new file"
              + " EVENT.yaml in this folder).")
  private Optional<Path> camps = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Io io = parent.io();
    Path folder = index.folder(io);
    PromoteCamp.Result result = PromoteCamp.run(folder, id, camps);
    io.out()
        .println(
            "The camp \""
                + result.camp()
                + "\" is in "
                + result.file()
                + ", at its end. Give it a title and a claim, then: chorus camps assign --camps "
                + result.file()
                + " --index "
                + folder);
    return ExitCode.DONE;
  }
}
