package dev.chorus.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// Reads the values of the posts from Lucene's columns: the way for a process that searches once.
///
/// [ValueColumns] is the way for one that searches often.
final class ValueCounts implements Counting {
  private final IndexReader reader;

  ValueCounts(IndexReader reader) {
    this.reader = reader;
  }

  @Override
  public SearchResult.Counts of(MatchingPosts posts) throws IOException {
    Map<Facet, Map<String, Long>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) facets.put(facet, of(facet, posts));
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    numbers(Fields.CREATED, Counting::day, posts)
        .forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), count));
    return new SearchResult.Counts(
        facets, days, numbers(Measure.ENGAGEMENT.field(), Counting::band, posts));
  }

  private SortedMap<Long, Long> numbers(String field, LongUnaryOperator group, MatchingPosts posts)
      throws IOException {
    Map<Long, long[]> counts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      BitSetIterator docs = iterator(posts.in(leaf));
      long last = 0;
      long[] count = null;
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (!values.advanceExact(doc)) continue;
        long at = group.applyAsLong(values.longValue());
        if (count == null || at != last) count = counts.computeIfAbsent(at, _ -> new long[1]);
        last = at;
        count[0]++;
      }
    }
    SortedMap<Long, Long> sorted = new TreeMap<>();
    counts.forEach((value, count) -> sorted.put(value, count[0]));
    return sorted;
  }

  private static BitSetIterator iterator(FixedBitSet bits) {
    return new BitSetIterator(bits, bits.cardinality());
  }

  /// The values of one segment, with how many posts have each.
  ///
  /// @param posts how many match
  private record Leaf(SortedSetDocValues values, int[] counts, int posts) {
    BytesRef value(int ord) throws IOException {
      return BytesRef.deepCopyOf(values.lookupOrd(ord));
    }

    long count(BytesRef value) throws IOException {
      long ord = values.lookupTerm(value);
      return ord < 0 ? 0 : counts[(int) ord];
    }
  }

  private Map<String, Long> of(Facet facet, MatchingPosts posts) throws IOException {
    List<Leaf> leaves = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet bits = posts.in(leaf);
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
      if (values.getValueCount() == 0 || bits.cardinality() == 0) continue;
      int[] counts = new int[Math.toIntExact(values.getValueCount())];
      count(values, bits, counts);
      leaves.add(new Leaf(values, counts, bits.cardinality()));
    }
    return Counting.top(totals(leaves));
  }

  private static void count(SortedSetDocValues values, FixedBitSet bits, int[] counts)
      throws IOException {
    SortedDocValues single = DocValues.unwrapSingleton(values);
    BitSetIterator docs = iterator(bits);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (single != null) {
        if (single.advanceExact(doc)) counts[single.ordValue()]++;
      } else if (values.advanceExact(doc)) {
        for (int i = values.docValueCount(); i > 0; i--) counts[(int) values.nextOrd()]++;
      }
    }
  }

  /// Totals over all segments of the values that can be among the most frequent ones. There may be
  /// hundreds of thousands of authors, and to look up all their names would take longer than the
  /// search; but what has many posts in all has its share of them in one segment at least.
  private static Map<String, Long> totals(List<Leaf> leaves) throws IOException {
    if (leaves.isEmpty()) return Map.of();
    Leaf largest = Collections.max(leaves, Comparator.comparingInt(Leaf::posts));
    long least = Long.MAX_VALUE;
    int[] best = Counting.best(largest.counts());
    for (int ord : best) least = Math.min(least, total(largest.value(ord), leaves));
    if (best.length < MOST) least = 1;
    long posts = leaves.stream().mapToLong(Leaf::posts).sum();

    Map<BytesRef, Long> totals = new HashMap<>();
    boolean all = true;
    for (Leaf leaf : leaves) {
      long share = Math.max(1, Math.ceilDiv(least * leaf.posts(), posts));
      all &= share == 1;
      for (int ord = 0; ord < leaf.counts().length; ord++) {
        int count = leaf.counts()[ord];
        if (count >= share) totals.merge(leaf.value(ord), (long) count, Long::sum);
      }
    }
    Map<String, Long> exact = new HashMap<>();
    for (Map.Entry<BytesRef, Long> entry : totals.entrySet()) {
      long total = all ? entry.getValue() : total(entry.getKey(), leaves);
      if (total >= least) exact.put(entry.getKey().utf8ToString(), total);
    }
    return exact;
  }

  private static long total(BytesRef value, List<Leaf> leaves) throws IOException {
    long total = 0;
    for (Leaf leaf : leaves) total += leaf.count(value);
    return total;
  }
}
