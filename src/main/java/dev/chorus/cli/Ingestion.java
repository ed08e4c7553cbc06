package dev.chorus.cli;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.index.IndexException;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Taken;
import dev.chorus.index.Work;
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
import java.util.List;
import java.util.stream.Collectors;

/// Reads files, analyses what is new or changed, and indexes it. Every record is counted once.
final class Ingestion implements AutoCloseable {
  /// A killed run repeats at most this much work.
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(15);

  private final Duration commitEvery;

  private final Io io;
  private final Path index;
  private final Event event;
  private final AnalyzerSettings settings;
  private final int threads;
  private final Tally tally = new Tally();
  private final Unread unread = new Unread();
  private final Progress progress;
  private final Rejections rejections;
  private String command = "";
  private ReactionWriter openWriter;
  private OrderedParallel<Work, Done> analysis;
  private Pipeline pipeline;
  private long lastCommit = System.nanoTime();

  private record Done(Work work, Placed placed) {}

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
    this(io, index, event, settings, threads, COMMIT_EVERY);
  }

  Ingestion(
      Io io,
      Path index,
      Event event,
      AnalyzerSettings settings,
      int threads,
      Duration commitEvery) {
    this.commitEvery = commitEvery;
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
    command =
        files.stream().map(Path::toString).collect(Collectors.joining(" ", "chorus ingest ", ""));
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
      commit();
    } catch (Halt e) {
      throw (IndexException) e.getCause();
    } finally {
      progress.clear();
    }
    unread.report(io);
    if (openWriter != null) FamilyNote.say(io, openWriter.findFamilies());
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
    try {
      switch (writer().take(post)) {
        case Taken.Added added -> {
          tally.indexed++;
          analysis().add(added.work());
        }
        case Taken.Updated updated -> {
          tally.updated++;
          // The models are not loaded if there is none.
          updated.work().ifPresent(work -> analysis().add(work));
        }
        case Taken.Unchanged _ -> tally.unchanged++;
        case Taken.Refused refused -> reject(at, refused.reason());
      }
      if (writer().isFull() || System.nanoTime() - lastCommit > commitEvery.toNanos()) commit();
    } catch (IndexException e) {
      throw new Halt(e);
    }
  }

  /// What is still being analysed comes first: a commit holds everything up to one record.
  private void commit() throws IndexException {
    if (analysis != null) analysis.finish();
    if (openWriter != null) openWriter.commit();
    lastCommit = System.nanoTime();
  }

  private void reject(Place at, String reason) {
    tally.rejected++;
    progress.clear();
    rejections.report(at, reason);
  }

  /// Opened when the first post needs it: files of which nothing can be used leave no empty index.
  private ReactionWriter writer() throws IndexException {
    if (openWriter == null) {
      openWriter =
          ReactionWriter.open(
              index,
              event,
              Pipeline.fingerprint(settings, event),
              Pipeline.trial(settings, event),
              command);
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
              threads, work -> new Done(work, pipeline.place(work.post())), this::store);
    }
    return analysis;
  }

  private void store(Done done) {
    openWriter.finish(done.work(), done.placed());
    unread.count(done.placed().reaction());
    progress.at(tally.read, tally.rejected);
  }

  @Override
  public void close() throws IndexException {
    if (analysis != null) analysis.close();
    if (pipeline != null) pipeline.close();
    if (openWriter != null) openWriter.close();
  }
}
