package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.language.Trial;
import dev.chorus.language.Vector;
import dev.chorus.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/// Adds reactions to an index. One writer at a time; what was committed survives whatever happens.
public final class ReactionWriter implements AutoCloseable {
  /// Says who writes, for whoever finds the index locked. Advice only: Lucene holds the lock
  /// itself.
  private static final String WRITER_NOTE = "writer.txt";

  /// Which posts have a word; nothing of it scores.
  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final DirectoryReader before;
  private final IndexStore store;

  private ReactionWriter(
      Path folder,
      Directory directory,
      IndexWriter writer,
      DirectoryReader before,
      IndexStore store) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.before = before;
    this.store = store;
  }

  /// What became of a post.
  public enum Known {
    /// Not in the index.
    NEW,
    /// In the index with another content.
    CHANGED,
    /// In the index as it is.
    UNCHANGED
  }

  /// Opens an index, or makes one.
  ///
  /// @param event whose camps the reactions were sorted into
  /// @param analysis fingerprint of the models; an index holds the scores of one set of models only
  /// @param trial how those models did on labelled posts; reports correct shares by it
  /// @throws IndexException if the folder is something else, in use, of another version, or of
  ///     another event or other models
  public static ReactionWriter open(
      Path folder, Event event, String analysis, Optional<Trial> trial) throws IndexException {
    boolean fresh = IndexStore.isFresh(folder);
    IndexStore store = new IndexStore(event, analysis, trial);
    Directory directory = null;
    IndexWriter writer = null;
    try {
      Files.createDirectories(folder);
      directory = FSDirectory.open(folder);
      if (!fresh) checkSame(folder, directory, store);
      IndexWriterConfig config = new IndexWriterConfig(new PostAnalyzer());
      config.setSimilarity(Ranking.BEST.said());
      config.setCodec(new VectorCodec());
      config.setCommitOnClose(false);
      writer = new IndexWriter(directory, config);
      writer.setLiveCommitData(store.toCommitData().entrySet());
      // A first, empty commit: from here on the folder is a Chorus index, even after a crash.
      if (fresh) writer.commit();
      Files.writeString(
          folder.resolve(WRITER_NOTE),
          "process " + ProcessHandle.current().pid() + " since " + java.time.Instant.now() + "\n");
      return new ReactionWriter(folder, directory, writer, DirectoryReader.open(writer), store);
    } catch (LockObtainFailedException e) {
      closeQuietly(directory);
      throw new IndexException(
          "The index in "
              + folder
              + " is being written by another Chorus ("
              + holder(folder)
              + "). Wait until it is done, or name another folder with --index.",
          e);
    } catch (IOException e) {
      closeQuietly(writer);
      closeQuietly(directory);
      throw new IndexException(
          "The index in " + folder + " cannot be written: " + e.getMessage(), e);
    } catch (IndexException e) {
      closeQuietly(directory);
      throw e;
    }
  }

  private static void checkSame(Path folder, Directory directory, IndexStore ours)
      throws IndexException, IOException {
    IndexStore.Opened opened = IndexStore.open(folder, directory);
    opened.reader().close();
    IndexStore theirs = opened.store();
    if (!theirs.event().fingerprint().equals(ours.event().fingerprint())) {
      throw new IndexException(
          "The index in "
              + folder
              + " was sorted by another camp file (event "
              + theirs.event().id()
              + ", "
              + theirs.event().fingerprint().substring(0, 12)
              + "; yours is "
              + ours.event().id()
              + ", "
              + ours.event().fingerprint().substring(0, 12)
              + "). It was left as it is: use the same file, or ingest into a new folder (--index"
              + " DIR).");
    }
    if (!theirs.analysis().equals(ours.analysis())) {
      throw new IndexException(
          "The index in "
              + folder
              + " holds scores of other models ("
              + theirs.analysis()
              + "; this Chorus has "
              + ours.analysis()
              + "). It was left as it is: ingest into a new folder (--index DIR).");
    }
  }

  private static String holder(Path folder) {
    try {
      return Files.readString(folder.resolve(WRITER_NOTE)).strip();
    } catch (IOException e) {
      return "process unknown";
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      if (resource != null) resource.close();
    } catch (Exception e) {
      // The first failure is the one to report.
    }
  }

  /// As above, for models that were tried on nothing.
  public static ReactionWriter open(Path folder, Event event, String analysis)
      throws IndexException {
    return open(folder, event, analysis, Optional.empty());
  }

  /// Whether a post was in the index when it was opened, and whether it has changed since.
  public Known lookUp(Post post) throws IndexException {
    try {
      Optional<byte[]> stored = storedHash(post.id());
      if (stored.isEmpty()) return Known.NEW;
      return Arrays.equals(stored.get(), hash(post)) ? Known.UNCHANGED : Known.CHANGED;
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private Optional<byte[]> storedHash(String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : before.leaves()) {
      if (leaf.reader().terms(Fields.ID) == null) continue;
      TermsEnum terms = leaf.reader().terms(Fields.ID).iterator();
      if (!terms.seekExact(term)) continue;
      PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (leaf.reader().getLiveDocs() != null && !leaf.reader().getLiveDocs().get(doc)) continue;
        BinaryDocValues hashes = leaf.reader().getBinaryDocValues(Fields.HASH);
        if (hashes.advanceExact(doc)) {
          BytesRef hash = hashes.binaryValue();
          return Optional.of(
              Arrays.copyOfRange(hash.bytes, hash.offset, hash.offset + hash.length));
        }
      }
    }
    return Optional.empty();
  }

  /// A digest of everything that the source says about a post: 32 hexadecimal digits.
  public static String contentHash(Post post) {
    try {
      return HexFormat.of().formatHex(hash(post));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  private static byte[] hash(Post post) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(ReactionCodec.postBytes(post));
      return Arrays.copyOf(digest, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Adds a reaction; takes the place of an older one with the same id.
  public void add(Placed placed) throws IndexException {
    try {
      writer.updateDocument(new Term(Fields.ID, placed.reaction().post().id()), document(placed));
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private static Document document(Placed placed) throws IOException {
    Post post = placed.reaction().post();
    Document doc = new Document();
    doc.add(new StringField(Fields.ID, post.id(), Field.Store.NO));
    doc.add(new SortedDocValuesField(Fields.ID, new BytesRef(post.id())));
    doc.add(new TextField(Fields.TEXT, post.text(), Field.Store.YES));
    doc.add(new Field(Fields.WORD, post.text(), WORDS));
    keyword(doc, Fields.CAMP, placed.placement().camp());
    keyword(
        doc,
        Fields.SENTIMENT,
        placed.reaction().sentiment().map(s -> s.label().id()).orElse("unread"));
    placed
        .reaction()
        .stances()
        .forEach(s -> keyword(doc, Fields.STANCE, s.side().id() + ":" + s.target()));
    placed.reaction().mentions().stream()
        .map(m -> m.name())
        .distinct()
        .forEach(name -> keyword(doc, Fields.ENTITY, name));
    post.author().handle().ifPresent(h -> keyword(doc, Fields.AUTHOR, h));
    post.author().name().ifPresent(n -> keyword(doc, Fields.AUTHOR, n));
    post.platform().ifPresent(p -> keyword(doc, Fields.PLATFORM, p));
    keyword(doc, Fields.LANG, placed.reaction().lang());
    keyword(doc, Fields.KIND, post.kind().id());
    post.createdAt()
        .ifPresent(
            t -> {
              doc.add(new LongPoint(Fields.CREATED, t.toEpochMilli()));
              doc.add(new NumericDocValuesField(Fields.CREATED, t.toEpochMilli()));
            });
    doc.add(new NumericDocValuesField(Fields.ENGAGEMENT, post.engagement().interactions()));
    placed
        .reaction()
        .vector()
        .map(Vector::toArray)
        .ifPresent(
            v ->
                doc.add(
                    new KnnFloatVectorField(
                        Fields.VECTOR, v, VectorSimilarityFunction.DOT_PRODUCT)));
    doc.add(new BinaryDocValuesField(Fields.HASH, new BytesRef(hash(post))));
    doc.add(new StoredField(Fields.DATA, ReactionCodec.encode(placed)));
    return doc;
  }

  /// A value to filter by (whatever its case) and to count.
  private static void keyword(Document doc, String field, String value) {
    doc.add(new StringField(field, keywordTerm(value), Field.Store.NO));
    doc.add(new SortedSetDocValuesField(field, new BytesRef(clip(value))));
  }

  static String keywordTerm(String value) {
    return clip(value.toLowerCase(Locale.ROOT));
  }

  /// Lucene refuses terms over 32,766 bytes; no honest name is near that.
  private static String clip(String value) {
    return value.length() <= 1_000 ? value : value.substring(0, 1_000);
  }

  /// Makes everything added so far safe and visible.
  public void commit() throws IndexException {
    try {
      writer.setLiveCommitData(store.toCommitData().entrySet());
      writer.commit();
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private IndexException trouble(IOException e) {
    return new IndexException(
        "The index in "
            + folder
            + " cannot be written: "
            + e.getMessage()
            + ". What was committed before is safe; run the same command again.",
        e);
  }

  /// Closes the index; what was not committed is forgotten.
  @Override
  public void close() throws IndexException {
    try (directory;
        writer;
        before) {
      Files.deleteIfExists(folder.resolve(WRITER_NOTE));
    } catch (IOException e) {
      throw trouble(e);
    }
  }
}
