package dev.chorus.start;

import dev.chorus.cli.IndexOpener;
import dev.chorus.cli.Main;
import dev.chorus.cli.console.Io;
import dev.chorus.index.ReactionReader;
import java.util.Optional;

/// The process: what the launcher runs. A search has its index opened while its arguments are read.
final class Launch {
  private Launch() {}

  /// Runs a command and ends the process with its exit code.
  public static void main(String[] args) {
    Io io = Io.ofProcess();
    boolean search = args.length > 0 && args[0].equals("search");
    Optional<EarlyIndex> early = search ? EarlyIndex.begin(io, args) : Optional.empty();
    IndexOpener indexes = early.isPresent() ? early.get() : ReactionReader::open;
    System.exit(Main.run(io, indexes, args));
  }
}
