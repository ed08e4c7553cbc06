package dev.chorus.index.column;

import dev.chorus.flood.Wording;
import dev.chorus.flood.Wordings;
import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/// The wordings of an index in a temporary file, mapped into memory: doc values can be read in
/// their own order alone, and a heap has no room for those of a million long posts. What of it is
/// in memory is the operating system's to decide.
final class WordingFile implements Wordings, AutoCloseable {
  /// Lucene deletes files with such a name that a killed process has left.
  private static final String PREFIX = "_wordings";

  private final Directory directory;
  private final String name;

  /// The document of each post that has a wording.
  private int[] docs;

  /// Where each begins, and the last one ends.
  private long[] starts;

  private int size;
  private IndexInput file;

  private WordingFile(Directory directory, String name, int most) {
    this.directory = directory;
    this.name = name;
    docs = new int[most];
    starts = new long[most + 1];
  }

  static WordingFile of(IndexReader reader, Directory directory) throws IOException {
    IndexOutput out = directory.createTempOutput(PREFIX, "families", IOContext.DEFAULT);
    WordingFile wordings = new WordingFile(directory, out.getName(), reader.numDocs());
    try {
      try (out) {
        for (LeafReaderContext leaf : reader.leaves()) wordings.copy(leaf, out);
      }
      wordings.open();
      return wordings;
    } catch (Throwable e) {
      IOUtils.deleteFilesIgnoringExceptions(directory, out.getName());
      throw e;
    }
  }

  private void copy(LeafReaderContext context, IndexOutput out) throws IOException {
    LeafReader leaf = context.reader();
    BinaryDocValues values = leaf.getBinaryDocValues(IndexFields.WORDING);
    if (values == null) return;
    Bits live = leaf.getLiveDocs();
    for (int d = values.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = values.nextDoc()) {
      if (live != null && !live.get(d)) continue;
      BytesRef value = values.binaryValue();
      out.writeBytes(value.bytes, value.offset, value.length);
      docs[size] = context.docBase + d;
      starts[++size] = out.getFilePointer();
    }
  }

  private void open() throws IOException {
    docs = Arrays.copyOf(docs, size);
    starts = Arrays.copyOf(starts, size + 1);
    file = directory.openInput(name, IOContext.DEFAULT);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Wording get(int post) {
    byte[] bytes = new byte[(int) (starts[post + 1] - starts[post])];
    try {
      // The file itself has one place at which it is read; each thread needs its own.
      IndexInput own = file.clone();
      own.seek(starts[post]);
      own.readBytes(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FamilyField.wording(new BytesRef(bytes));
  }

  /// The document that a post is, in the whole reader.
  int doc(int post) {
    return docs[post];
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      directory.deleteFile(name);
    }
  }
}
