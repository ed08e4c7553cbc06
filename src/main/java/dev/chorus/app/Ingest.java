package dev.chorus.app;

import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.common.OrderedParallel;
import dev.chorus.index.PendingAnalysis;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.ReactionWriter;
import dev.chorus.index.Taken;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.json.Json;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads files, analyses what is new or changed, and indexes it. One run each.
public final class Ingest implements AutoCloseable {
  private final IngestRequest request;
  private final Privacy.Applied privacy;
  private final Optional<RejectsFile> rejects;
  private final IngestListener listener;
  private final String command;
  private final Unread unread = new Unread();
  private final WaitingNotes waiting = new WaitingNotes(NOTES_IN_MEMORY);
  private Tally tally = Tally.NONE;
  private ReactionWriter openWriter;
  private OrderedParallel<PendingAnalysis, Done> analysis;
  private Pipeline pipeline;
  private long lastCommit = System.nanoTime();

  private static final int NOTES_IN_MEMORY = 10_000;

  private record Done(PendingAnalysis work, Placed placed) {}

  /// What an ingest came to.
  ///
  /// @param unreadable how many files could not be read to their end; what came before is kept
  /// @param unread posts in languages that the models do not read
  /// @param families near-identical posts of the whole index; empty if nothing was written
  public record Result(
      Tally tally, int unreadable, Unread unread, Optional<FamilyCount> families) {}

