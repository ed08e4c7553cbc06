package dev.chorus.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chorus.index.query.IndexException;
import dev.chorus.index.query.SearchRequest;
import dev.chorus.json.Json;
import dev.chorus.render.json.CampsJson;
import dev.chorus.render.json.SearchJson;
import dev.chorus.report.CampsReportBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index that was made earlier means what it meant: what is stored is read as it was written,
/// and the same is written today. A change that fails here needs a new [IndexStore#FORMAT]; then
/// the property `chorus.golden=write` makes the index and what is expected of it anew.
class StoredIndexTest {
  private static final String NAME = "format-" + IndexStore.FORMAT;
  private static final boolean WRITE = "write".equals(System.getProperty("chorus.golden"));

  @TempDir Path folder;

  private Path stored;

  @BeforeEach
  void copy() throws Exception {
    stored = Files.createDirectory(folder.resolve("stored"));
    Path kept = StoredIndex.FOLDER.resolve(NAME);
    if (WRITE && !Files.exists(kept)) {
      StoredIndex.write(kept);
      Files.delete(kept.resolve(IndexWriter.WRITE_LOCK_NAME));
    }
    StoredIndex.copy(NAME, stored);
  }

  private static void check(String name, Object json) throws IOException {
    Path file = StoredIndex.FOLDER.resolve(name);
    String text = Json.pretty(json) + "\n";
    if (WRITE) Files.writeString(file, text);
    assertThat(text).isEqualTo(Files.readString(file));
  }

  @Test
  void isFoundAsItWas() throws Exception {
    SearchRequest all =
        new SearchRequest(
            "*:*",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            SearchRequest.Order.ENGAGEMENT,
            100);
    try (ReactionReader reader = ReactionReader.open(stored)) {
      check("search.json", SearchJson.of(reader.search(all)));
    }
  }

  @Test
  void isCountedAsItWas() throws Exception {
    try (ReactionReader reader = ReactionReader.open(stored)) {
      check(
          "camps.json",
          reader.columns(
              Optional.empty(),
              Optional.empty(),
              posts ->
                  CampsJson.of(
                      CampsReportBuilder.build(
                          reader.event(),
                          posts,
                          Optional.empty(),
                          Optional.empty(),
                          true,
                          Optional.empty(),
                          Map.of()))));
    }
  }

  /// All that an entry holds, as a writer reads it.
  @Test
  void holdsWhatWouldBeWrittenToday() throws Exception {
    Path fresh = folder.resolve("fresh");
    StoredIndex.write(fresh);
    assertThat(IndexDump.of(stored)).hasSize(16).isEqualTo(IndexDump.of(fresh));
    assertThat(bytes(stored)).isEqualTo(bytes(fresh));
  }

  /// The stored bytes of each entry.
  private static List<BytesRef> bytes(Path index) throws IOException {
    List<BytesRef> all = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        all.add(reader.storedFields().document(doc).getBinaryValue("data"));
      }
    }
    all.sort(null);
    return all;
  }

  @Test
  void goesOnWithWhatComes() throws Exception {
    try (ReactionWriter writer = ReactionWriter.open(stored, Samples.event(), "models of 2025")) {
      for (var placed : StoredIndex.posts()) {
        assertThat(writer.take(placed.reaction().post())).isInstanceOf(Taken.Unchanged.class);
      }
    }
  }

  /// A code that no version has given so far.
  @Test
  void refusesACodeThatStandsForNothing() throws Exception {
    try (FSDirectory directory = FSDirectory.open(stored);
        DirectoryReader reader = DirectoryReader.open(directory);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig().setCodec(new VectorCodec()))) {
      BytesRef data = BytesRef.deepCopyOf(bytes(stored).getFirst());
      // Behind the count of reposts: the id and the text, each with its length, then the kind.
      int text = 1 + 1 + data.bytes[1];
      data.bytes[text + 1 + data.bytes[text]] = 9;
      Document broken = new Document();
      broken.add(new StoredField("data", data));
      broken.add(new StringField("id", "broken", Field.Store.NO));
      broken.add(new SortedDocValuesField("id", new BytesRef("broken")));
      writer.updateDocument(new Term("id", "broken"), broken);
      writer.setLiveCommitData(reader.getIndexCommit().getUserData().entrySet());
      writer.commit();
    }
    try (ReactionReader reader = ReactionReader.open(stored)) {
      assertThatThrownBy(() -> reader.get("broken"))
          .isInstanceOf(IndexException.class)
          .hasMessage(
              "The index in "
                  + stored
                  + " cannot be read: found code 9 for the \"kind\" of a post; wanted 0 to 3."
                  + " Another version of Chorus wrote it, or it is damaged");
    }
  }
}
