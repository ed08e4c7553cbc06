package dev.chorus.cli;

import dev.chorus.camp.Placed;
import dev.chorus.index.ReactionReader;
import dev.chorus.json.Json;
import dev.chorus.language.SentimentExplainer;
import dev.chorus.report.ShowJson;
import dev.chorus.report.ShowText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus show ID`
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints one reaction whole, with why it got its scores and its camp.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Mixin private IndexOption index;

  @Parameters(paramLabel = "ID", description = "Id of the post, as search and camps print it.")
  private String id;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Override
  public Integer call() throws Exception {
    Io io = main.io();
    try (ReactionReader reader = ReactionReader.open(index.folder(io))) {
      Placed placed =
          reader
              .get(id)
              .orElseThrow(
                  () ->
                      new UserException(
                          "There is no post with the id \""
                              + id
                              + "\" in "
                              + index.folder(io)
                              + ". Ids stand at the end of every hit of: chorus search WORD"));
      List<SentimentExplainer.Influence> influences = influences(placed, reader);
      switch (format) {
        case TEXT -> io.out().print(ShowText.of(placed, influences, reader.event(), io.terminal()));
        case JSON -> io.out().println(Json.pretty(ShowJson.of(placed, influences)));
      }
      return ExitCode.DONE;
    }
  }

  /// What moved the mood: asked of the models that gave it, if they are still there.
  private List<SentimentExplainer.Influence> influences(Placed placed, ReactionReader reader) {
    if (!placed.reaction().read()) return List.of();
    return IndexModels.of(reader, Home.models())
        .flatMap(SentimentExplainer::of)
        .map(explainer -> explainer.explain(placed.reaction().post().text()))
        .orElse(List.of());
  }
}