  /// Carries a checked exception through a callback.
  private static final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Halt(Exception cause) {
      super(cause);
    }
  }

  private Ingest(IngestRequest request, List<Path> files, IngestListener listener)
      throws IndexException, UserException {
    this.request = request;
    this.listener = listener;
    this.privacy = request.privacy().apply(request.index(), request.dryRun());
    this.rejects =
        request.rejects().isPresent()
            ? Optional.of(RejectsFile.open(request.rejects().get(), files))
            : Optional.empty();
    this.command =
        files.stream().map(Path::toString).collect(Collectors.joining(" ", "chorus ingest ", ""));
  }

  /// Ingests the files; what can be read is kept even if a file cannot.
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
    try (Ingest ingest = new Ingest(request, files, listener)) {
      return ingest.run(files, in, reading);
    }
  }

  private Result run(List<Path> files, InputStream in, ReadSettings reading)
      throws IndexException, UserException {
    int unreadable = 0;
    listener.begun(InputSize.of(files));
    try {
      for (Path file : files) {
        try {
          PostReader.read(file, in, reading, listener::read, this::take);
        } catch (UnreadableSourceException e) {
          unreadable++;
          listener.unreadable(e.getMessage());
        }
        listener.endOfFile();
      }
      joinNotes();
      commit();
      if (rejects.isPresent()) rejects.get().flush();
    } catch (Halt e) {
      if (e.getCause() instanceof UserException rejectsFailed) throw rejectsFailed;
      throw (IndexException) e.getCause();
    }
    Optional<FamilyCount> families = Optional.empty();
    if (openWriter != null && !request.dryRun()) {
      listener.stage("looking for copies …");
      families = Optional.of(openWriter.findFamilies());
    }
    return new Result(tally, unreadable, unread, families);
  }

  private void take(ReadResult result) {
    switch (result) {
      case ReadResult.Rejected rejected -> {
        count(1, 0, 0, 0, 0, 0);
        reject(rejected);
      }
      case ReadResult.Parsed parsed -> {
        count(1, 0, 0, 0, 0, 0);
        hidden(parsed).ifPresent(post -> take(post, parsed.at()));
      }
      case ReadResult.Noted noted -> {
        count(1, 0, 0, 0, 0, 0);
        await(noted);
      }
      case ReadResult.Remark remark -> listener.remark(remark.at(), remark.text());
    }
    listener.counted(tally);
  }

  private void await(ReadResult.Noted noted) {
    try {
      waiting.add(noted);
    } catch (IOException e) {
      throw new Halt(waitingFailed(e));
    }
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
      waiting.drain(
          noted -> {
            if (index) join(noted);
            else nowhere(noted);
            listener.counted(tally);
          });
    } catch (IOException e) {
      throw new Halt(waitingFailed(e));
    }
    listener.endOfFile();
  }

  private void join(ReadResult.Noted noted) {
    try {
      Post carrier =
          privacy
              .hiding()
              .apply(
                  Post.builder(noted.post(), noted.note().text())
                      .notes(List.of(noted.note()))
                      .build());
      Optional<Taken> taken = writer().note(carrier.id(), carrier.notes().getFirst());
      if (taken.isEmpty()) {
        nowhere(noted);
        return;
      }
      switch (taken.get()) {
        case Taken.Updated updated -> {
          count(0, 0, 1, 0, 0, 0);
          updated.work().ifPresent(this::analyse);
        }
        case Taken.Unchanged _ -> count(0, 0, 0, 1, 0, 0);
        case Taken.Added _, Taken.Refused _ ->
            throw new IllegalStateException("a note neither makes a post nor is a version of one");
      }
      if (writer().isFull()) commit();
    } catch (IndexException e) {
      throw new Halt(e);
    } catch (IllegalArgumentException e) {
      reject(rejected(noted, "the note cannot be kept: " + e.getMessage() + "."));
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

  /// The post as it may be kept; nothing if it is too long then.
  private Optional<Post> hidden(ReadResult.Parsed parsed) {
    try {
      return Optional.of(privacy.hiding().apply(parsed.post()));
    } catch (IllegalArgumentException e) {
      reject(
          new ReadResult.Rejected(
              parsed.at(), "under pseudonyms " + e.getMessage() + ".", Original.of(parsed.post())));
      return Optional.empty();
    }
  }

  private void take(Post post, Place at) {
    try {
      switch (writer().take(post)) {
        case Taken.Added added -> {
          count(0, 1, 0, 0, 0, 0);
          analyse(added.work());
        }
        case Taken.Updated updated -> {
          count(0, 0, 1, 0, 0, 0);
          updated.work().ifPresent(this::analyse);
        }
        case Taken.Unchanged _ -> count(0, 0, 0, 1, 0, 0);
        case Taken.Refused refused ->
            reject(new ReadResult.Rejected(at, refused.reason(), Original.of(post)));
      }
      boolean due = System.nanoTime() - lastCommit > request.commitEvery().toNanos();
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
    count(0, 0, 0, 0, 1, 0);
    listener.rejected(rejected.at(), rejected.reason());
    if (rejects.isEmpty()) return;
    try {
      rejects.get().add(rejected);
    } catch (UserException e) {
      throw new Halt(e);
    }
  }

  /// The models are loaded when the first post needs them: an unchanged corpus never does.
  private void analyse(PendingAnalysis work) {
    if (!request.dryRun()) {
      analysis().add(work);
      return;
    }
    count(0, 0, 0, 0, 0, 1);
    openWriter.finish(work, new Placed(Reaction.unread(work.post(), "und"), Placement.unread()));
  }

  /// Opened when the first post needs it: files of which nothing can be used leave no empty index.
  private ReactionWriter writer() throws IndexException {
    if (openWriter == null) {
      Method method = request.method();
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

  private OrderedParallel<PendingAnalysis, Done> analysis() {
    if (analysis == null) {
      listener.stage("loading the language models …");
      pipeline = request.method().load();
      analysis =
          new OrderedParallel<>(
              request.threads(), work -> new Done(work, pipeline.place(work.post())), this::store);
    }
    return analysis;
  }

  private void store(Done done) {
    openWriter.finish(done.work(), done.placed());
    unread.count(done.placed().reaction());
    count(0, 0, 0, 0, 0, 1);
    listener.counted(tally);
  }

  @Override
  public void close() throws IndexException, UserException {
    try {
      waiting.close();
    } catch (IOException e) {
      // All that is lost is room in the folder for temporary files, which is emptied anyway.
    }
    if (rejects.isPresent()) rejects.get().close();
    if (analysis != null) analysis.close();
    if (pipeline != null) pipeline.close();
    if (openWriter != null) openWriter.close();
  }
}
