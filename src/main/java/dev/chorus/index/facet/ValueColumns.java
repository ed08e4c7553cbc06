package dev.chorus.index.facet;

import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.text.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/// Counts values in columns that are held in memory, some 40 bytes a post: the way for a process
/// that searches often. A value is a number that is the same in all segments, so that a post costs
/// a few array accesses and no name is looked up but those that are shown.
public final class ValueColumns implements Counting {
  private final Map<Facet, Names> names = new EnumMap<>(Facet.class);
  private final Map<Facet, Column[]> facets = new EnumMap<>(Facet.class);
  private final Numbers days;
  private final Numbers bands;
  private final List<LeafReaderContext> leaves;
  private final int size;

  /// Everything is asked for often, and would take longest.
  private volatile Optional<SearchResult.Counts> everything = Optional.empty();

  public ValueColumns(IndexReader reader) throws IOException {
    size = reader.numDocs();
    leaves = reader.leaves();
    for (Facet facet : Facet.values()) {
      Names all = new Names(facet);
      names.put(facet, all);
      Column[] columns = new Column[leaves.size()];
      for (LeafReaderContext leaf : leaves) columns[leaf.ord] = column(leaf, facet, all);
      facets.put(facet, columns);
    }
    days = numbers(Fields.CREATED, Counting::day);
    bands = numbers(Measure.ENGAGEMENT.field(), Counting::band);
  }

  @Override
  public Begun begin(MatchingPosts posts) {
    return () -> of(posts);
  }

  private SearchResult.Counts of(MatchingPosts posts) throws IOException {
    if (posts.total() < size) return counted(posts);
    if (everything.isEmpty()) everything = Optional.of(counted(posts));
    return everything.get();
  }

  private SearchResult.Counts counted(MatchingPosts posts) throws IOException {
    Map<Facet, Map<String, Long>> all = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Names values = names.get(facet);
      int[] counts = counts(facets.get(facet), values.size(), posts);
      Map<String, Long> top = new LinkedHashMap<>();
      for (int value : Counting.best(counts)) top.put(values.get(value), (long) counts[value]);
      all.put(facet, top);
    }
    SortedMap<LocalDate, Long> byDay = new TreeMap<>();
    count(days, posts).forEach((day, count) -> byDay.put(LocalDate.ofEpochDay(day), count));
    return new SearchResult.Counts(all, byDay, count(bands, posts));
  }

  private int[] counts(Column[] columns, int values, MatchingPosts posts) {
    int[] counts = new int[values];
    for (LeafReaderContext leaf : leaves) columns[leaf.ord].count(posts.in(leaf), counts);
    return counts;
  }

  private SortedMap<Long, Long> count(Numbers numbers, MatchingPosts posts) {
    int[] counts = counts(numbers.columns(), numbers.values().length, posts);
    SortedMap<Long, Long> sorted = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) sorted.put(numbers.values()[i], (long) counts[i]);
    }
    return sorted;
  }

  /// The values of a facet in all segments, numbered in the order of the alphabet.
  private final class Names {
    private final SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    private final Facet facet;
    private final OrdinalMap map;

    Names(Facet facet) throws IOException {
      this.facet = facet;
      for (LeafReaderContext leaf : leaves) {
        values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), facet.field());
      }
      map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
    }

    int size() {
      return Math.toIntExact(map.getValueCount());
    }

    LongValues numbers(LeafReaderContext leaf) {
      return map.getGlobalOrds(leaf.ord);
    }

    /// With a view of its own, as those of Lucene are for one thread each.
    String get(int value) throws IOException {
      LeafReaderContext leaf = leaves.get(map.getFirstSegmentNumber(value));
      BytesRef name =
          DocValues.getSortedSet(leaf.reader(), facet.field())
              .lookupOrd(map.getFirstSegmentOrd(value));
      return name.utf8ToString();
    }
  }

  /// Numbers, each standing for one of a few groups.
  private record Numbers(long[] values, Column[] columns) {}

  /// The values of the posts of one segment.
  private sealed interface Column {
    void count(FixedBitSet posts, int[] counts);
  }

  /// One value a post at most; -1 for none.
  private record One(int[] values) implements Column {
    @Override
    public void count(FixedBitSet posts, int[] counts) {
      long[] words = posts.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long bits = words[i]; bits != 0; bits &= bits - 1) {
          int value = values[(i << 6) + Long.numberOfTrailingZeros(bits)];
          if (value >= 0) counts[value]++;
        }
      }
    }
  }

  /// One of a few values a post; the last is for none.
  private record Few(byte[] values, int kinds) implements Column {
    @Override
    public void count(FixedBitSet posts, int[] counts) {
      int[] found = new int[256];
      long[] words = posts.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long bits = words[i]; bits != 0; bits &= bits - 1) {
          found[values[(i << 6) + Long.numberOfTrailingZeros(bits)] & 0xFF]++;
        }
      }
      for (int value = 0; value < kinds; value++) counts[value] += found[value];
    }
  }

  /// Any number of values a post: those of post `i` stand from `begins[i]` to `begins[i + 1]`.
  private record Many(int[] begins, int[] values) implements Column {
    @Override
    public void count(FixedBitSet posts, int[] counts) {
      long[] words = posts.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long bits = words[i]; bits != 0; bits &= bits - 1) {
          int post = (i << 6) + Long.numberOfTrailingZeros(bits);
          for (int at = begins[post]; at < begins[post + 1]; at++) counts[values[at]]++;
        }
      }
    }
  }

  private static Column single(int[] values, int kinds) {
    if (kinds > 255) return new One(values);
    byte[] few = new byte[values.length];
    for (int i = 0; i < few.length; i++) few[i] = (byte) values[i];
    return new Few(few, kinds);
  }

  private static Column column(LeafReaderContext leaf, Facet facet, Names names)
      throws IOException {
    LongValues numbers = names.numbers(leaf);
    int posts = leaf.reader().maxDoc();
    SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
    SortedDocValues single = DocValues.unwrapSingleton(values);
    if (single != null) {
      int[] all = new int[posts];
      for (int doc = 0; doc < posts; doc++) {
        all[doc] = single.advanceExact(doc) ? (int) numbers.get(single.ordValue()) : -1;
      }
      return single(all, names.size());
    }
    int[] begins = new int[posts + 1];
    int[] all = new int[posts];
    int size = 0;
    for (int doc = 0; doc < posts; doc++) {
      begins[doc] = size;
      if (!values.advanceExact(doc)) continue;
      for (int i = values.docValueCount(); i > 0; i--) {
        if (size == all.length) all = Arrays.copyOf(all, size + size / 2 + 1);
        all[size++] = (int) numbers.get(values.nextOrd());
      }
    }
    begins[posts] = size;
    return new Many(begins, Arrays.copyOf(all, size));
  }

  private Numbers numbers(String field, LongUnaryOperator group) throws IOException {
    TreeSet<Long> groups = new TreeSet<>();
    for (LeafReaderContext leaf : leaves) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      long last = Long.MIN_VALUE;
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        long at = group.applyAsLong(values.longValue());
        if (at != last) groups.add(at);
        last = at;
      }
    }
    long[] sorted = groups.stream().mapToLong(g -> g).toArray();
    Column[] columns = new Column[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      int[] all = new int[leaf.reader().maxDoc()];
      for (int doc = 0; doc < all.length; doc++) {
        all[doc] =
            values.advanceExact(doc)
                ? Arrays.binarySearch(sorted, group.applyAsLong(values.longValue()))
                : -1;
      }
      columns[leaf.ord] = single(all, sorted.length);
    }
    return new Numbers(sorted, columns);
  }
}
