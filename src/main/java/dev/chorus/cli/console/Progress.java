package dev.chorus.cli.console;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One line that tells how far a long command is, on a terminal only.
public final class Progress {
  private static final long EVERY_NANOS = 200_000_000;

  private final Io io;
  private final String command;
  private final LongSupplier clock;
  private final long start;
  private long last;
  private boolean shown;

  public Progress(Io io, String command) {
    this(io, command, System::nanoTime);
  }

  /// @param clock nanoseconds from any beginning
  public Progress(Io io, String command, LongSupplier clock) {
    this.io = io;
    this.command = command;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start - EVERY_NANOS;
  }

  void note(String what) {
    show(command + "  " + what);
  }

  public void at(int posts) {
    double seconds = (clock.getAsLong() - start) / 1e9;
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
    long now = clock.getAsLong();
    if (now - last < EVERY_NANOS) return;
    last = now;
    show(command + "  " + counts.get());
  }

  private void show(String line) {
    if (!io.errTerminal()) return;
    // A line that wraps could not be written over.
    String fits = line.substring(0, Math.min(line.length(), io.columns() - 1));
    io.err().print("\r\u001b[K" + fits);
    io.err().flush();
    shown = true;
  }

  /// Makes room for a message.
  public void clear() {
    if (shown) {
      io.err().print("\r\u001b[K");
      io.err().flush();
      shown = false;
    }
  }
}
