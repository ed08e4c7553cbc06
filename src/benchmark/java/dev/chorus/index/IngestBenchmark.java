package dev.chorus.index;

import com.sun.management.OperatingSystemMXBean;
import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.Placed;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.post.Post;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What an ingest of very many posts needs: the heap from the first to the last post and while
/// families are found, on posts of [CorpusGenerator], whose analysis is given.
///
/// And how fast the index is written, beside a bare loop of Lucene's that adds the same documents.
///
/// `mvn test -Dtest=IngestBenchmark#memory -Dchorus.ingest=1000000 -Dchorus.heap=1g` and
/// `mvn test -Dtest=IngestBenchmark#speed -Dchorus.ingest=200000`, with `-Dchorus.vectors=true` for
/// posts with vectors. No test: it asserts nothing, and does not run without that property; but it
/// fails if the heap is too small.
@EnabledIfSystemProperty(named = "chorus.ingest", matches = "\\d+")
class IngestBenchmark {
  /// As `ingest` commits.
  private static final long COMMIT_EVERY = Duration.ofSeconds(15).toNanos();

  /// One post in so many is a copy.
  private static final int COPIES = 10;

  /// One post in so many is copied.
  private static final int COPIED = 50;

  /// So many prepared posts are held in memory.
  private static final int CHUNK = 200_000;

  private static final int ROUNDS = 5;

  private final int posts = Integer.getInteger("chorus.ingest", 0);
  private final boolean vectors = Boolean.getBoolean("chorus.vectors");

  @TempDir Path folder;

  @Test
  void memory() throws Exception {
    CorpusGenerator generator = generator();
    int step = Math.max(1, posts / 10);
    try (Heap heap = new Heap()) {
      System.out.printf(
          Locale.ROOT, "heap of %,d MB; the generator holds %,d MB%n", heap.most(), heap.live());
      try (ReactionWriter writer = ReactionWriter.open(folder, event(), "generated")) {
        long last = System.nanoTime();
        long stepped = last;
        for (int i = 1; i <= posts; i++) {
          take(writer, post(generator, i - 1));
          if (writer.isFull() || System.nanoTime() - last > COMMIT_EVERY) {
            writer.commit();
            last = System.nanoTime();
          }
          if (i % step > 0 && i < posts) continue;
          double seconds = (System.nanoTime() - stepped) / 1e9;
          System.out.printf(
              Locale.ROOT,
              "%,9d posts: %,4d MB live, %,4d MB at most after a collection, %,6.0f posts/s%n",
              i,
              heap.live(),
              heap.peak(),
              step / seconds);
          stepped = System.nanoTime();
        }
        writer.commit();
        heap.live();
        heap.peak();
        long start = System.nanoTime();
        FamilyCount families = writer.findFamilies();
        System.out.printf(
            Locale.ROOT,
            "%,d families found in %.1f s: %,d MB at most after a collection, %,d MB live behind"
                + " it%n",
            families.families(),
            (System.nanoTime() - start) / 1e9,
            heap.peak(),
            heap.live());
      }
    }
  }

  /// Medians of some rounds, each with the bare loop and then the writer, as machines are noisy.
  @Test
  void speed() throws Exception {
    CorpusGenerator generator = generator();
    List<Placed> chunk =
        IntStream.range(0, Math.min(posts, CHUNK)).mapToObj(i -> post(generator, i)).toList();
    List<Speed> bare = new ArrayList<>();
    List<Speed> ours = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      Speed loop = bare(chunk, folder.resolve("bare" + round));
      Speed writer = ours(chunk, folder.resolve("ours" + round));
      System.out.println("bare loop " + loop + ", writer " + writer);
      // The first round warms up.
      if (round == 0) continue;
      bare.add(loop);
      ours.add(writer);
    }
    Speed loop = Speed.median(bare);
    Speed writer = Speed.median(ours);
    System.out.printf(
        Locale.ROOT,
        "%,d posts, medians of %d rounds: bare loop %s, writer %s; the writer has %.2f of the posts"
            + " a second, %.2f of the posts a second of processor time%n",
        chunk.size(),
        ROUNDS,
        loop,
        writer,
        writer.rate() / loop.rate(),
        loop.micros() / writer.micros());
  }

  /// @param rate posts a second
  /// @param micros processor time of all threads for a post: other work on the machine disturbs it
  ///     less
  private record Speed(double rate, double micros) {
    private static final OperatingSystemMXBean PROCESS =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Start(long nanos, long processor) {}

    static Start start() {
      System.gc();
      return new Start(System.nanoTime(), PROCESS.getProcessCpuTime());
    }

    static Speed since(Start start, int posts) {
      return new Speed(
          posts * 1e9 / (System.nanoTime() - start.nanos()),
          (PROCESS.getProcessCpuTime() - start.processor()) / 1e3 / posts);
    }

    static Speed median(List<Speed> all) {
      return new Speed(median(all, Speed::rate), median(all, Speed::micros));
    }

    private static double median(List<Speed> all, ToDoubleFunction<Speed> figure) {
      return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,.0f posts/s (%.0f µs of processor a post)", rate, micros);
    }
  }

  /// Adds documents of the same fields, prepared entries given, and commits once.
  private static Speed bare(List<Placed> posts, Path index) throws Exception {
    List<Entry> entries = new ArrayList<>(posts.size());
    for (Placed placed : posts) {
      Entry entry = Entry.of(placed.reaction().post());
      entry.finish(entry.work().orElseThrow(), placed);
      entries.add(entry);
    }
    List<String> camps = PostColumns.campsOf(event());
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, ReactionWriter.config())) {
      Speed.Start start = Speed.start();
      for (Entry entry : entries) writer.addDocument(EntryDocument.of(entry, camps));
      writer.commit();
      return Speed.since(start, posts.size());
    }
  }

  /// Takes the records as an ingest does: looks each up, and commits as often.
  private static Speed ours(List<Placed> posts, Path index) throws Exception {
    try (ReactionWriter writer = ReactionWriter.open(index, event(), "generated")) {
      Speed.Start start = Speed.start();
      long last = System.nanoTime();
      for (Placed placed : posts) {
        take(writer, placed);
        if (!writer.isFull() && System.nanoTime() - last <= COMMIT_EVERY) continue;
        writer.commit();
        last = System.nanoTime();
      }
      writer.commit();
      return Speed.since(start, posts.size());
    }
  }

  /// The post of a number; one in ten says again what one post in fifty said first.
  private Placed post(CorpusGenerator generator, int number) {
    Placed own = generator.post(number);
    if (number % COPIES > 0) return own;
    Placed copied = generator.post(number / COPIES % Math.max(1, posts / COPIED) * COPIED + 1);
    Post post = own.reaction().post();
    Post copy =
        Post.builder(post.id(), copied.reaction().post().text())
            .platform(post.platform())
            .createdAt(post.createdAt())
            .url(post.url())
            .author(post.author())
            .links(post.links())
            .engagement(post.engagement())
            .build();
    return new Placed(copied.reaction().with(copy), copied.placement());
  }

  /// One record as `Ingestion` takes it, with an analysis that costs nothing.
  private static void take(ReactionWriter writer, Placed placed) throws IndexException {
    if (writer.take(placed.reaction().post()) instanceof Taken.Added added) {
      writer.finish(added.work(), placed);
    }
  }

  private CorpusGenerator generator() throws Exception {
    return new CorpusGenerator(1, posts, PostColumns.campsOf(event()), vectors);
  }

  private static Event event() throws Exception {
    return EventFile.read(
        Path.of(System.getProperty("chorus.home"), "models/events/deepseek-r1/camps.yaml"));
  }
}
