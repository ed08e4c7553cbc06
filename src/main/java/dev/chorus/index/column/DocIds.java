package dev.chorus.index.column;

import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/// From Lucene's numbers, which mean something in one index only, to the ids of posts.
public final class DocIds {
  private final List<LeafReaderContext> leaves;

  public DocIds(IndexSearcher searcher) {
    this.leaves = searcher.getIndexReader().leaves();
  }

  public Map<Integer, String> of(Collection<Integer> docs) throws IOException {
    Map<Integer, String> ids = new HashMap<>();
    SortedDocValues values = null;
    int open = -1;
    for (int doc : docs.stream().mapToInt(d -> d).sorted().distinct().toArray()) {
      int leaf = ReaderUtil.subIndex(doc, leaves);
      if (leaf != open) {
        open = leaf;
        values = leaves.get(leaf).reader().getSortedDocValues(IndexFields.ID);
      }
      if (values != null && values.advanceExact(doc - leaves.get(leaf).docBase)) {
        ids.put(doc, values.lookupOrd(values.ordValue()).utf8ToString());
      }
    }
    return ids;
  }
}
