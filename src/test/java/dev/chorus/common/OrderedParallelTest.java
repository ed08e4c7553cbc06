package dev.chorus.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedParallelTest {
  @Test
  void deliversInTheOrderOfTheInput() {
    List<Integer> results = new ArrayList<>();
    try (OrderedParallel<Integer, Integer> work =
        new OrderedParallel<>(
            4,
            i -> {
              if (i % 7 == 0) Thread.onSpinWait();
              return i * 2;
            },
            results::add)) {
      IntStream.range(0, 5_000).forEach(work::add);
      work.finish();
    }
    assertThat(results).isEqualTo(IntStream.range(0, 5_000).map(i -> i * 2).boxed().toList());
  }

  @Test
  void neverRunsFarAhead() {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger delivered = new AtomicInteger();
    try (OrderedParallel<Integer, Integer> work =
        new OrderedParallel<>(
            2,
            i -> {
              started.incrementAndGet();
              return i;
            },
            _ -> {
              delivered.incrementAndGet();
              assertThat(started.get() - delivered.get()).isLessThanOrEqualTo(128);
            })) {
      IntStream.range(0, 2_000).forEach(work::add);
      work.finish();
    }
    assertThat(delivered).hasValue(2_000);
  }

  @Test
  void passesOnWhatWentWrong() {
    try (OrderedParallel<Integer, Integer> work =
        new OrderedParallel<>(
            2,
            i -> {
              throw new IllegalArgumentException("item " + i);
            },
            _ -> {})) {
      work.add(1);
      assertThatThrownBy(work::finish)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("item 1");
    }
  }
}
