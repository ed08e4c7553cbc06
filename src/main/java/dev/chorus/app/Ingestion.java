package dev.chorus.app;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.cli.FamilyNote;
import dev.chorus.cli.IngestOptions;
import dev.chorus.cli.IngestProgress;
import dev.chorus.cli.Io;
import dev.chorus.cli.Rejections;
import dev.chorus.common.OrderedParallel;
import dev.chorus.index.PendingAnalysis;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Taken;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.language.Reaction;
import dev.chorus.language.english.AnalyzerSettings;
import dev.chorus.post.Post;
import dev.chorus.source.InputSize;
import dev.chorus.source.PostReader;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.PostJson;
import dev.chorus.source.format.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads files, analyses what is new or changed, and indexes it. Every record is counted once.
public final class Ingestion implements AutoCloseable {
  private final Io io;
  private final Path index;
  private final Event event;
  private final AnalyzerSettings settings;
  private final int threads;
  private final Tally tally = new Tally();
  private final Unread unread = new Unread();
  private final IngestOptions options;
  private IngestProgress progress;
  private final Rejections rejections;
  private String command = "";
  private RejectsFile rejects;
  private ReactionWriter openWriter;
  private IngestOptions.Names names;
  private OrderedParallel<PendingAnalysis, Done> analysis;
  private Pipeline pipeline;
  private long lastCommit = System.nanoTime();

  private record Done(PendingAnalysis work, Placed placed) {}

  /// Carries a checked exception through a callback.
  private static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halt(Exception cause) {
      super(cause);
    }
  }

  /// What became of the records.
  public static final class Tally {
    public int read;
    public int indexed;
    public int updated;
    public int unchanged;
    public int rejected;

    /// Of those indexed and updated, the ones whose text had to be read by the models.
    public int analysed;

    @Override
    public String toString() {
      return String.format(
          Locale.ENGLISH,
          "read %,d = %,d indexed + %,d updated + %,d unchanged + %,d rejected",
          read,
          indexed,
          updated,
          unchanged,
          rejected);
    }
  }

  public Ingestion(
      Io io,
      Path index,
      Event event,
      AnalyzerSettings settings,
      int threads,
      IngestOptions options) {
    this.options = options;
    this.io = io;
    this.index = index;
    this.event = event;
    this.settings = settings;
    this.threads = threads;
    this.rejections = new Rejections(io);
  }

  /// Ingests the files; what can be read is kept even if a file cannot.
  ///
  /// @param reading what the user says of them
  /// @return how many files could not be read
  /// @throws UserException if the file for the rejected records cannot be written
  public int run(List<Path> files, ReadSettings reading) throws IndexException, UserException {
    int unreadable = 0;
    progress = new IngestProgress(io, tally, InputSize.of(files), System::nanoTime);
    names = options.names(index);
    if (options.rejects().isPresent()) rejects = RejectsFile.open(options.rejects().get(), files);
    command =
        files.stream().map(Path::toString).collect(Collectors.joining(" ", "chorus ingest ", ""));
    try {
      for (Path file : files) {
        try {
          PostReader.read(file, io.in(), reading, progress::taken, this::take);
        } catch (UnreadableSourceException e) {
          unreadable++;
          progress.clear();
          io.say("chorus: " + e.getMessage());
        }
        rejections.endOfFile();
      }
      commit();
      if (rejects != null) rejects.flush();
    } catch (Halt e) {
      if (e.getCause() instanceof UserException rejectsFailed) throw rejectsFailed;
      throw (IndexException) e.getCause();
    } finally {
      progress.clear();
    }
    unread.report(io);
    if (openWriter != null && !options.dryRun()) {
      progress.note("looking for copies …");
      FamilyCount families = openWriter.findFamilies();
      progress.clear();
      FamilyNote.say(io, families);
    }
    if (options.dryRun()) {
      io.say(
          String.format(
              Locale.ENGLISH,
              "Nothing was written. %,d %s would be analysed.",
              tally.analysed,
              tally.analysed == 1 ? "post" : "posts"));
    }
    return unreadable;
  }

  public Tally tally() {
    return tally;
  }

  private void take(ReadResult result) {
    switch (result) {
      case ReadResult.Rejected rejected -> {
        tally.read++;
        reject(rejected);
      }
      case ReadResult.Parsed parsed -> {
        tally.read++;
        hidden(parsed).ifPresent(post -> take(post, parsed.at()));
      }
      case ReadResult.Remark remark -> {
        progress.clear();
        rejections.remark(remark.at(), remark.text());
      }
    }
    progress.update();
  }

  /// The post as it may be kept; nothing if it is too long then.
  private Optional<Post> hidden(ReadResult.Parsed parsed) {
    try {
      return Optional.of(names.hiding().apply(parsed.post()));
    } catch (IllegalArgumentException e) {
      reject(
          new ReadResult.Rejected(
              parsed.at(),
              "under pseudonyms " + e.getMessage() + ".",
              PostJson.toMap(parsed.post())));
      return Optional.empty();
    }
  }

  private void take(Post post, Place at) {
    try {
      switch (writer().take(post)) {
        case Taken.Added added -> {
          tally.indexed++;
          analyse(added.work());
        }
        case Taken.Updated updated -> {
          tally.updated++;
          updated.work().ifPresent(this::analyse);
        }
        case Taken.Unchanged _ -> tally.unchanged++;
        case Taken.Refused refused ->
            reject(new ReadResult.Rejected(at, refused.reason(), PostJson.toMap(post)));
      }
      boolean due = System.nanoTime() - lastCommit > options.commitEvery().toNanos();
      if (due || writer().isFull()) commit();
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

  private void reject(ReadResult.Rejected rejected) {
    tally.rejected++;
    progress.clear();
    rejections.report(rejected.at(), rejected.reason());
    if (rejects == null) return;
    try {
      rejects.add(rejected);
    } catch (UserException e) {
      throw new Halt(e);
    }
  }

  /// The models are loaded when the first post needs them: an unchanged corpus never does.
  private void analyse(PendingAnalysis work) {
    if (!options.dryRun()) {
      analysis().add(work);
      return;
    }
    tally.analysed++;
    openWriter.finish(work, new Placed(Reaction.unread(work.post(), "und"), Placement.unread()));
  }

  /// Opened when the first post needs it: files of which nothing can be used leave no empty index.
  private ReactionWriter writer() throws IndexException {
    if (openWriter == null) {
      String fingerprint = Pipeline.fingerprint(settings, event);
      openWriter =
          options.dryRun()
              ? ReactionWriter.dryRun(index, event, fingerprint, names.naming())
              : ReactionWriter.open(
                  index,
                  event,
                  fingerprint,
                  Pipeline.trial(settings, event),
                  names.naming(),
                  command);
    }
    return openWriter;
  }

  private OrderedParallel<PendingAnalysis, Done> analysis() {
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
    tally.analysed++;
    progress.update();
  }

  @Override
  public void close() throws IndexException, UserException {
    if (rejects != null) rejects.close();
    if (analysis != null) analysis.close();
    if (pipeline != null) pipeline.close();
    if (openWriter != null) openWriter.close();
  }
}
