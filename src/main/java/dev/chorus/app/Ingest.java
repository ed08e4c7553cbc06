package dev.chorus.app;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.common.Halt;
import dev.chorus.common.Pace;
import dev.chorus.common.Unforeseen;
import dev.chorus.common.Watched;
import dev.chorus.index.PendingAnalysis;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Taken;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.json.Json;
import dev.chorus.language.ModelException;
import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import dev.chorus.source.InputSize;
import dev.chorus.source.PostReader;
import dev.chorus.source.ReadSettings;
import dev.chorus.source.UnreadableSourceException;
import dev.chorus.source.export.CommunityNotesFormat;
import dev.chorus.source.format.Original;
import dev.chorus.source.format.Place;
import dev.chorus.source.format.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads files, analyses what is new or changed, and indexes it. One run each.
///
/// The state belongs to whoever holds the monitor: the thread that reads, the clock that commits
/// while that one waits for input, or another that wants the run to stop.
public final class Ingest implements AutoCloseable {
  /// How long a run that fails waits for the posts that are being analysed, and one that is
  /// stopped.
  private static final Duration LAST_ANALYSES = Duration.ofSeconds(30);

  private static final Duration LAST_OF_STOPPED = Duration.ofSeconds(5);

  private static final int NOTES_IN_MEMORY = 10_000;

  private final IngestRequest request;
  private final Machinery machinery;
  private final Privacy.Applied privacy;
  private Optional<RejectsFile> rejects;
  private final IngestListener listener;
  private final String command;
  private final Unread unread = new Unread();
  private final Pace commits;
  private final WaitingNotes waiting = new WaitingNotes(NOTES_IN_MEMORY);
  private Tally tally = Tally.NONE;
  private ReactionWriter openWriter;
  private Watched<PendingAnalysis, Placed> analysis;
  private Pipeline pipeline;

  /// Whether nothing more is taken.
  private boolean over;

  /// Why not, if it is not because everything has been read.
  private Halt halt;

  private volatile boolean stopping;

  /// What an ingest came to.
  ///
  /// @param unreadable how many files could not be read to their end; what came before is kept
  /// @param unread posts in languages that the models do not read
  /// @param families near-identical posts of the whole index; empty if nothing was written
  /// @param stopped whether it was asked to stop before its end
  public record Result(
      Tally tally,
      int unreadable,
      Unread unread,
      Optional<FamilyCount> families,
      boolean stopped) {}

  /// What reads the posts.
  ///
  /// @param load loads the models
  /// @param longest what a post may take
  record Machinery(Function<Method, Pipeline> load, Duration longest) {
    private static final Machinery REAL = new Machinery(Method::load, Pipeline.LONGEST);
  }

  private Ingest(
      IngestRequest request, Machinery machinery, List<Path> files, IngestListener listener)
      throws IndexException, UserException {
    this.request = request;
    this.machinery = machinery;
    this.listener = listener;
    this.commits = new Pace(request.commitEvery(), System::nanoTime);
    this.privacy = request.privacy().apply(request.index(), request.dryRun());
    this.rejects =
        request.rejects().isPresent()
            ? Optional.of(RejectsFile.open(request.rejects().get(), files))
            : Optional.empty();
    this.command =
        files.stream().map(Path::toString).collect(Collectors.joining(" ", "chorus ingest ", ""));
  }

  /// Ingests the files; what can be read is kept even if a file cannot, and what was read before
  /// whatever ends the run early.
  ///
  /// @param files posts in any shape, or folders of them; `-` is the input
  /// @param in what `-` stands for
  /// @param reading what is known of the files
  /// @throws IndexException if the index cannot be opened or written, or is of another method
  /// @throws UserException if a file that the request names cannot be used
  public static Result run(
      IngestRequest request,
      List<Path> files,
      InputStream in,
      ReadSettings reading,
      IngestListener listener)
      throws IndexException, UserException {
    return run(request, Machinery.REAL, files, in, reading, listener);
  }

  static Result run(
      IngestRequest request,
      Machinery machinery,
      List<Path> files,
      InputStream in,
      ReadSettings reading,
      IngestListener listener)
      throws IndexException, UserException {
    try (Ingest ingest = new Ingest(request, machinery, files, listener);
        ScheduledExecutorService clock = ingest.clock()) {
      try {
        return ingest.run(files, in, reading);
      } finally {
        clock.shutdownNow();
      }
    }
  }

