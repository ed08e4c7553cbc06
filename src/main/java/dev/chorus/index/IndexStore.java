package dev.chorus.index;

import dev.chorus.camp.Event;
import dev.chorus.camp.EventFile;
import dev.chorus.camp.EventFileException;
import dev.chorus.common.SharedSteps;
import dev.chorus.index.query.IndexException;
import dev.chorus.json.Json;
import dev.chorus.language.model.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/// What an index says about itself, kept in Lucene's commit so that it can never disagree with the
/// posts, and the checks before one is opened.
///
/// @param event the event whose camps the posts were sorted into
/// @param analysis fingerprint of the models behind the scores
/// @param trial how those models did on labelled posts, where that is known
/// @param naming under which names it keeps people
/// @param origin where the files lie that the posts were read and sorted by, under names that the
///     index does not ask about: a later command can find them there
record IndexStore(
    Event event,
    String analysis,
    Optional<Trial> trial,
    Pseudonymization naming,
    Map<String, String> origin) {

  /// Version of fields and stored data. An index of another version is refused, never guessed at.
  static final String FORMAT = "7";

  private static final String FORMAT_KEY = "chorus.format";
  private static final String EVENT_KEY = "chorus.event";
  private static final String ANALYSIS_KEY = "chorus.analysis";
  private static final String TRIAL_KEY = "chorus.trial";
  private static final String PSEUDONYMS_KEY = "chorus.pseudonyms";
  private static final String ORIGIN_KEY = "chorus.origin.";

  /// Lucene advises to switch on an incubator module of the JDK; its price is a warning of the
  /// JVM's own on every run, and no query of Chorus is slow enough to pay it. Held, or it would be
  /// forgotten together with its level.
  private static final Logger VECTOR_HINT =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    VECTOR_HINT.setLevel(Level.SEVERE);
  }

  Map<String, String> toCommitData() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(FORMAT_KEY, FORMAT);
    data.put(EVENT_KEY, event.source());
    data.put(ANALYSIS_KEY, analysis);
    trial.ifPresent(
        t ->
            data.put(
                TRIAL_KEY, Json.compact(Map.of("classes", t.classes(), "answers", t.toRows()))));
    naming.secret().ifPresent(secret -> data.put(PSEUDONYMS_KEY, secret));
    origin.forEach((name, value) -> data.put(ORIGIN_KEY + name, value));
    return data;
  }

  /// @param theirs what the index says that this would be written to
  /// @throws IndexException if its posts were sorted by another camp file, read by other models, or
  ///     kept under other names
  void checkFits(Path folder, IndexStore theirs) throws IndexException {
    if (!theirs.event().fingerprint().equals(event.fingerprint())) {
      throw new IndexException(
          "The index in "
              + folder
              + " was sorted by another camp file (event "
              + theirs.event().id()
              + ", "
              + theirs.event().fingerprint().substring(0, 12)
              + "; yours is "
              + event.id()
              + ", "
              + event.fingerprint().substring(0, 12)
              + "). It was left as it is: use the same file, or ingest into a new folder (--index"
              + " DIR).");
    }
    if (!theirs.analysis().equals(analysis)) {
      throw new IndexException(
          "The index in "
              + folder
              + " holds scores of other models ("
              + theirs.analysis()
              + "; this Chorus has "
              + analysis
              + "). It was left as it is: ingest into a new folder (--index DIR).");
    }
    Pseudonymization.check(folder, theirs.naming(), naming);
  }

  /// What a process leaves that was killed before its first commit.
  private static final Pattern BEGUN =
      Pattern.compile("write\\.lock|pending_segments_.*|" + Pattern.quote(WriterNote.NAME));

  /// Whether the folder holds nothing yet.
  static boolean isFresh(Path folder) throws IndexException {
    if (!Files.exists(folder)) return true;
    if (!Files.isDirectory(folder)) {
      throw new IndexException(
          folder + " is a file; an index is a folder. Name another with --index.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(f -> BEGUN.matcher(f.getFileName().toString()).matches());
    } catch (IOException e) {
      throw new IndexException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Opens the last commit and reads what it says about itself.
  static Opened open(Path folder, Directory directory) throws IndexException {
    try {
      // To read the camp file takes as long as to open the segments, so both go on at once.
      Map<String, String> data = lastCommit(folder, directory).getUserData();
      AtomicReference<IndexStore> store = new AtomicReference<>();
      AtomicReference<IndexException> trouble = new AtomicReference<>();
      SharedSteps description =
          SharedSteps.begin(List.of(() -> describe(folder, data, store, trouble)));
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        description.finish();
        // What was committed in between may be of other camps.
        Map<String, String> opened = reader.getIndexCommit().getUserData();
        if (!opened.equals(data)) describe(folder, opened, store, trouble);
        if (trouble.get() != null) throw trouble.get();
        return new Opened(reader, store.get());
      } catch (IndexException e) {
        reader.close();
        throw e;
      }
    } catch (IndexNotFoundException e) {
      throw new IndexException(
          folder + " holds other files and no Chorus index. Name another folder with --index.", e);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw otherVersion(folder, "another version of Lucene", e);
    } catch (IOException e) {
      throw new IndexException(
          "The index in "
              + folder
              + " is damaged ("
              + e.getMessage()
              + "). Restore it from a copy, or ingest again into a new folder.",
          e);
    }
  }

  private static SegmentInfos lastCommit(Path folder, Directory directory)
      throws IOException, IndexException {
    try {
      return SegmentInfos.readLatestCommit(directory);
    } catch (IllegalArgumentException e) {
      // Lucene says so of codecs that it knows no longer, or not yet.
      throw otherVersion(folder, "another version of Lucene", e);
    }
  }

  /// An open index with its description.
  record Opened(DirectoryReader reader, IndexStore store) {}

  private static void describe(
      Path folder,
      Map<String, String> data,
      AtomicReference<IndexStore> store,
      AtomicReference<IndexException> trouble) {
    try {
      store.set(describe(folder, data));
      trouble.set(null);
    } catch (IndexException e) {
      trouble.set(e);
    }
  }

  private static IndexStore describe(Path folder, Map<String, String> data) throws IndexException {
    String format = data.get(FORMAT_KEY);
    if (format == null) {
      throw new IndexException(
          "The Lucene index in "
              + folder
              + " was not made by Chorus. Name another folder with --index.");
    }
    if (!format.equals(FORMAT)) throw otherVersion(folder, "format " + format, null);
    try {
      return new IndexStore(
          EventFile.parse("the camp file stored in " + folder, data.get(EVENT_KEY)),
          data.get(ANALYSIS_KEY),
          Optional.ofNullable(data.get(TRIAL_KEY)).map(IndexStore::trial),
          new Pseudonymization(Optional.ofNullable(data.get(PSEUDONYMS_KEY))),
          origin(data));
    } catch (EventFileException e) {
      throw otherVersion(folder, "a camp file that this one does not read", e);
    }
  }

  private static Map<String, String> origin(Map<String, String> data) {
    Map<String, String> origin = new TreeMap<>();
    data.forEach(
        (key, value) -> {
          if (key.startsWith(ORIGIN_KEY)) origin.put(key.substring(ORIGIN_KEY.length()), value);
        });
    return origin;
  }

  private static Trial trial(String json) {
    if (Json.parse(json) instanceof Map<?, ?> map && map.get("classes") instanceof List<?> names) {
      return Trial.ofRows(names.stream().map(String::valueOf).toList(), map.get("answers"));
    }
    throw new IllegalArgumentException(json);
  }

  private static IndexException otherVersion(Path folder, String what, Throwable cause) {
    return new IndexException(
        "The index in "
            + folder
            + " was made by another version of Chorus ("
            + what
            + "; this one reads format "
            + FORMAT
            + "). It was left as it is. Make it anew, with the options that it was made with:"
            + " chorus ingest --index "
            + folder
            + "-new FILE...",
        cause);
  }
}
