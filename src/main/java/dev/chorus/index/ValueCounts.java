package dev.chorus.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import org.apache.lucene.util.FixedBitSet;

/// Reads the values of the posts from Lucene's columns: the way for a process that searches once.
///
/// [ValueColumns] is the way for one that searches often.
final class ValueCounts implements Counting {
  /// What takes longest comes first, so that the other thread ends with something small.
  private static final List<Facet> LONGEST_FIRST =
      List.of(
          Facet.AUTHOR,
          Facet.THREAD,
          Facet.ENTITY,
          Facet.STANCE,
          Facet.CAMP,
          Facet.SENTIMENT,
          Facet.PLATFORM,
          Facet.LANG,
          Facet.KIND);

  private final IndexReader reader;

  ValueCounts(IndexReader reader) {
    this.reader = reader;
  }

  @Override
  public Begun begin(MatchingPosts posts) {
    Map<Facet, Map<String, Long>> facets = Collections.synchronizedMap(new EnumMap<>(Facet.class));
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    SortedMap<Long, Long> bands = new TreeMap<>();
    List<Shared.Step> steps = new ArrayList<>();
    for (Facet facet : LONGEST_FIRST) steps.add(() -> facets.put(facet, of(facet, posts)));
    steps.add(
        () ->
            numbers(Fields.CREATED, Counting::day, posts)
                .forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), count)));
    steps.add(() -> bands.putAll(numbers(Measure.ENGAGEMENT.field(), Counting::band, posts)));
    Shared shared = Shared.begin(steps);
    return () -> {
      shared.finish();
      return new SearchResult.Counts(new EnumMap<>(facets), days, bands);
    };
  }

  private SortedMap<Long, Long> numbers(String field, LongUnaryOperator group, MatchingPosts posts)
      throws IOException {
    Map<Long, long[]> counts = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      long[] words = posts.in(leaf).getBits();
      long last = 0;
      long[] count = null;
      for (int i = 0; i < words.length; i++) {
        for (long bits = words[i]; bits != 0; bits &= bits - 1) {
          if (!values.advanceExact((i << 6) + Long.numberOfTrailingZeros(bits))) continue;
          long at = group.applyAsLong(values.longValue());
          if (count == null || at != last) count = counts.computeIfAbsent(at, _ -> new long[1]);
          last = at;
          count[0]++;
        }
      }
    }
    SortedMap<Long, Long> sorted = new TreeMap<>();
    counts.forEach((value, count) -> sorted.put(value, count[0]));
    return sorted;
  }

  private Map<String, Long> of(Facet facet, MatchingPosts posts) throws IOException {
    List<SegmentValues> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet bits = posts.in(leaf);
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
      if (values.getValueCount() == 0 || bits.length() == 0) continue;
      int[] counts = new int[Math.toIntExact(values.getValueCount())];
      count(values, bits, counts);
      segments.add(new SegmentValues(values, counts));
    }
    return Counting.top(SegmentValues.totals(segments));
  }

  private static void count(SortedSetDocValues values, FixedBitSet posts, int[] counts)
      throws IOException {
    SortedDocValues single = DocValues.unwrapSingleton(values);
    long[] words = posts.getBits();
    for (int i = 0; i < words.length; i++) {
      for (long bits = words[i]; bits != 0; bits &= bits - 1) {
        int doc = (i << 6) + Long.numberOfTrailingZeros(bits);
        if (single != null) {
          if (single.advanceExact(doc)) counts[single.ordValue()]++;
        } else if (values.advanceExact(doc)) {
          for (int k = values.docValueCount(); k > 0; k--) counts[(int) values.nextOrd()]++;
        }
      }
    }
  }
}
