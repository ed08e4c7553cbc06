package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.camp.Placement;
import dev.chorus.index.column.Digest;
import dev.chorus.index.column.FamilyPass;
import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.Scratch;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.query.IndexException;
import dev.chorus.index.search.Ranking;
import dev.chorus.index.text.IndexFields;
import dev.chorus.index.text.PostAnalyzer;
import dev.chorus.language.model.Trial;
import dev.chorus.post.Note;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/// Adds reactions to an index. One writer at a time; what was committed survives whatever happens.
public final class ReactionWriter implements AutoCloseable {
  /// How operating systems say it.
  private static final Pattern DISK_FULL =
      Pattern.compile("(?i)no space left|not enough space|quota exceeded");

  /// Some 50 MB with vectors.
  private static final int MOST_CHANGED = 10_000;

  private static final long MOST_CHARACTERS = 8_000_000;

  /// Where it says who writes.
  private final Optional<Path> noted;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private IndexStore store;
  private final Entries entries;

  /// The index that a dry run stands on.
  private final Optional<DirectoryReader> below;

  private final Optional<StoredEntries> base;

  /// What this has written, as of the last commit.
  private DirectoryReader before;

  /// What the families came to; empty if posts have come since.
  private Optional<FamilyCount> families;

  private ReactionWriter(
      Optional<Path> noted,
      Path folder,
      Directory directory,
      IndexWriter writer,
      Optional<DirectoryReader> below,
      DirectoryReader before,
      IndexStore store)
      throws IOException {
    this.noted = noted;
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.below = below;
    this.before = before;
    this.store = store;
    this.base = below.isPresent() ? Optional.of(new StoredEntries(below.get())) : Optional.empty();
    this.entries = new Entries(new StoredEntries(before, base));
    // A dry run may stand on no index at all.
    this.families =
        DirectoryReader.indexExists(directory)
            ? FamilyCount.ofCommit(SegmentInfos.readLatestCommit(directory).getUserData())
            : Optional.empty();
  }

  /// Opens an index, or makes one.
  ///
  /// @param event whose camps the reactions were sorted into
  /// @param analysis fingerprint of the models; an index holds the scores of one set of models only
  /// @throws IndexException if the folder is something else, in use, of another version, or of
  ///     another event or other models
  public static ReactionWriter open(Path folder, Event event, String analysis)
      throws IndexException {
    return open(folder, event, analysis, Optional.empty(), Pseudonymization.OWN, Map.of(), "");
  }

  /// @param trial how those models did on labelled posts; reports correct shares by it
  /// @param naming under which names it keeps people; never both
  /// @param origin where the files lie that decide this, for [ReactionReader#origin]
  /// @param command what this process was asked to do, for others that find the index locked
  public static ReactionWriter open(
      Path folder,
      Event event,
      String analysis,
      Optional<Trial> trial,
      Pseudonymization naming,
      Map<String, String> origin,
      String command)
      throws IndexException {
    IndexStore store = new IndexStore(event, analysis, trial, naming, origin);
    return open(folder, FSDirectory::open, store, command);
  }

  /// The same, but nothing of the index is touched, nor is a writer waited for: what would be
  /// written goes to a temporary folder and is gone in the end. It stands on the last commit as of
  /// now, however another process goes on with the index.
  public static ReactionWriter dryRun(
      Path folder, Event event, String analysis, Pseudonymization naming) throws IndexException {
    IndexStore store = new IndexStore(event, analysis, Optional.empty(), naming, Map.of());
    DirectoryReader below = null;
    Directory directory = null;
    IndexWriter writer = null;
    try {
      if (!IndexStore.isFresh(folder)) {
        // Files that are open can be read to the end, also when a merge has taken their place.
        IndexStore.Opened opened = IndexStore.open(folder, FSDirectory.open(folder));
        below = opened.reader();
        store.checkFits(folder, opened.store());
      }
      directory = Scratch.make();
      writer = new IndexWriter(directory, config());
      return new ReactionWriter(
          Optional.empty(),
          folder,
          directory,
          writer,
          Optional.ofNullable(below),
          DirectoryReader.open(writer),
          store);
    } catch (IOException | AlreadyClosedException e) {
      closeQuietly(writer);
      closeQuietly(directory);
      closeQuietly(below);
      throw trouble(folder, e);
    } catch (IndexException e) {
      closeQuietly(below);
      throw e;
    }
  }

  /// Where the files of an index are kept.
  interface Storage {
    Directory open(Path folder) throws IOException;
  }

