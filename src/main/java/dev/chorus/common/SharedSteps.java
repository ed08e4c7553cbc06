package dev.chorus.common;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Steps of one search that a second thread begins with while the first one does something else,
/// and that both take from in the end. A thread and no pool, because a process that searches once
/// would wait longer for a pool than for the work.
public final class SharedSteps {
  private final List<FutureTask<Void>> steps = new ArrayList<>();

  @FunctionalInterface
  public interface Step {
    void run() throws IOException;
  }

  private SharedSteps(List<Step> work) {
    for (Step step : work) {
      steps.add(
          new FutureTask<>(
              () -> {
                step.run();
                return null;
              }));
    }
  }

  /// Lets another thread begin.
  ///
  /// @param work steps that need not wait for each other
  public static SharedSteps begin(List<Step> work) {
    SharedSteps shared = new SharedSteps(work);
    Thread helper = new Thread(shared::run, "chorus helper");
    helper.setDaemon(true);
    helper.start();
    return shared;
  }

  /// What the other thread has taken is passed over.
  private void run() {
    steps.forEach(FutureTask::run);
  }

  /// Does what nobody has begun with, and waits for the rest: then all that the steps have written
  /// can be read.
  public void finish() throws IOException {
    run();
    for (FutureTask<Void> step : steps) await(step);
  }

  private static void await(FutureTask<Void> step) throws IOException {
    try {
      step.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException wrong -> throw wrong;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
