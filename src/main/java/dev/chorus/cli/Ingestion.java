package dev.chorus.cli;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.IndexException;
import dev.chorus.index.ReactionWriter;
import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.OrderedParallel;
import dev.chorus.post.Post;
import dev.chorus.source.Place;
import dev.chorus.source.PostReader;
import dev.chorus.source.ReadResult;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.UnreadableSourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads files, analyses what is new or changed, and indexes it. Every record is counted once.
final class Ingestion implements AutoCloseable {
  /// A killed run repeats at most this much work.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(30);

  private final Io io;
  private final Path index;
  private final Event event;
  private final AnalyzerSettings settings;
  private final int threads;
  private final Tally tally = new Tally();
  private final Unread unread = new Unread();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Progress progress;
  private final Rejections rejections;
  private ReactionWriter openWriter;
  private OrderedParallel<Work, Done> analysis;
  private Pipeline pipeline;
  private long lastCommit = System.nanoTime();

  private record Seen(String hash, Place at) {}

  private record Work(Post post, ReactionWriter.Known known) {}

  private record Done(Placed placed, ReactionWriter.Known known) {}

  /// Carries a checked exception through a callback.
  private static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halt(IndexException cause) {
      super(cause);
    }
  }

  /// What became of the records.
  static final class Tally {
    int read;
    int indexed;
    int updated;
    int unchanged;
    int rejected;

    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ENGLISH,
          "read %,d = %,d indexed + %,d updated + %,d unchanged + %,d rejected",
          read,
          indexed,
          updated,
          unchanged,
          rejected);
    }
  }

  Ingestion(Io io, Path index, Event event, AnalyzerSettings settings, int threads) {
    this.io = io;
    this.index = index;
    this.event = event;
    this.settings = settings;
    this.threads = threads;
    this.progress = new Progress(io, "ingest");
    this.rejections = new Rejections(io);
  }

  /// Ingests the files; what can be read is kept even if a file cannot.
  ///
  /// @param reading what the user says of them
  /// @return how many files could not be read
  int run(List<Path> files, ReadSettings reading) throws IndexException {
    int unreadable = 0;
    try {
      for (Path file : files) {
        try {
          PostReader.read(file, io.in(), reading, this::take);
        } catch (UnreadableSourceException e) {
          unreadable++;
          progress.clear();
          io.say("chorus: " + e.getMessage());
        }
        rejections.endOfFile();
      }
      if (analysis != null) analysis.finish();
    } catch (Halt e) {
      throw (IndexException) e.getCause();
    } finally {
      progress.clear();
    }
    if (openWriter != null) openWriter.commit();
    unread.report(io);
    return unreadable;
  }

  Tally tally() {
    return tally;
  }

  private void take(ReadResult result) {
    switch (result) {
      case ReadResult.Rejected rejected -> {
        tally.read++;
        reject(rejected.at(), rejected.reason());
      }
      case ReadResult.Parsed parsed -> {
        tally.read++;
        take(parsed.post(), parsed.at());
      }
      case ReadResult.Remark remark -> {
        progress.clear();
        rejections.remark(remark.at(), remark.text());
      }
    }
    progress.at(tally.read, tally.rejected);
  }

  private void take(Post post, Place at) {
    String hash = ReactionWriter.contentHash(post);
    Seen before = seen.putIfAbsent(post.id(), new Seen(hash, at));
    if (before != null) {
      if (before.hash().equals(hash)) {
        tally.unchanged++;
      } else {
        reject(
            at,
            "\"id\" is \""
                + post.id()
                + "\", as in "
                + before.at()
                + ", but the content differs; wanted an id of its own. The first one was kept.");
      }
      return;
    }
    try {
      ReactionWriter.Known known = writer().lookUp(post);
      if (known == ReactionWriter.Known.UNCHANGED) tally.unchanged++;
      else analysis().add(new Work(post, known));
    } catch (IndexException e) {
      throw new Halt(e);
    }
  }

  private void reject(Place at, String reason) {
    tally.rejected++;
    progress.clear();
    rejections.report(at, reason);
  }

  /// Opened when the first post needs it: files of which nothing can be used leave no empty index.
  private ReactionWriter writer() throws IndexException {
    if (openWriter == null) {
      openWriter = ReactionWriter.open(index, event, Pipeline.fingerprint(settings, event));
    }
    return openWriter;
  }

  /// The models are loaded when the first post needs them: an unchanged corpus never does.
  private OrderedParallel<Work, Done> analysis() {
    if (analysis == null) {
      progress.note("loading the language models …");
      pipeline = Pipeline.load(event, settings);
      analysis =
          new OrderedParallel<>(
              threads, work -> new Done(pipeline.place(work.post()), work.known()), this::store);
    }
    return analysis;
  }

  private void store(Done done) {
    try {
      writer().add(done.placed());
      unread.count(done.placed().reaction());
      switch (done.known()) {
        case NEW -> tally.indexed++;
        case CHANGED -> tally.updated++;
        case UNCHANGED -> throw new IllegalStateException("an unchanged post was analysed");
      }
      if (System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos()) {
        writer().commit();
        lastCommit = System.nanoTime();
      }
    } catch (IndexException e) {
      throw new Halt(e);
    }
    progress.at(tally.read, tally.rejected);
  }

  @Override
  public void close() throws IndexException {
    if (analysis != null) analysis.close();
    if (pipeline != null) pipeline.close();
    if (openWriter != null) openWriter.close();
  }
}
