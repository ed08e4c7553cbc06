package dev.chorus.cli;

import java.util.Locale;

/// How far an ingest is: often on a terminal, once a minute elsewhere.
final class IngestProgress {
  private static final long EVERY_NANOS = 60_000_000_000L;

  private final Io io;
  private final Ingestion.Tally tally;
  private final Progress line;
  private final long start = System.nanoTime();
  private long last = start;

  IngestProgress(Io io, Ingestion.Tally tally) {
    this.io = io;
    this.tally = tally;
    this.line = new Progress(io, "ingest");
  }

  void note(String what) {
    line.note(what);
  }

  void update() {
    if (io.errTerminal()) {
      line.at(this::counts);
      return;
    }
    long now = System.nanoTime();
    if (now - last < EVERY_NANOS) return;
    last = now;
    io.say("ingest  " + counts());
  }

  private String counts() {
    double seconds = Math.max((System.nanoTime() - start) / 1e9, 0.001);
    return String.format(
        Locale.ENGLISH,
        "%,d read  %,d analysed  %,.0f/s  %,d s%s",
        tally.read,
        tally.analysed,
        tally.read / seconds,
        Math.round(seconds),
        tally.rejected > 0 ? String.format(Locale.ENGLISH, "  %,d rejected", tally.rejected) : "");
  }

  /// Makes room for a message.
  void clear() {
    line.clear();
  }
}
