package dev.chorus.cli;

import java.util.Locale;
import java.util.function.Supplier;

/// One line that tells how far a long command is, on a terminal only.
final class Progress {
  private static final long EVERY_NANOS = 200_000_000;

  private final Io io;
  private final String command;
  private final long start = System.nanoTime();
  private long last;
  private boolean shown;

  Progress(Io io, String command) {
    this.io = io;
    this.command = command;
  }

  void note(String what) {
    show(command + "  " + what);
  }

  void at(int posts) {
    double seconds = (System.nanoTime() - start) / 1e9;
    at(
        () ->
            String.format(
                Locale.ENGLISH,
                "%,d posts  %,.0f/s  %d s",
                posts,
                posts / Math.max(seconds, 0.001),
                Math.round(seconds)));
  }

  /// @param counts asked for only if it is time to show them
  void at(Supplier<String> counts) {
    long now = System.nanoTime();
    if (now - last < EVERY_NANOS) return;
    last = now;
    show(command + "  " + counts.get());
  }

  private void show(String line) {
    if (!io.errTerminal()) return;
    io.err().print("\r\u001b[K" + line);
    io.err().flush();
    shown = true;
  }

  /// Makes room for a message.
  void clear() {
    if (shown) {
      io.err().print("\r\u001b[K");
      io.err().flush();
      shown = false;
    }
  }
}
