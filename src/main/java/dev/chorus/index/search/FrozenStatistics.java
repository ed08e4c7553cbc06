package dev.chorus.index.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/// What scores rest on beside the post itself: how often each word is said in all posts, how many
/// words there are, and between which scores a hybrid search stretches. The first page of a search
/// takes them from the index, the pages after it from the first: so a post's score is the same on
/// all of them.
final class FrozenStatistics {
  /// Of a word that no post had when the first page was made.
  private static final long[] UNKNOWN = {1, 1};

  private final boolean fixed;
  private final Map<Term, long[]> words = new TreeMap<>();
  private final Map<String, long[]> fields = new TreeMap<>();
  private int asked = -1;
  private double[] stretch = {};

  /// To be taken from the index.
  FrozenStatistics() {
    this(false);
  }

  private FrozenStatistics(boolean fixed) {
    this.fixed = fixed;
  }

  @FunctionalInterface
  interface Source<T> {
    T get() throws IOException;
  }

  /// How many words that some post has the query asks for.
  int asked(Source<Integer> now) throws IOException {
    if (asked < 0) asked = now.get();
    return asked;
  }

  /// Least and most of the two scores of a hybrid search.
  double[] stretch(Source<double[]> now) throws IOException {
    if (stretch.length == 0) stretch = now.get();
    return stretch;
  }

  /// A searcher that scores by these statistics.
  IndexSearcher on(IndexSearcher searcher) {
    IndexSearcher by = new Searcher(searcher);
    by.setSimilarity(searcher.getSimilarity());
    return by;
  }

  private final class Searcher extends IndexSearcher {
    private final Map<String, CollectionStatistics> known = new HashMap<>();

    Searcher(IndexSearcher searcher) {
      super(searcher.getIndexReader());
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) {
      long[] counts = words.get(term);
      if (counts == null) {
        counts = fixed ? UNKNOWN : new long[] {docFreq, totalTermFreq};
        words.put(term, counts);
      }
      return new TermStatistics(term.bytes(), counts[0], counts[1]);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      CollectionStatistics now = known.get(field);
      if (now != null) return now;
      long[] counts = fields.get(field);
      if (counts == null) {
        now = super.collectionStatistics(field);
        if (now == null) return null;
        fields.put(
            field,
            new long[] {now.maxDoc(), now.docCount(), now.sumTotalTermFreq(), now.sumDocFreq()});
      } else {
        now = new CollectionStatistics(field, counts[0], counts[1], counts[2], counts[3]);
      }
      known.put(field, now);
      return now;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeZInt(asked);
    out.writeVInt(stretch.length);
    for (double value : stretch) out.writeLong(Double.doubleToLongBits(value));
    out.writeVInt(fields.size());
    for (Map.Entry<String, long[]> field : fields.entrySet()) {
      out.writeString(field.getKey());
      for (long value : field.getValue()) out.writeVLong(value);
    }
    out.writeVInt(words.size());
    for (Map.Entry<Term, long[]> word : words.entrySet()) {
      out.writeString(word.getKey().field());
      out.writeString(word.getKey().text());
      for (long value : word.getValue()) out.writeVLong(value);
    }
  }

  static FrozenStatistics read(DataInput in) throws IOException {
    FrozenStatistics statistics = new FrozenStatistics(true);
    statistics.asked = in.readZInt();
    statistics.stretch = new double[in.readVInt()];
    for (int i = 0; i < statistics.stretch.length; i++) {
      statistics.stretch[i] = Double.longBitsToDouble(in.readLong());
    }
    for (int i = in.readVInt(); i > 0; i--) {
      String field = in.readString();
      long[] counts = {in.readVLong(), in.readVLong(), in.readVLong(), in.readVLong()};
      // Lucene's own check of what belongs together.
      new CollectionStatistics(field, counts[0], counts[1], counts[2], counts[3]);
      statistics.fields.put(field, counts);
    }
    for (int i = in.readVInt(); i > 0; i--) {
      Term word = new Term(in.readString(), in.readString());
      long[] counts = {in.readVLong(), in.readVLong()};
      new TermStatistics(word.bytes(), counts[0], counts[1]);
      statistics.words.put(word, counts);
    }
    return statistics;
  }
}
