package dev.chorus.cli.console;

import dev.chorus.app.IngestListener;
import dev.chorus.app.IngestRequest;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.query.IndexException;

/// What happens when the process is asked to end while an ingest runs, by Ctrl-C or by `kill`: it
/// commits what was read, and says how to go on. The JVM then ends with 128 and the number of the
/// signal, such as 130 or 143.
final class Interruption implements AutoCloseable {
  private final Io io;
  private final IngestRequest request;
  private final Thread hook = new Thread(this::interrupted, "interrupted");
  private volatile IngestListener.Stop stop = () -> {};

  Interruption(Io io, IngestRequest request) {
    this.io = io;
    this.request = request;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void stopping(IngestListener.Stop stop) {
    this.stop = stop;
  }

  private void interrupted() {
    // Over the line of progress.
    if (io.errTerminal()) io.err().print("\r\u001b[K");
    if (request.dryRun()) {
      io.say("chorus: stopped. Nothing was written.");
      return;
    }
    try {
      stop.now();
      io.say(
          ReactionReader.isThere(request.index())
              ? "chorus: stopped. What was read and analysed so far is kept in "
                  + request.index()
                  + "; the same command goes on from there."
              : "chorus: stopped before anything was indexed.");
    } catch (IndexException e) {
      io.say("chorus: stopped. " + e.getMessage());
    }
  }

  /// The end has come by itself.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is being interrupted.
    }
  }
}
