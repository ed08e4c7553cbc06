package dev.chorus.index.column;

import dev.chorus.flood.Families;
import dev.chorus.flood.Family;
import dev.chorus.index.query.FamilyCount;
import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// One pass over the wordings of all posts of an index that finds their families anew, and writes
/// those that are others than before.
///
/// Anew and not post by post: a later run may bring an earlier copy, join two families, or take a
/// post out of one by an edit, and what is in the index must not depend on the run that brought it.
public final class FamilyPass {
  private final IndexWriter writer;
  private final DirectoryReader reader;

  private FamilyPass(IndexWriter writer, DirectoryReader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /// Nothing of it is committed.
  public static FamilyCount run(IndexWriter writer) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return new FamilyPass(writer, reader).run();
    }
  }

  private FamilyCount run() throws IOException {
    int[] numbers = numbers(reader, writer.getDirectory());
    Map<Integer, Family> families = families(numbers);
    write(numbers, families);
    return new FamilyCount(
        families.size(),
        families.values().stream().mapToInt(Family::posts).sum(),
        (int) families.values().stream().filter(Family::coordinated).count());
  }

  /// The number of each document's family; numbers mean nothing beyond one call.
  ///
  /// @param scratch for a temporary file
  static int[] numbers(DirectoryReader reader, Directory scratch) throws IOException {
    int[] numbers = new int[reader.maxDoc()];
    Arrays.fill(numbers, Families.ALONE);
    try (WordingFile wordings = WordingFile.of(reader, scratch)) {
      int[] groups = Families.group(wordings);
      for (int i = 0; i < groups.length; i++) numbers[wordings.doc(i)] = groups[i];
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return numbers;
  }

  private Map<Integer, Family> families(int[] numbers) throws IOException {
    Map<Integer, Family.Builder> builders = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      StoredFields stored = leaf.reader().storedFields();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        int number = numbers[leaf.docBase + doc];
        if (number == Families.ALONE) continue;
        builders
            .computeIfAbsent(number, _ -> new Family.Builder())
            .add(StoredReactions.read(stored, doc).reaction().post());
      }
    }
    Map<Integer, Family> families = new HashMap<>();
    builders.forEach((number, builder) -> families.put(number, builder.build()));
    return families;
  }

  private void write(int[] numbers, Map<Integer, Family> families) throws IOException {
    Map<Integer, BytesRef> encoded = new HashMap<>();
    families.forEach((number, family) -> encoded.put(number, FamilyField.encode(family)));
    for (LeafReaderContext leaf : reader.leaves()) {
      BinaryDocValues before = leaf.reader().getBinaryDocValues(IndexFields.FAMILY);
      SortedDocValues ids = leaf.reader().getSortedDocValues(IndexFields.ID);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live != null && !live.get(doc)) continue;
        int number = numbers[leaf.docBase + doc];
        BytesRef now = encoded.get(number);
        boolean had = before != null && before.advanceExact(doc);
        if (now == null ? !had : had && before.binaryValue().bytesEquals(now)) continue;
        ids.advanceExact(doc);
        String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
        boolean copy = now != null && families.get(number).isCopy(id);
        writer.updateDocValues(
            new Term(IndexFields.ID, id),
            new BinaryDocValuesField(IndexFields.FAMILY, now),
            new NumericDocValuesField(IndexFields.COPY, copy ? 1L : 0L));
      }
    }
  }
}
