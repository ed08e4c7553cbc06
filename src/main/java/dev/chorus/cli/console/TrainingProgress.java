package dev.chorus.cli.console;

import dev.chorus.app.gold.TrainingWatcher;
import java.util.Locale;

/// Tells how far a training is: all the time on a terminal, once a minute elsewhere, because hours
/// of silence look like a hang.
public final class TrainingProgress implements TrainingWatcher {
  private static final long EVERY_NANOS = 60_000_000_000L;

  /// How much of the shown loss is older than the last step.
  private static final double MEMORY = 0.98;

  private final Io io;
  private final Progress progress;
  private String stage = "";
  private long start;
  private long last;
  private int first;
  private double mean;

  public TrainingProgress(Io io) {
    this.io = io;
    this.progress = new Progress(io, "train");
  }

  @Override
  public void step(String stage, int step, int steps, double loss) {
    long now = System.nanoTime();
    if (!stage.equals(this.stage)) {
      this.stage = stage;
      start = now;
      last = now;
      first = step;
      mean = loss;
    }
    // A step that came to nothing has no loss, and says nothing of the others.
    if (Double.isFinite(loss)) {
      mean = Double.isFinite(mean) ? MEMORY * mean + (1 - MEMORY) * loss : loss;
    }
    double left = (now - start) / 1e9 / Math.max(1, step - first) * (steps - step);
    String line =
        String.format(
            Locale.ENGLISH,
            "%s  step %,d of %,d  loss %.3f  %.0f min left",
            stage,
            step,
            steps,
            mean,
            left / 60);
    if (io.errTerminal()) {
      progress.note(line);
    } else if (now - last >= EVERY_NANOS || step == steps) {
      last = now;
      io.say(line);
    }
  }
}
