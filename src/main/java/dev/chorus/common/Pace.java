package dev.chorus.common;

import java.time.Duration;
import java.util.function.LongSupplier;

/// When something is due that is done again and again: the first time at once, then after intervals
/// that grow from a second to the longest.
public final class Pace {
  private static final long FIRST_NANOS = 1_000_000_000L;

  private final long longest;
  private final LongSupplier clock;
  private long interval;
  private long last;

  /// @param clock nanoseconds from any beginning
  public Pace(Duration longest, LongSupplier clock) {
    this.longest = longest.toNanos();
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  public boolean isDue() {
    return clock.getAsLong() - last >= interval;
  }

  /// It was done.
  public void done() {
    last = clock.getAsLong();
    interval = Math.min(longest, interval == 0 ? FIRST_NANOS : 2 * interval);
  }
}