  static ReactionWriter open(Path folder, Storage storage, IndexStore store, String command)
      throws IndexException {
    boolean fresh = IndexStore.isFresh(folder);
    Directory directory = null;
    IndexWriter writer = null;
    try {
      Files.createDirectories(folder);
      directory = storage.open(folder);
      if (!fresh) checkSame(folder, directory, store);
      writer = new IndexWriter(directory, config());
      // Another process may have made it while this one waited for the lock.
      if (fresh && DirectoryReader.indexExists(directory)) checkSame(folder, directory, store);
      writer.setLiveCommitData(store.toCommitData().entrySet());
      // A first, empty commit: from here on the folder is a Chorus index, even after a crash.
      if (fresh) writer.commit();
      WriterNote.write(folder, command);
      return new ReactionWriter(
          Optional.of(folder),
          folder,
          directory,
          writer,
          Optional.empty(),
          DirectoryReader.open(writer),
          store);
    } catch (LockObtainFailedException e) {
      closeQuietly(directory);
      throw new IndexException(
          "The index in "
              + folder
              + " is being written by another Chorus ("
              + WriterNote.read(folder)
              + "). Wait until it is done, or name another folder with --index. Searching goes on"
              + " meanwhile.",
          e);
    } catch (IOException | AlreadyClosedException e) {
      closeQuietly(writer);
      closeQuietly(directory);
      throw trouble(folder, e);
    } catch (IndexException e) {
      closeQuietly(writer);
      closeQuietly(directory);
      throw e;
    }
  }

