package dev.chorus.common;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Work done by several threads, with a bounded number of items under way, in which one item cannot
/// spoil the others: one that fails is told of, and one that takes too long is given up. Its thread
/// cannot be stopped, so another takes its place.
///
/// The results come out where its owner asks for them, who may be one thread at a time.
public final class Watched<T, R> implements AutoCloseable {
  /// Items under way for each thread, as one slow post must not leave the others idle.
  private static final int WINDOW = 64;

  private static final long TICK_MILLIS = 50;

  /// A machine may have more to do than it can, so what counts is the time of the processor; unless
  /// a thread waits for something that never comes.
  private static final int PATIENCE = 10;

  /// What becomes of an item.
  public interface Sink<T, R> {
    void done(T item, R result);

    /// @param why a [TimeoutException] for what took too long
    void failed(T item, Throwable why);
  }

  private static final class Task<T, R> {
    private final T item;
    private Thread thread;
    private long begun;

    /// What its thread had worked before it was found to be slow, in nanoseconds.
    private Long busyBefore;

    private boolean over;
    private R result;
    private Throwable failure;

    Task(T item) {
      this.item = item;
    }
  }

  private final Object lock = new Object();
  private final Deque<Task<T, R>> waiting = new ArrayDeque<>();

  /// In the order of [#add], those that are waiting and those that are over among them.
  private final Deque<Task<T, R>> all = new ArrayDeque<>();

  private final int window;
  private final boolean inOrder;
  private final long limit;
  private final Function<T, R> work;
  private final Sink<T, R> sink;
  private boolean closed;

  /// @param threads how many work at once
  /// @param inOrder whether results come out in the order of [#add], or as they are there
  /// @param limit what an item may take
  /// @param work called by any of the threads
  /// @param sink called by the owner's thread
  public Watched(
      int threads, boolean inOrder, Duration limit, Function<T, R> work, Sink<T, R> sink) {
    this.window = threads * WINDOW;
    this.inOrder = inOrder;
    this.limit = limit.toNanos();
    this.work = work;
    this.sink = sink;
    for (int i = 0; i < threads; i++) startThread();
  }

  private void startThread() {
    Thread.ofPlatform().daemon().name("analysis").start(this::work);
  }

  private void work() {
    while (true) {
      Task<T, R> task;
      synchronized (lock) {
        try {
          while (waiting.isEmpty() && !closed) lock.wait();
        } catch (InterruptedException e) {
          return;
        }
        if (closed) return;
        task = waiting.remove();
        task.thread = Thread.currentThread();
        task.begun = System.nanoTime();
      }
      R result = null;
      Throwable failure = null;
      try {
        result = work.apply(task.item);
      } catch (Throwable e) {
        failure = e;
      }
      synchronized (lock) {
        // Given up meanwhile, and this thread with it.
        if (task.over) return;
        task.over = true;
        task.result = result;
        task.failure = failure;
        lock.notifyAll();
      }
    }
  }

  /// Whether as many items are under way as may be.
  public boolean isFull() {
    return all.size() >= window;
  }

  /// Whether nothing is under way.
  public boolean isIdle() {
    return all.isEmpty();
  }

  /// Takes one more item, and gives the sink what is there; waits while too much is under way.
  public void add(T item) {
    while (isFull()) await();
    settle();
    Task<T, R> task = new Task<>(item);
    all.add(task);
    synchronized (lock) {
      waiting.add(task);
      lock.notifyAll();
    }
  }

  /// Gives the sink what is there, without waiting. What the sink throws comes out here, and the
  /// other results wait for the next call.
  public void settle() {
    for (Optional<Task<T, R>> next = next(); next.isPresent(); next = next()) {
      Task<T, R> task = next.get();
      if (task.failure == null) sink.done(task.item, task.result);
      else sink.failed(task.item, task.failure);
    }
  }

  /// Waits a moment for a result, and gives the sink what is there.
  public void await() {
    synchronized (lock) {
      if (all.stream().noneMatch(task -> task.over)) {
        try {
          lock.wait(TICK_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while analysing", e);
        }
      }
    }
    settle();
  }

  /// Waits for all that is under way.
  public void finish() {
    while (!isIdle()) await();
  }

  /// The next result that may come out.
  private Optional<Task<T, R>> next() {
    synchronized (lock) {
      boolean passing = true;
      for (Iterator<Task<T, R>> i = all.iterator(); i.hasNext(); ) {
        Task<T, R> task = i.next();
        if (!task.over && isTooLong(task)) giveUp(task);
        if (!task.over) {
          passing &= !inOrder;
        } else if (passing) {
          i.remove();
          return Optional.of(task);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isTooLong(Task<T, R> task) {
    if (task.thread == null) return false;
    long taken = System.nanoTime() - task.begun;
    // The clock of the processor is asked only about what is slow: to load it takes time, too.
    if (taken < limit / PATIENCE) return false;
    long busy = ManagementFactory.getThreadMXBean().getThreadCpuTime(task.thread.threadId());
    if (task.busyBefore == null) task.busyBefore = busy;
    return busy - task.busyBefore > limit || taken > PATIENCE * limit;
  }

  private void giveUp(Task<T, R> task) {
    task.over = true;
    task.failure = new TimeoutException();
    startThread();
  }

  /// Stops the threads as soon as they are done with what they are at; nothing more comes out.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      waiting.clear();
      lock.notifyAll();
    }
    all.clear();
  }
}
