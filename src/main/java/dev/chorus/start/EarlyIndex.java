package dev.chorus.start;

import dev.chorus.cli.IndexOpener;
import dev.chorus.cli.IndexOption;
import dev.chorus.cli.console.Io;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the index of a search on another core while picocli reads the arguments, as both take a
/// quarter of the whole. Which folder it is, is guessed; whoever wants another one opens that.
final class EarlyIndex implements IndexOpener {
  private final Path folder;
  private final FutureTask<ReactionReader> opening;

  private EarlyIndex(Path folder) {
    this.folder = folder;
    this.opening = new FutureTask<>(() -> ReactionReader.open(folder));
  }

  /// @param args of the process
  /// @return nothing if they name no folder that could be one
  static Optional<EarlyIndex> begin(Io io, String... args) {
    try {
      EarlyIndex early = new EarlyIndex(IndexOption.folder(io, named(args)));
      Thread helper = new Thread(early.opening, "chorus index");
      helper.setDaemon(true);
      helper.start();
      return Optional.of(early);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> named(String... args) {
    String option = "--index";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(option + "=")) {
        return Optional.of(Path.of(args[i].substring(option.length() + 1)));
      }
      if (args[i].equals(option) && i + 1 < args.length) return Optional.of(Path.of(args[i + 1]));
    }
    return Optional.empty();
  }

  @Override
  public ReactionReader open(Path wanted) throws IndexException {
    if (!folder.equals(wanted)) return ReactionReader.open(wanted);
    try {
      return opening.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IndexException trouble -> throw trouble;
        case RuntimeException wrong -> throw wrong;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
