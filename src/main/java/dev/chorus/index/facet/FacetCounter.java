package dev.chorus.index.facet;

import dev.chorus.common.SharedSteps;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.Measure;
import dev.chorus.index.query.SearchResult;
import dev.chorus.index.text.IndexFields;
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
import org.apache.lucene.index.SortedSetDocValues;

/// Counts how many of the posts that match have each value of each facet, from Lucene's columns.
public final class FacetCounter {
  private static final long DAY = 86_400_000;

  /// What takes longest comes first, so that the other thread ends with something small.
  private static final List<Facet> LONGEST_FIRST =
      List.of(
          Facet.AUTHOR,
          Facet.THREAD,
          Facet.ENTITY,
          Facet.STANCE,
          Facet.ISSUE,
          Facet.CAMP,
          Facet.ABOUT,
          Facet.SENTIMENT,
          Facet.PLATFORM,
          Facet.LANG,
          Facet.KIND);

  private final IndexReader reader;

  public FacetCounter(IndexReader reader) {
    this.reader = reader;
  }

  /// Counts that may still be under way.
  @FunctionalInterface
  public interface Begun {
    /// Waits for the counts, or makes them.
    SearchResult.Counts finish() throws IOException;
  }

  /// Lets another thread begin to count.
  public Begun begin(MatchingPosts posts) {
    Map<Facet, Map<String, Long>> facets = Collections.synchronizedMap(new EnumMap<>(Facet.class));
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    SortedMap<Long, Long> bands = new TreeMap<>();
    List<SharedSteps.Step> steps = new ArrayList<>();
    for (Facet facet : LONGEST_FIRST) steps.add(() -> facets.put(facet, of(facet, posts)));
    steps.add(
        () ->
            numbers(IndexFields.CREATED, FacetCounter::day, posts)
                .forEach((day, count) -> days.put(LocalDate.ofEpochDay(day), count)));
    steps.add(() -> bands.putAll(numbers(Measure.ENGAGEMENT.field(), FacetCounter::band, posts)));
    SharedSteps shared = SharedSteps.begin(steps);
    return () -> {
      shared.finish();
      return new SearchResult.Counts(new EnumMap<>(facets), days, bands);
    };
  }

  /// The day of a time, both since 1970.
  private static long day(long millis) {
    return Math.floorDiv(millis, DAY);
  }

  /// The greatest power of ten that a number reaches; 0 for 0.
  private static long band(long number) {
    if (number == 0) return 0;
    long band = 1;
    while (number / 10 >= band) band *= 10;
    return band;
  }

  private SortedMap<Long, Long> numbers(String field, LongUnaryOperator group, MatchingPosts posts)
      throws IOException {
    Groups groups = new Groups(group);
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      long[] words = posts.in(leaf).getBits();
      for (int i = 0; i < words.length; i++) {
        if (words[i] != 0) groups.count(values, i << 6, words[i]);
      }
    }
    SortedMap<Long, Long> sorted = new TreeMap<>();
    groups.counts.forEach((value, count) -> sorted.put(value, count[0]));
    return sorted;
  }

  /// Numbers, each standing for one of a few groups. Posts near each other are often of one group.
  private static final class Groups {
    private final LongUnaryOperator group;
    private final Map<Long, long[]> counts = new HashMap<>();
    private long last;
    private long[] count;

    Groups(LongUnaryOperator group) {
      this.group = group;
    }

    /// A method for 64 posts is called so often that it is soon compiled; one loop over all posts
    /// would have ended before.
    void count(NumericDocValues values, int first, long posts) throws IOException {
      for (long bits = posts; bits != 0; bits &= bits - 1) {
        if (!values.advanceExact(first + Long.numberOfTrailingZeros(bits))) continue;
        long at = group.applyAsLong(values.longValue());
        if (count == null || at != last) count = counts.computeIfAbsent(at, _ -> new long[1]);
        last = at;
        count[0]++;
      }
    }
  }

  private Map<String, Long> of(Facet facet, MatchingPosts posts) throws IOException {
    List<SegmentFacetCounts> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      long[] words = posts.in(leaf).getBits();
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), facet.field());
      if (values.getValueCount() == 0) continue;
      SegmentFacetCounts.Counter counter = new SegmentFacetCounts.Counter(values);
      for (int i = 0; i < words.length; i++) {
        if (words[i] != 0) counter.count(i << 6, words[i]);
      }
      segments.add(counter.values());
    }
    return TopValues.of(SegmentFacetCounts.totals(segments));
  }
}