  /// Commits in time also while the next record is being waited for.
  private ScheduledExecutorService clock() {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("commits").factory());
    clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    return clock;
  }

  private synchronized void tick() {
    if (over || halt != null) return;
    try {
      goOn();
    } catch (IndexException | RuntimeException | Error e) {
      halted(e);
    }
  }

  private Result run(List<Path> files, InputStream in, ReadSettings reading)
      throws IndexException, UserException {
    listener.begun(InputSize.of(files));
    listener.running(this::stop);
    int unreadable = 0;
    try {
      for (Path file : files) {
        if (!read(file, in, reading)) unreadable++;
      }
      joinNotes();
      finish();
    } catch (Halt e) {
      if (end(e)) return new Result(tally, unreadable, unread, Optional.empty(), true);
      switch (e.getCause()) {
        case IndexException trouble -> throw trouble;
        case UserException trouble -> throw trouble;
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw e;
      }
    } catch (RuntimeException | Error e) {
      end(e);
      throw e;
    }
    Optional<FamilyCount> families = Optional.empty();
    if (openWriter != null && !request.dryRun()) {
      listener.stage("looking for copies …");
      families = Optional.of(openWriter.findFamilies());
    }
    return new Result(tally, unreadable, unread, families, false);
  }

  /// @return whether it could be read to its end
  private boolean read(Path file, InputStream in, ReadSettings reading) {
    String trouble;
    try {
      PostReader.read(file, in, reading, this::progress, this::take);
      trouble = null;
    } catch (UnreadableSourceException e) {
      trouble = e.getMessage();
    } catch (RuntimeException | StackOverflowError e) {
      if (!Unforeseen.isOfOneRecord(e)) throw e;
      trouble =
          Place.shown(file.toString())
              + " cannot be read any further, by a fault of Chorus ("
              + Unforeseen.describe(e)
              + "). Please report it; what stands before is kept.";
    }
    synchronized (this) {
      if (trouble != null) listener.unreadable(trouble);
      listener.endOfFile();
    }
    return trouble == null;
  }

  private synchronized void progress(long bytes) {
    listener.read(bytes);
  }

  private synchronized void finish() {
    try {
      while (analysis != null && !analysis.isIdle()) pause();
      if (openWriter != null) openWriter.commit();
      if (rejects.isPresent()) rejects.get().flush();
      over = true;
    } catch (IndexException | UserException e) {
      throw halted(e);
    }
  }

  /// Commits everything that was read, in another thread than the one that reads.
  private void stop() throws IndexException {
    stopping = true;
    synchronized (this) {
      if (over) return;
      over = true;
      halted(null);
      save(LAST_OF_STOPPED);
    }
  }

  /// Commits what was read before something ended the run, as far as that can be done.
  ///
  /// @return whether it was asked to stop
  private synchronized boolean end(Throwable why) {
    boolean stopped = stopping && why.getCause() == null;
    if (over) return stopped;
    over = true;
    try {
      boolean noMemory = why instanceof Error || why.getCause() instanceof Error;
      save(noMemory ? Duration.ZERO : stopped ? LAST_OF_STOPPED : LAST_ANALYSES);
    } catch (IndexException | RuntimeException | Error e) {
      // The first failure is the one to report.
      why.addSuppressed(e);
    }
    return stopped;
  }

  private void save(Duration patience) throws IndexException {
    if (openWriter == null || request.dryRun()) return;
    long begun = System.nanoTime();
    boolean busy = analysis != null;
    while (busy) {
      try {
        analysis.await();
        busy = !analysis.isIdle() && System.nanoTime() - begun < patience.toNanos();
      } catch (Halt e) {
        // The run ends already.
      }
    }
    openWriter.commit();
  }

  private Halt halted(Throwable why) {
    if (halt == null) halt = new Halt("the ingest ends here", why);
    return halt;
  }

  private synchronized void take(ReadResult result) {
    if (halt != null) throw halt;
    try {
      switch (result) {
        case ReadResult.Rejected rejected -> {
          count(1, 0, 0, 0, 0, 0);
          reject(rejected);
        }
        case ReadResult.Parsed parsed -> {
          count(1, 0, 0, 0, 0, 0);
          Optional<Post> post = hidden(parsed);
          if (post.isPresent()) take(post.get(), parsed.at());
        }
        case ReadResult.Noted noted -> {
          count(1, 0, 0, 0, 0, 0);
          waiting.add(noted);
        }
        case ReadResult.Remark remark ->
            listener.remark(remark.at(), privacy.telling().apply(remark.shown(privacy.hiding())));
        case ReadResult.EndOfFile end -> listener.endOfPart(end.at(), end.posts(), end.rejected());
      }
      goOn();
    } catch (IOException e) {
      throw halted(waitingFailed(e));
    } catch (IndexException | ModelException e) {
      throw halted(e);
    }
    listener.counted(tally);
  }

  private static UserException waitingFailed(IOException e) {
    return new UserException(
        "Notes wait in a temporary file until all posts are read, and it cannot be written or read:"
            + " "
            + e.getMessage()
            + ". Make room in the folder for temporary files, or name another one with"
            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.");
  }

  /// Puts each note that waits to its post, now that all posts are in.
  private void joinNotes() throws IndexException {
    if (waiting.isEmpty()) return;
    boolean index = openWriter != null || ReactionReader.isThere(request.index());
    try {
      waiting.drain(noted -> join(noted, index));
    } catch (IOException e) {
      throw halted(waitingFailed(e));
    }
    synchronized (this) {
      listener.endOfFile();
    }
  }

  /// @param index whether there is one, and so perhaps the post
  private synchronized void join(ReadResult.Noted noted, boolean index) {
    if (halt != null) throw halt;
    try {
      if (index) join(noted);
      else nowhere(noted);
      goOn();
    } catch (IndexException | ModelException e) {
      throw halted(e);
    }
    listener.counted(tally);
  }

  private void join(ReadResult.Noted noted) throws IndexException {
    Post carrier;
    try {
      Post plain =
          Post.builder(noted.post(), noted.note().text()).notes(List.of(noted.note())).build();
      carrier = privacy.hiding().apply(plain);
    } catch (IllegalArgumentException e) {
      reject(rejected(noted, "the note cannot be kept: " + e.getMessage() + "."));
      return;
    }
    Optional<Taken> taken =
        writer()
            .note(
                carrier.id(),
                carrier.notes().getFirst(),
                why -> {
                  count(0, 0, -1, 0, 0, 0);
                  reject(rejected(noted, "the post of the note cannot be kept."));
                });
    switch (taken.orElse(null)) {
      case null -> nowhere(noted);
      case Taken.Unchanged _ -> count(0, 0, 0, 1, 0, 0);
      case Taken.Updated updated -> {
        count(0, 0, 1, 0, 0, 0);
        if (updated.work().isPresent()) analyse(updated.work().get());
      }
      case Taken.Added _, Taken.Refused _ ->
          throw new IllegalStateException("a note is neither a post nor a version of one");
    }
  }

  private void nowhere(ReadResult.Noted noted) {
    reject(
        rejected(
            noted,
            "the note is about \""
                + noted.post()
                + "\", which is neither in the index nor among the files that were read."));
  }

  private static ReadResult.Rejected rejected(ReadResult.Noted noted, String reason) {
    Original original =
        new Original.Json(Json.utf8(CommunityNotesFormat.toMap(noted.post(), noted.note())));
    return new ReadResult.Rejected(noted.at(), reason, original);
  }

  private void count(
      int read, int indexed, int updated, int unchanged, int rejected, int analysed) {
    tally =
        new Tally(
            tally.read() + read,
            tally.indexed() + indexed,
            tally.updated() + updated,
            tally.unchanged() + unchanged,
            tally.rejected() + rejected,
            tally.analysed() + analysed);
  }

  /// The post as it may be kept; nothing if it cannot be kept so.
  private Optional<Post> hidden(ReadResult.Parsed parsed) {
    try {
      return Optional.of(privacy.hiding().apply(parsed.post()));
    } catch (IllegalArgumentException e) {
      reject(parsed.at(), "under pseudonyms " + e.getMessage() + ".", parsed.post());
    } catch (RuntimeException | StackOverflowError e) {
      reject(parsed.at(), Pipeline.fault(parsed.post(), "put under pseudonyms", e), parsed.post());
    }
    return Optional.empty();
  }

  /// A record that was taken, and what is to be put right if the index cannot have it after all.
  private final class Receipt implements Consumer<Throwable> {
    private final Post post;
    private final Place at;
    private boolean added;

    Receipt(Post post, Place at) {
      this.post = post;
      this.at = at;
    }

    @Override
    public void accept(Throwable why) {
      count(0, added ? -1 : 0, added ? 0 : -1, 0, 0, 0);
      reject(at, Pipeline.fault(post, "analysed and stored", why), post);
    }
  }

  private void take(Post post, Place at) throws IndexException {
    ReactionWriter writer = writer();
    Receipt receipt = new Receipt(post, at);
    Taken taken;
    try {
      taken = writer.take(post, receipt);
    } catch (RuntimeException | StackOverflowError e) {
      reject(at, Pipeline.fault(post, "compared with the index", e), post);
      return;
    }
    switch (taken) {
      case Taken.Added added -> {
        receipt.added = true;
        count(0, 1, 0, 0, 0, 0);
        analyse(added.work());
      }
      case Taken.Updated updated -> {
        count(0, 0, 1, 0, 0, 0);
        collided(at, updated.collision(), "This one takes its place.");
        if (updated.work().isPresent()) analyse(updated.work().get());
      }
      case Taken.Unchanged unchanged -> {
        count(0, 0, 0, 1, 0, 0);
        collided(at, unchanged.collision(), "The newer one is kept.");
      }
      case Taken.Refused refused -> reject(at, refused.reason(), post);
    }
  }

  private void collided(Place at, Optional<String> collision, String outcome) {
    if (collision.isEmpty()) return;
    listener.remark(
        at,
        collision.get()
            + ". "
            + outcome
            + " If they are two posts, give each an id of its own (--ids made).");
  }

  private void reject(Place at, String reason, Post post) {
    reject(new ReadResult.Rejected(at, reason, Original.of(post)));
  }

  private void reject(ReadResult.Rejected rejected) {
    count(0, 0, 0, 0, 1, 0);
    listener.rejected(rejected.at(), privacy.telling().apply(rejected.reason()));
    if (rejects.isEmpty()) return;
    try {
      rejects.get().add(rejected);
    } catch (UserException e) {
      // Said once.
      rejects = Optional.empty();
      throw halted(e);
    }
  }

  /// The models are loaded when the first post needs them: an unchanged corpus never does.
  private void analyse(PendingAnalysis work) throws IndexException {
    if (request.dryRun()) {
      count(0, 0, 0, 0, 0, 1);
      openWriter.finish(work, new Placed(Reaction.unread(work.post(), "und"), Placement.unread()));
      return;
    }
    while (analysis().isFull()) pause();
    analysis.add(work);
  }

  /// Waits a moment for results.
  private void pause() throws IndexException {
    if (stopping) throw halted(null);
    analysis.await();
    goOn();
  }

  /// Takes the results that are there, and commits if it is time to. What is still being analysed
  /// waits for a later commit.
  private void goOn() throws IndexException {
    if (analysis != null) analysis.settle();
    if (openWriter == null || !commits.isDue() && !openWriter.isFull()) return;
    if (openWriter.commit()) commits.done();
  }

  /// Opened when the first post needs it: files of which nothing can be used leave no empty index,
  /// and neither do models that cannot be loaded.
  private ReactionWriter writer() throws IndexException {
    if (openWriter == null) {
      Method method = request.method();
      if (!request.dryRun() && !ReactionReader.isThere(request.index())) analysis();
      openWriter =
          request.dryRun()
              ? ReactionWriter.dryRun(
                  request.index(), method.event(), method.fingerprint(), privacy.naming())
              : ReactionWriter.open(
                  request.index(),
                  method.event(),
                  method.fingerprint(),
                  method.trial(),
                  privacy.naming(),
                  request.origin().toMap(),
                  command);
    }
    return openWriter;
  }

  private Watched<PendingAnalysis, Placed> analysis() {
    if (analysis == null) {
      listener.stage("loading the language models …");
      try {
        pipeline = machinery.load().apply(request.method());
      } catch (RuntimeException e) {
        throw halted(e);
      }
      analysis =
          new Watched<>(
              request.threads(),
              false,
              machinery.longest(),
              work -> pipeline.place(work.post()),
              new Watched.Sink<PendingAnalysis, Placed>() {
                @Override
                public void done(PendingAnalysis work, Placed placed) {
                  store(work, placed);
                }

                @Override
                public void failed(PendingAnalysis work, Throwable why) {
                  if (!Pipeline.isOfOnePost(why)) throw halted(why);
                  openWriter.fail(work, why);
                }
              });
    }
    return analysis;
  }

  private void store(PendingAnalysis work, Placed placed) {
    openWriter.finish(work, placed);
    unread.count(placed.reaction());
    count(0, 0, 0, 0, 0, 1);
    listener.counted(tally);
  }

  @Override
  public synchronized void close() throws IndexException, UserException {
    over = true;
    try {
      waiting.close();
    } catch (IOException e) {
      // All that is lost is room in the folder for temporary files, which is emptied anyway.
    }
    try {
      if (analysis != null) analysis.close();
      if (pipeline != null) pipeline.close();
      if (openWriter != null) openWriter.close();
    } finally {
      if (rejects.isPresent()) rejects.get().close();
    }
  }
}
