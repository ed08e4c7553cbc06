package dev.chorus.cli;

import dev.chorus.app.Installation;
import dev.chorus.app.Method;
import dev.chorus.app.UserException;
import dev.chorus.app.gold.Train;
import dev.chorus.app.gold.TrainingRequest;
import dev.chorus.app.gold.TrainingTask;
import dev.chorus.cli.console.TrainingProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `chorus train KIND GOLD…`
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Learns the weights in a folder of models from labelled posts: first sentiment, then"
          + " entities, about, claims, issues, stance and camps, since each builds on the ones"
          + " before. The first tunes the encoder, which takes hours on a large set of posts;"
          + " interrupted, it goes on where it was."
    })
final class TrainCommand implements Callable<Integer> {
  @ParentCommand private Main main;

  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private TrainingTask task;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "GOLD",
      description =
          "JSON Lines with id, text, and \"sentiment\" (or \"label\", or a \"score\" from -4 to 4),"
              + " \"stance\", \"camp\", \"about\", \"claims\" or \"issues\", or a list of"
              + " \"readings\" with such labels; for entities, id, tokens, and tags such as"
              + " B-person.")
  private List<Path> gold;

  @Option(
      names = "--general",
      paramLabel = "FILE",
      description =
          "With about: posts about anything, with id and text; they tell reactions to an event of"
              + " which nothing is labelled. May be given several times.")
  private List<Path> general = List.of();

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "With sentiment: posts with tokens and tags, so that the encoder learns to notice names"
              + " too. May be given several times.")
  private List<Path> names = List.of();

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description =
          "With sentiment: posts with a target that they name and the stance toward it, so that the"
              + " encoder learns to notice those too. May be given several times.")
  private List<Path> targets = List.of();

  @Option(
      names = "--dev",
      paramLabel = "FILE",
      description =
          "Labelled posts that nothing is learned from: they tell how far to trust what was"
              + " learned. May be given several times.")
  private List<Path> dev = List.of();

  @Option(
      names = "--keep-calibration",
      description =
          "Keep what --dev told an earlier training, and learn from posts that were --dev then.")
  private boolean keepCalibration;

  @Option(
      names = "--any-event",
      description =
          "With about, issues, stance or camps: also learn anew the weights that judge events of"
              + " which nothing is labelled. Without it those are written only into a folder that"
              + " has none.")
  private boolean anyEvent;

  @Option(
      names = "--installation",
      description =
          "Write into the models that Chorus is installed with, which all its users share; else"
              + " --models names the folder to write to.")
  private boolean installation;

  @Option(
      names = "--then",
      paramLabel = "FILE",
      description =
          "With sentiment: posts to learn from in a short last stage, such as those that were --dev"
              + " before, or posts with targets; the stages before it are taken from --work where"
              + " they are done. May be given several times.")
  private List<Path> late = List.of();

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "With sentiment: go on from the tuned encoder in this folder of models, in place of the"
              + " untuned one; posts with a mood alone are mixed in so that nothing is forgotten.")
  private Optional<Path> start = Optional.empty();

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "chorus-training",
      description =
          "Where the training of sentiment keeps its checkpoints; the same command goes on from"
              + " there (default: ${DEFAULT-VALUE}).")
  private Path work;

  @Mixin private IndexOption index;
  @Mixin private AnalysisOptions options;

  @Override
  public Integer call() throws Exception {
    Method method = options.choose(main.io(), index).method();
    Path models = method.settings().models();
    if (models.equals(Installation.models()) && !options.namesModels() && !installation) {
      throw new UserException(
          "Found no folder to write to; wanted --models DIR, such as a copy of "
              + models
              + ", or --installation to write into that folder itself.");
    }
    TrainingRequest request =
        new TrainingRequest(
            task,
            gold,
            dev,
            general,
            keepCalibration,
            anyEvent,
            new TrainingRequest.Tuning(names, targets, late, start, work),
            method,
            options.threads());
    int posts = Train.run(request, new TrainingProgress(main.io()));
    main.io().say("learned from " + posts + " posts; written to " + models);
    return ExitCode.DONE;
  }
}
