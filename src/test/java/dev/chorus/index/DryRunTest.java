package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Reaction;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That a dry run tells what a run would do, and disturbs nobody.
class DryRunTest {
  @TempDir Path folder;

  private static Placed placed(Post post) {
    return new Placed(Reaction.unread(post, "und"), Placement.unread());
  }

  /// Few ids, so that posts are edited, reposted, and turn out to be reposts all the time.
  private static Post record(Random random) {
    Optional<String> original =
        random.nextInt(3) > 0 ? Optional.empty() : Optional.of("p" + random.nextInt(40));
    return Post.builder("p" + random.nextInt(40), "text " + random.nextInt(3))
        .createdAt(Optional.of(Instant.ofEpochSecond(random.nextInt(3))))
        .links(new Links(Optional.empty(), Optional.empty(), original, Optional.empty()))
        .build();
  }

  /// What becomes of some records, with a commit now and then.
  private static List<String> outcomes(ReactionWriter writer, long seed) throws IndexException {
    Random random = new Random(seed);
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Post post = record(random);
      Taken taken = writer.take(post);
      outcomes.add(post.id() + " " + taken.getClass().getSimpleName());
      Optional<PendingAnalysis> work =
          switch (taken) {
            case Taken.Added added -> Optional.of(added.work());
            case Taken.Updated updated -> updated.work();
            case Taken.Unchanged _, Taken.Refused _ -> Optional.empty();
          };
      work.ifPresent(w -> writer.finish(w, placed(w.post())));
      if (i % 30 == 29) writer.commit();
    }
    return outcomes;
  }

  @Test
  void tellsWhatARunWouldDo() throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      Path index = folder.resolve("i" + seed);
      try (ReactionWriter writer = ReactionWriter.open(index, Samples.event(), "m")) {
        outcomes(writer, seed);
        writer.commit();
      }
      List<String> before = IndexDump.of(index);
      List<String> dry;
      try (ReactionWriter writer =
          ReactionWriter.dryRun(index, Samples.event(), "m", Pseudonymization.OWN)) {
        dry = outcomes(writer, 1_000 + seed);
      }
      assertThat(IndexDump.of(index)).isEqualTo(before);
      try (ReactionWriter writer = ReactionWriter.open(index, Samples.event(), "m")) {
        assertThat(outcomes(writer, 1_000 + seed)).isEqualTo(dry);
      }
    }
  }

  /// The other commits all the time, so its merges take away files of the commit that a dry run
  /// began with.
  @Test
  void neitherWaitsForAWriterNorIsDisturbedByIt() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger commits = new AtomicInteger();
    try (ExecutorService thread = Executors.newSingleThreadExecutor();
        ReactionWriter writer = ReactionWriter.open(folder, Samples.event(), "m")) {
      Random random = new Random(1);
      for (int i = 0; i < 200; i++) writer.add(Samples.random("first-" + i, new Random(i)));
      writer.commit();
      Future<?> written =
          thread.submit(
              () -> {
                for (int post = 0; !stop.get(); post++) {
                  writer.add(Samples.random("p" + post % 3_000, random));
                  if (post % 20 < 19) continue;
                  writer.commit();
                  commits.incrementAndGet();
                }
                return null;
              });
      try {
        for (int run = 0; run < 10 || commits.get() < 30 && !written.isDone(); run++) {
          try (ReactionWriter dry =
              ReactionWriter.dryRun(folder, Samples.event(), "m", Pseudonymization.OWN)) {
            for (int i = 0; i < 200; i++) {
              Post there = Samples.random("first-" + i, new Random(i)).reaction().post();
              assertThat(dry.take(there)).isInstanceOf(Taken.Unchanged.class);
              dry.add(placed(Post.of("own-" + i, "Kettles are fine")));
              if (i % 20 == 19) dry.commit();
            }
          }
        }
      } finally {
        stop.set(true);
      }
      written.get();
    }
  }
}
