package dev.chorus.cli;

import dev.chorus.app.UserException;
import dev.chorus.app.gold.Evaluate;
import dev.chorus.app.gold.EvaluationRequest;
import dev.chorus.app.gold.EvaluationResult;
import dev.chorus.app.gold.EvaluationTask;
import dev.chorus.cli.console.Io;
import dev.chorus.cli.console.Progress;
import dev.chorus.json.Json;
import dev.chorus.render.EvaluationOutline;
import dev.chorus.render.Outline;
import dev.chorus.render.json.EvaluationJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus evaluate KIND GOLD`
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the analysis with labelled posts: averages with 95%% intervals, which label was"
          + " taken for which, and the worst errors. Posts with a \"score\" from -4 to 4 instead of"
          + " a sentiment give a correlation. For shares, 1,000 corpora of 200 posts are drawn from"
          + " posts labelled with camps, and the shares that a report would show are compared with"
          + " the true ones."
          + " Clusters of posts are compared with groups made by hand, where posts have a"
          + " \"target\" those of each target by themselves."
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private EvaluationTask task;

  @Parameters(
      index = "1",
      paramLabel = "GOLD",
      description =
          "JSON Lines with id, text, and \"sentiment\" (or \"label\", or \"score\"), \"stance\""
              + " with or without a \"target\", \"camp\", \"about\", \"claims\", \"issues\", or"
              + " \"cluster\" (or \"label\");"
              + " for entities, id, tokens, and tags such as B-person.")
  private Path gold;

  @Option(
      names = "--errors",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the worst errors are shown (default: ${DEFAULT-VALUE}).")
  private int errors;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin private IndexOption index;
  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    if (errors < 0) throw new UserException("--errors is " + errors + "; wanted 0 or more.");
    EvaluationRequest request =
        new EvaluationRequest(
            task, gold, options.choose(main.io(), index).method(), options.threads(), errors);
    Io io = main.io();
    EvaluationResult result = evaluated(request, new Progress(io, "evaluate"));
    switch (format) {
      case TEXT -> io.print(outline(result));
      case JSON -> io.out().println(Json.pretty(json(result)));
    }
    return ExitCode.DONE;
  }

  private static EvaluationResult evaluated(EvaluationRequest request, Progress progress)
      throws Exception {
    try {
      return Evaluate.run(request, progress::at);
    } finally {
      progress.clear();
    }
  }

  private Outline outline(EvaluationResult result) {
    String title = task + " of " + gold.getFileName();
    return switch (result) {
      case EvaluationResult.OfLabels of -> EvaluationOutline.of(title, of.evaluation());
      case EvaluationResult.OfScores of ->
          EvaluationOutline.of(title, of.posts(), of.unread(), of.correlation());
      case EvaluationResult.OfNames of -> EvaluationOutline.of(title, of.evaluation());
      case EvaluationResult.OfShares of -> EvaluationOutline.of(title, of.evaluation());
      case EvaluationResult.OfClusters of -> EvaluationOutline.of(title, of.byTarget());
    };
  }

  private static Map<String, Object> json(EvaluationResult result) {
    return switch (result) {
      case EvaluationResult.OfLabels of -> EvaluationJson.of(of.evaluation());
      case EvaluationResult.OfScores of ->
          EvaluationJson.of(of.posts(), of.unread(), of.correlation());
      case EvaluationResult.OfNames of -> EvaluationJson.of(of.evaluation());
      case EvaluationResult.OfShares of -> EvaluationJson.of(of.evaluation());
      case EvaluationResult.OfClusters of -> EvaluationJson.of(of.byTarget());
    };
  }
}
