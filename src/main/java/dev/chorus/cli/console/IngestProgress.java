package dev.chorus.cli.console;

import dev.chorus.app.Tally;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// How far an ingest is: often on a terminal, once a minute elsewhere.
final class IngestProgress {
  private static final long SECOND = 1_000_000_000L;
  private static final long EVERY_NANOS = 60 * SECOND;

  /// How fast it goes is told from so long: what has not changed since the last run is passed over
  /// many times as fast as what comes behind it.
  private static final long REMEMBERED_NANOS = 30 * SECOND;

  private final Io io;
  private final OptionalLong size;
  private final LongSupplier clock;
  private final Progress line;
  private final Deque<Moment> moments = new ArrayDeque<>();
  private long bytes;
  private long last;

  /// How far it was.
  private record Moment(long nanos, int read, long bytes) {}

  /// @param size bytes to read, if that is known
  /// @param clock nanoseconds from any beginning
  IngestProgress(Io io, OptionalLong size, LongSupplier clock) {
    this.io = io;
    this.size = size;
    this.clock = clock;
    this.line = new Progress(io, "ingest", clock);
    last = clock.getAsLong();
    moments.add(new Moment(last, 0, 0));
  }

  void note(String what) {
    line.note(what);
  }

  /// Counts what has been read of the files.
  void taken(long count) {
    bytes += count;
  }

  void update(Tally tally) {
    long now = clock.getAsLong();
    if (now - moments.getLast().nanos() >= SECOND) {
      moments.add(new Moment(now, tally.read(), bytes));
      // One from before stays, or there would be nothing to compare with after a pause.
      while (moments.size() > 2 && now - moments.getFirst().nanos() > REMEMBERED_NANOS) {
        moments.removeFirst();
      }
    }
    if (io.errTerminal()) {
      line.at(() -> counts(tally, now));
      return;
    }
    if (now - last < EVERY_NANOS) return;
    last = now;
    io.say("ingest  " + counts(tally, now));
  }

  private String counts(Tally tally, long now) {
    Moment from = moments.getFirst();
    double seconds = Math.max((now - from.nanos()) / (double) SECOND, 0.001);
    return String.format(
        Locale.ENGLISH,
        "%s%,d read  %,d analysed  %,d rejected  %,.0f posts/s",
        size.isPresent() ? share((bytes - from.bytes()) / seconds) : "",
        tally.read(),
        tally.analysed(),
        tally.rejected(),
        (tally.read() - from.read()) / seconds);
  }

  /// @param rate bytes a second
  private String share(double rate) {
    // The last posts are still being analysed when the last byte has been read.
    long percent = size.getAsLong() == 0 ? 0 : Math.min(99, 100 * bytes / size.getAsLong());
    long left = size.getAsLong() - bytes;
    if (rate == 0 || left <= 0) return percent + "%  ";
    return percent + "%  " + duration(Math.round(left / rate)) + " left  ";
  }

  private static String duration(long seconds) {
    if (seconds < 90) return seconds + " s";
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /// Makes room for a message.
  void clear() {
    line.clear();
  }
}
