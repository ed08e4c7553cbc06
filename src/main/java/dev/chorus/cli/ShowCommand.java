package dev.chorus.cli;

import dev.chorus.app.PostDetails;
import dev.chorus.app.UserException;
import dev.chorus.cli.console.Io;
import dev.chorus.index.ReactionReader;
import dev.chorus.json.Json;
import dev.chorus.render.ShowOutline;
import dev.chorus.render.json.ShowJson;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `chorus show ID`
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints one reaction whole, with why it got its scores and its camp.")
final class ShowCommand implements Callable<Integer> {
  private static final int MOST_ALIKE = 1_000;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "ID", description = "Id of the post, as search and camps print it.")
  private String id;

  @Option(
      names = "--like",
      paramLabel = "N",
      description =
          "Also print the N posts nearest to it in meaning, the nearest first; of copies of one"
              + " text one only.")
  private Optional<Integer> like = Optional.empty();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    if (like.isPresent() && (like.get() < 1 || like.get() > MOST_ALIKE)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--like is " + like.get() + "; wanted 1 to " + MOST_ALIKE + ".");
    }
    Path folder = index.folder(io);
    try (ReactionReader reader = ReactionReader.open(folder)) {
      PostDetails details =
          PostDetails.of(reader, id, like)
              .orElseThrow(
                  () ->
                      new UserException(
                          "There is no post with the id \""
                              + id
                              + "\" in "
                              + folder
                              + ". Ids stand at the end of every hit of: chorus search WORD"));
      switch (format) {
        case TEXT ->
            io.print(
                ShowOutline.of(
                    details.placed(),
                    details.family(),
                    details.influences(),
                    details.alike(),
                    reader.event()));
        case JSON ->
            io.out()
                .println(
                    Json.pretty(
                        ShowJson.of(
                            details.placed(),
                            details.family(),
                            details.influences(),
                            details.alike())));
      }
      return ExitCode.DONE;
    }
  }
}
