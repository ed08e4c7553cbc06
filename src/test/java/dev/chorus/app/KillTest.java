package dev.chorus.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.index.IndexDump;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// An ingest that is killed again and again ends as if nothing had happened.
@Tag("models")
class KillTest {
  @TempDir Path folder;

  /// The same index is killed several times before it is completed.
  @Test
  void endsAsIfItHadNotBeenKilled() throws Exception {
    List<Path> files =
        List.of(
            Installation.corpus().resolve("crowd.jsonl"),
            Installation.corpus().resolve("deepseek-r1.json"));
    Path whole = folder.resolve("whole");
    IngestToKill.here(whole, true, files);
    Path index = folder.resolve("killed");
    Random random = new Random(5);
    int before = 0;
    for (int kill = 0; kill < 2; kill++) {
      IngestToKill.killed(index, true, files, true, random.nextInt(300));
      int now = IngestToKill.size(index);
      assertThat(now).as("nothing committed is lost").isGreaterThanOrEqualTo(before);
      before = now;
    }
    Tally tally = IngestToKill.here(index, true, files);
    assertThat(tally.read())
        .isEqualTo(tally.indexed() + tally.updated() + tally.unchanged() + tally.rejected());
    assertThat(IndexDump.of(index)).isEqualTo(IndexDump.of(whole));
  }

  /// Each time from the beginning, at a moment soon after the first analysed post.
  @Test
  void everyKillAfterTheFirstAnalysedPostLeavesPostsBehind() throws Exception {
    List<Path> files = List.of(Installation.corpus().resolve("crowd.jsonl"));
    Random random = new Random(11);
    for (int kill = 0; kill < 3; kill++) {
      Path index = folder.resolve("kill-" + kill);
      IngestToKill.killed(index, true, files, true, random.nextInt(500));
      assertThat(IngestToKill.size(index)).isPositive();
    }
  }

  /// Any file, as often as wanted, each time from the beginning:
  /// `mvn test -Dtest=KillTest -Dchorus.kill.file=POSTS.jsonl -Dchorus.kills=20`, and
  /// `-Dchorus.kill.speed=full` with the encoder.
  @Test
  @EnabledIfSystemProperty(named = "chorus.kill.file", matches = ".+")
  void survivesKillsAtRandomMoments() throws Exception {
    List<Path> files = List.of(Path.of(System.getProperty("chorus.kill.file")).toAbsolutePath());
    boolean fast = !System.getProperty("chorus.kill.speed", "fast").equals("full");
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    IngestToKill.killed(whole, fast, files, false, Long.MAX_VALUE);
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<String> expected = IndexDump.of(whole);
    System.out.printf("uninterrupted: %,d posts in %,d ms%n", expected.size(), millis);
    Random random = new Random(Long.getLong("chorus.kill.seed", 1));
    int kills = Integer.getInteger("chorus.kills", 20);
    for (int kill = 1, run = 1; kill <= kills; run++) {
      Path index = folder.resolve("run-" + run);
      long after = random.nextLong(millis);
      // One that is done before cannot be killed, and does not count.
      if (!IngestToKill.killed(index, fast, files, false, after)) continue;
      int committed = IngestToKill.size(index);
      Tally tally = IngestToKill.here(index, fast, files);
      assertThat(IndexDump.of(index)).isEqualTo(expected);
      System.out.printf(
          "kill %2d after %,6d ms: %,5d posts committed; then %s; equal%n",
          kill, after, committed, tally);
      kill++;
    }
  }
}
