package dev.chorus.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Work done by several threads whose results come out in the order of the input, with a bounded
/// number of items under way.
///
/// Belongs to one thread: it calls [#add] and [#finish], and gets the results in those calls.
public final class OrderedParallel<T, R> implements AutoCloseable {
  /// Items under way for each thread: enough that one slow post does not leave the others idle.
  private static final int WINDOW = 64;

  private final ExecutorService pool;
  private final Deque<Future<R>> underWay = new ArrayDeque<>();
  private final int window;
  private final Function<T, R> work;
  private final Consumer<R> sink;

  /// @param threads how many work at once
  /// @param work called by any of the threads
  /// @param sink called by the owner's thread, in the order of [#add]
  public OrderedParallel(int threads, Function<T, R> work, Consumer<R> sink) {
    this.pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("analysis-", 1).factory());
    this.window = threads * WINDOW;
    this.work = work;
    this.sink = sink;
  }

  /// Takes one more item; an exception of an earlier item's work may come out here.
  public void add(T item) {
    while (underWay.size() >= window) deliver();
    underWay.add(pool.submit(() -> work.apply(item)));
  }

  /// Waits for all that is under way and delivers it.
  public void finish() {
    while (!underWay.isEmpty()) deliver();
  }

  private void deliver() {
    try {
      sink.accept(underWay.remove().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) throw ours;
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while analysing", e);
    }
  }

  /// Stops the threads; what has not been delivered is dropped.
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