  /// How Lucene writes an index.
  static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(new PostAnalyzer());
    config.setSimilarity(Ranking.BEST.said());
    config.setCodec(new VectorCodec());
    config.setCommitOnClose(false);
    config.setMergeScheduler(new QuietMerges());
    return config;
  }

  /// Merges in the background, as Lucene does. One that fails has changed nothing: if it is the
  /// disk, the next commit tells, and better than a stack trace from a thread of Lucene's.
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable e) {
      if (e instanceof Error error) throw error;
    }
  }

  private static void checkSame(Path folder, Directory directory, IndexStore ours)
      throws IndexException, IOException {
    IndexStore.Opened opened = IndexStore.open(folder, directory);
    opened.reader().close();
    ours.checkFits(folder, opened.store());
  }

  /// Under which names an index keeps people; empty if there is none yet.
  public static Optional<Pseudonymization> naming(Path folder) throws IndexException {
    if (IndexStore.isFresh(folder)) return Optional.empty();
    try (Directory directory = FSDirectory.open(folder)) {
      IndexStore.Opened opened = IndexStore.open(folder, directory);
      opened.reader().close();
      return Optional.of(opened.store().naming());
    } catch (IOException e) {
      throw new IndexException("The index in " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      if (resource != null) resource.close();
    } catch (Exception e) {
      // The first failure is the one to report.
    }
  }

  /// What becomes of a record: the newest version of a post stays, and a repost counts into its
  /// original. Nothing of it is in the index before the next commit.
  public Taken take(Post post) throws IndexException {
    return take(
        post,
        why -> {
          throw new IllegalStateException(post.id() + " cannot be indexed", why);
        });
  }

  /// The same for somebody who goes on where one post cannot be indexed.
  ///
  /// @param lost told why, during [#fail] or [#commit], if what was taken cannot be indexed after
  ///     all; the index then has what it had before
  public Taken take(Post post, Consumer<Throwable> lost) throws IndexException {
    try {
      return entries.take(post, lost);
    } catch (IOException | AlreadyClosedException e) {
      throw trouble(e);
    }
  }

  /// What becomes of a note that comes apart from its post, see [Note#isApart]: the post is updated
  /// unless it has the note. Nothing if no such post was taken, in this run or before.
  ///
  /// @param post id of the post, or of one of its versions or reposts
  /// @param lost told why if it cannot be indexed after all, see [#take]
  public Optional<Taken> note(String post, Note note, Consumer<Throwable> lost)
      throws IndexException {
    try {
      return entries.note(post, note, lost);
    } catch (IOException | AlreadyClosedException e) {
      throw trouble(e);
    }
  }

  /// Takes the result of the work that [#take] asked for.
  public void finish(PendingAnalysis work, Placed placed) {
    work.entry().finish(work, placed);
  }

  /// Gives up a post whose work cannot be done, and all that has been taken into it since it was
  /// last committed.
  public void fail(PendingAnalysis work, Throwable why) {
    Entry entry = work.entry();
    // Another version needs other work.
    if (!entry.awaits(work)) return;
    entries.drop(entry);
    entry.waiting().forEach(lost -> lost.accept(why));
  }

  /// Whether enough is waiting for a commit to make one; more would only cost memory.
  public boolean isFull() {
    return entries.changed().size() >= MOST_CHANGED || entries.characters() >= MOST_CHARACTERS;
  }

  /// Takes a reaction at hand as [#take] takes its post.
  public void add(Placed placed) throws IndexException {
    Optional<PendingAnalysis> work =
        switch (take(placed.reaction().post())) {
          case Taken.Added added -> Optional.of(added.work());
          case Taken.Updated updated -> updated.work();
          case Taken.Unchanged _ -> Optional.empty();
          case Taken.Refused refused -> throw new IllegalArgumentException(refused.reason());
        };
    work.ifPresent(w -> finish(w, placed));
  }

  /// A digest of everything that the source says about a post: 32 hexadecimal digits.
  public static String contentHash(Post post) {
    return Digest.of(post).hex();
  }

  /// Moves all posts to the camps of a changed event, from what is stored of them. Until all are
  /// moved the index stays as it was, whatever happens.
  ///
  /// @param analysis fingerprint of the models, see [#open]
  /// @param origin see [#open]
  /// @param placing gives a stored reaction its placement; called by several threads
  /// @param moved gets the camp before and after of each post; called by this thread
  public void reassign(
      Event event,
      String analysis,
      Optional<Trial> trial,
      Map<String, String> origin,
      Function<Placed, Placement> placing,
      int threads,
      BiConsumer<String, String> moved)
      throws IndexException {
    try {
      new Reassignment(writer, PostColumns.campsOf(event), placing, threads, moved).run(before);
      store = new IndexStore(event, analysis, trial, store.naming(), origin);
      describe();
      writer.commit();
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /// Makes everything taken so far safe and visible, except for what still waits for its work.
  ///
  /// @return whether there was anything
  public boolean commit() throws IndexException {
    Set<Entry> ready = entries.ready();
    if (ready.isEmpty()) return false;
    Map<Entry, Throwable> lost = new LinkedHashMap<>();
    try {
      // First, as an id may have gone over to another entry.
      for (String id : entries.outdated(ready))
        writer.deleteDocuments(new Term(IndexFields.ID, id));
      List<String> camps = PostColumns.campsOf(store.event());
      for (Entry entry : ready) {
        try {
          writer.addDocument(EntryDocument.of(entry, camps));
        } catch (RuntimeException e) {
          if (e instanceof AlreadyClosedException) throw e;
          for (Entry old : entries.before(entry)) writer.addDocument(EntryDocument.of(old, camps));
          lost.put(entry, e);
        }
      }
      families = Optional.empty();
      describe();
      writer.commit();
      DirectoryReader now = DirectoryReader.openIfChanged(before, writer);
      if (now != null) {
        before.close();
        before = now;
      }
      entries.startFrom(new StoredEntries(before, base), ready);
    } catch (IOException | AlreadyClosedException e) {
      throw trouble(e);
    }
    lost.forEach((entry, why) -> entry.waiting().forEach(one -> one.accept(why)));
    return true;
  }

  /// Brings the families of near-identical posts up to date and commits; costs nothing if no post
  /// has come since. To be called when all posts of a run are in: it goes over the whole index.
  public FamilyCount findFamilies() throws IndexException {
    commit();
    if (families.isEmpty()) {
      try {
        families = Optional.of(FamilyPass.run(writer));
        describe();
        writer.commit();
      } catch (IOException | AlreadyClosedException e) {
        throw trouble(e);
      }
    }
    return families.get();
  }

  /// Puts into the next commit what the index says about itself.
  private void describe() {
    Map<String, String> data = store.toCommitData();
    families.ifPresent(f -> f.toCommit(data));
    writer.setLiveCommitData(data.entrySet());
  }

  private IndexException trouble(Exception e) {
    return trouble(folder, e);
  }

  private static IndexException trouble(Path folder, Exception e) {
    if (!Files.isDirectory(folder)) {
      return new IndexException(
          "The index in "
              + folder
              + " cannot be written: the folder was deleted or moved meanwhile. Run the same"
              + " command again to make it anew.",
          e);
    }
    String what = messages(e);
    boolean full = DISK_FULL.matcher(what).find();
    return new IndexException(
        "The index in "
            + folder
            + " cannot be written: "
            + (full ? "the disk is full (" + what + ")" : what)
            + ". What was committed before is safe; "
            + (full ? "make room and" : "then")
            + " run the same command again.",
        e);
  }

  /// Lucene may say only that it gave up, and why behind that.
  private static String messages(Throwable e) {
    while (e instanceof AlreadyClosedException && e.getCause() != null) e = e.getCause();
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /// Closes the index; what was not committed is forgotten.
  @Override
  public void close() throws IndexException {
    try {
      try {
        if (noted.isPresent()) WriterNote.delete(noted.get());
      } finally {
        IOUtils.close(before, writer, directory, below.orElse(null));
      }
    } catch (IOException e) {
      throw trouble(e);
    }
  }
}
