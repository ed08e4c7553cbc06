package dev.chorus.index.column;

import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/// Which posts of an index are rows of [PostColumns], segment by segment.
///
/// @param all in the order of their rows
/// @param rows how many posts there are in all
record Slices(List<Slice> all, int rows) {

  /// @param window tells of the time of a post (milliseconds since 1970, or [PostColumns#NEVER])
  ///     whether it is wanted; empty if all are
  static Slices of(DirectoryReader reader, Optional<LongPredicate> window) throws IOException {
    List<Slice> slices = new ArrayList<>();
    int rows = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int[] docs = wanted(leaf, window);
      slices.add(new Slice(leaf, docs, rows));
      rows += docs.length;
    }
    return new Slices(slices, rows);
  }

  private static int[] wanted(LeafReaderContext leaf, Optional<LongPredicate> window)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), IndexFields.CREATED);
    int[] docs = new int[leaf.reader().maxDoc()];
    int size = 0;
    for (int doc = 0; doc < docs.length; doc++) {
      if (live != null && !live.get(doc)) continue;
      if (window.isPresent()) {
        long time = times.advanceExact(doc) ? times.longValue() : PostColumns.NEVER;
        if (!window.get().test(time)) continue;
      }
      docs[size++] = doc;
    }
    return Arrays.copyOf(docs, size);
  }

  /// The slice that a row is in.
  Slice of(int row) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).base() <= row) low = middle;
      else high = middle - 1;
    }
    return all.get(low);
  }

  /// The number of a row's post in its segment.
  int doc(int row) {
    Slice slice = of(row);
    return slice.docs()[row - slice.base()];
  }
}
