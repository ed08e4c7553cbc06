package dev.chorus.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.app.Tally;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int read;
  private int rejected;

  /// Near its overflow, which `System.nanoTime` may be.
  private long now = Long.MAX_VALUE - Duration.ofSeconds(7).toNanos();

  private IngestProgress progress(boolean terminal, int columns, OptionalLong size) {
    Io io =
        new Io(
            InputStream.nullInputStream(),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("COLUMNS", "" + columns),
            false,
            terminal);
    return new IngestProgress(io, size, () -> now);
  }

  /// Lets time pass, second by second, at a steady pace.
  private void pass(IngestProgress progress, int seconds, int posts, int bytes) {
    for (int i = 0; i < seconds; i++) {
      now += Duration.ofSeconds(1).toNanos();
      read += posts;
      progress.taken(bytes);
      progress.update(tally());
    }
  }

  private Tally tally() {
    return new Tally(read, read, 0, 0, rejected, read);
  }

  private String last() {
    String[] lines = err.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K|\n");
    return lines[lines.length - 1];
  }

  @Test
  void showsShareCountsAndTimeLeft() {
    IngestProgress progress = progress(true, 100, OptionalLong.of(100_000));
    rejected = 3;
    pass(progress, 10, 2_000, 1_000);
    assertThat(last())
        .isEqualTo(
            "ingest  10%  2 min left  20,000 read  20,000 analysed  3 rejected  2,000 posts/s");
    pass(progress, 30, 500, 500);
    assertThat(last())
        .as("the rate of the last half minute")
        .isEqualTo(
            "ingest  25%  3 min left  35,000 read  35,000 analysed  3 rejected  500 posts/s");
    pass(progress, 30, 500, 2_000);
    assertThat(last()).startsWith("ingest  85%  8 s left  50,000 read");
    pass(progress, 8, 100, 2_000);
    assertThat(last())
        .as("read to the end and not yet analysed")
        .startsWith("ingest  99%  50,800 read");
    progress.clear();
    assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void tellsNoShareOfAStream() {
    IngestProgress progress = progress(true, 100, OptionalLong.empty());
    pass(progress, 2, 10, 0);
    assertThat(last()).isEqualTo("ingest  20 read  20 analysed  0 rejected  10 posts/s");
  }

  @Test
  void staysOnOneLineAndShowsFiveASecondAtMost() {
    IngestProgress progress = progress(true, 40, OptionalLong.of(10_000_000));
    for (int i = 0; i < 1_000; i++) {
      now += Duration.ofMillis(1).toNanos();
      progress.update(tally());
    }
    String[] lines = err.toString(StandardCharsets.UTF_8).split("\r");
    assertThat(lines).hasSizeBetween(5, 7).allSatisfy(l -> assertThat(l).hasSizeLessThan(43));
    pass(progress, 1, 10, 1);
    assertThat(last()).hasSize(39).startsWith("ingest  0%  5555 h");
  }

  @Test
  void writesALineAMinuteWhereThereIsNoTerminal() {
    IngestProgress progress = progress(false, 100, OptionalLong.of(1_000_000));
    pass(progress, 59, 10, 100);
    assertThat(err.size()).isZero();
    pass(progress, 70, 10, 100);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "ingest  0%  2 h 46 min left  600 read  600 analysed  0 rejected  10 posts/s",
            "ingest  1%  2 h 45 min left  1,200 read  1,200 analysed  0 rejected  10 posts/s");
  }

  @Test
  void goesOnAfterAPause() {
    IngestProgress progress = progress(true, 100, OptionalLong.of(100_000));
    pass(progress, 5, 10, 100);
    now += Duration.ofMinutes(5).toNanos();
    pass(progress, 1, 602, 6_020);
    assertThat(last()).contains("6%").contains("2 posts/s").contains("78 min left");
  }
}
