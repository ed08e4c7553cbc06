package dev.chorus.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private final List<Integer> done = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();

  private final Watched.Sink<Integer, Integer> sink =
      new Watched.Sink<>() {
        @Override
        public void done(Integer item, Integer result) {
          assertThat(result).isEqualTo(2 * item);
          done.add(item);
        }

        @Override
        public void failed(Integer item, Throwable why) {
          failed.add(item + " " + why.getClass().getSimpleName());
        }
      };

  @Test
  void deliversInOrderWhereThatIsWanted() {
    try (Watched<Integer, Integer> work =
        new Watched<>(4, true, Duration.ofMinutes(1), i -> 2 * i, sink)) {
      IntStream.range(0, 5_000).forEach(work::add);
      work.finish();
    }
    assertThat(done).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
  }

  @Test
  void aFailureIsToldOfAndCostsNoOther() {
    try (Watched<Integer, Integer> work =
        new Watched<>(
            2,
            true,
            Duration.ofMinutes(1),
            i -> {
              if (i == 3) throw new IllegalArgumentException();
              if (i == 5) throw new StackOverflowError();
              return 2 * i;
            },
            sink)) {
      IntStream.range(0, 200).forEach(work::add);
      work.finish();
    }
    assertThat(done).hasSize(198);
    assertThat(failed).containsExactly("3 IllegalArgumentException", "5 StackOverflowError");
  }

  @Test
  void oneThatIsSlowHoldsUpNoneOfTheOthers() {
    CountDownLatch end = new CountDownLatch(1);
    try (Watched<Integer, Integer> work =
        new Watched<>(
            2,
            false,
            Duration.ofMinutes(1),
            i -> {
              if (i == 0) awaited(end);
              return 2 * i;
            },
            sink)) {
      IntStream.range(0, 500).forEach(work::add);
      while (done.size() < 499) work.await();
      assertThat(done).doesNotContain(0);
      end.countDown();
      work.finish();
    }
    assertThat(done).hasSize(500).endsWith(0);
  }

  private static void awaited(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Each way of taking too long: by working, and by waiting.
  @Test
  void whatTakesTooLongIsGivenUpAndItsThreadReplaced() {
    CountDownLatch end = new CountDownLatch(1);
    try (Watched<Integer, Integer> work =
        new Watched<>(
            1,
            true,
            Duration.ofMillis(100),
            i -> {
              if (i == 1) awaited(end);
              while (i == 2 && end.getCount() > 0) Thread.onSpinWait();
              return 2 * i;
            },
            sink)) {
      IntStream.range(0, 100).forEach(work::add);
      work.finish();
      end.countDown();
    }
    assertThat(failed).containsExactly("1 TimeoutException", "2 TimeoutException");
    assertThat(done).hasSize(98).startsWith(0, 3);
  }

  @Test
  void neverRunsFarAheadAndLosesNothingWhenTheSinkFails() {
    AtomicInteger started = new AtomicInteger();
    Watched.Sink<Integer, Integer> choosy =
        new Watched.Sink<>() {
          @Override
          public void done(Integer item, Integer result) {
            sink.done(item, result);
            assertThat(started.get() - done.size()).isLessThanOrEqualTo(128);
            if (item == 50) throw new IllegalStateException("not this one");
          }

          @Override
          public void failed(Integer item, Throwable why) {
            sink.failed(item, why);
          }
        };
    try (Watched<Integer, Integer> work =
        new Watched<>(
            2,
            true,
            Duration.ofMinutes(1),
            i -> {
              started.incrementAndGet();
              return 2 * i;
            },
            choosy)) {
      // Results come out whenever something is added.
      List<String> thrown = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int item = i;
        if (fails(() -> work.add(item), thrown)) work.add(item);
      }
      fails(work::finish, thrown);
      work.finish();
      assertThat(thrown).containsExactly("not this one");
    }
    assertThat(done).hasSize(100);
  }

  private static boolean fails(Runnable action, List<String> messages) {
    try {
      action.run();
      return false;
    } catch (IllegalStateException e) {
      messages.add(e.getMessage());
      return true;
    }
  }
}
