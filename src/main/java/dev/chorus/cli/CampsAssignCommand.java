package dev.chorus.cli;

import dev.chorus.app.AssignCamps;
import dev.chorus.cli.console.Io;
import dev.chorus.cli.console.Progress;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `chorus camps assign`
@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    description = {
      "Moves the posts of an index to the camps of a changed camp file, from what is stored of"
          + " them: nothing is analysed again.",
      "Camps may be added, removed and described otherwise. Changed targets need a new ingest,"
          + " because stances were read when the posts were."
    })
final class CampsAssignCommand implements Callable<Integer> {
  private static final int MOST_MOVES = 12;

  @ParentCommand private CampsCommand parent;
  @Mixin private IndexOption index;

  @Option(
      names = "--camps",
      paramLabel = "FILE",
      description = "The changed camp file (default: the one that the index was sorted by).")
  private Optional<Path> camps = Optional.empty();

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of the models that the posts were ingested with (default: the one in the index).")
  private Optional<Path> models = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Io io = parent.io();
    Path folder = index.folder(io);
    Progress progress = new Progress(io, "assign");
    AssignCamps.Result result;
    try {
      result = AssignCamps.run(folder, camps, models, progress::at);
    } finally {
      progress.clear();
    }
    int moved = result.moves().values().stream().mapToInt(Integer::intValue).sum();
    io.out().printf(Locale.ENGLISH, "%,d posts, %,d moved%n", result.posts(), moved);
    result.moves().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MOVES)
        .forEach(m -> io.out().printf(Locale.ENGLISH, "%,9d  %s%n", m.getValue(), m.getKey()));
    return ExitCode.DONE;
  }
}
