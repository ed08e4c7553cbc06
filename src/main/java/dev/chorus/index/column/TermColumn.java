package dev.chorus.index.column;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/// The terms that each row of [PostColumns] has in one field. A term is a number, the same in all
/// segments and in the order of the terms.
public final class TermColumn {
  private final String field;
  private final List<Slice> slices;
  private final OrdinalMap map;
  private final int[] begins;
  private final int[] terms;

  private TermColumn(String field, List<Slice> slices, OrdinalMap map, int[] begins, int[] terms) {
    this.field = field;
    this.slices = slices;
    this.map = map;
    this.begins = begins;
    this.terms = terms;
  }

  static TermColumn read(String field, Slices all) throws IOException {
    List<Slice> slices = all.all();
    Local[] locals = new Local[slices.size()];
    SortedSetDocValues[] dictionaries = new SortedSetDocValues[slices.size()];
    for (int s = 0; s < locals.length; s++) {
      locals[s] = Local.read(field, slices.get(s));
      dictionaries[s] = DocValues.getSortedSet(slices.get(s).leaf().reader(), field);
    }
    OrdinalMap map = OrdinalMap.build(null, dictionaries, PackedInts.DEFAULT);
    int[] begins = new int[all.rows() + 1];
    int[] terms = new int[Arrays.stream(locals).mapToInt(l -> l.terms().length).sum()];
    int at = 0;
    for (int s = 0; s < locals.length; s++) {
      LongValues numbers = map.getGlobalOrds(s);
      int row = slices.get(s).base();
      for (int count : locals[s].counts()) begins[row + 1] = begins[row++] + count;
      for (int term : locals[s].terms()) terms[at++] = (int) numbers.get(term);
    }
    return new TermColumn(field, slices, map, begins, terms);
  }

  /// The terms of one segment, by the segment's own numbers.
  private record Local(int[] counts, int[] terms) {
    static Local read(String field, Slice slice) throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(slice.leaf().reader(), field);
      int[] counts = new int[slice.docs().length];
      int[] terms = new int[counts.length];
      int size = 0;
      for (int i = 0; i < counts.length; i++) {
        if (!values.advanceExact(slice.docs()[i])) continue;
        counts[i] = values.docValueCount();
        if (size + counts[i] > terms.length) terms = Arrays.copyOf(terms, 2 * size + counts[i]);
        for (int v = 0; v < counts[i]; v++) terms[size++] = (int) values.nextOrd();
      }
      return new Local(counts, Arrays.copyOf(terms, size));
    }
  }

  /// How many terms there are in the index.
  public int size() {
    return Math.toIntExact(map.getValueCount());
  }

  /// Where the terms of a row begin; they end where those of the next begin, in ascending order.
  public int begin(int row) {
    return begins[row];
  }

  /// The term at a place.
  public int at(int place) {
    return terms[place];
  }

  public IntStream of(int row) {
    return Arrays.stream(terms, begins[row], begins[row + 1]);
  }

  /// The words of a term.
  public String term(int number) {
    try {
      // A view of its own, as those of Lucene are for one thread each.
      return DocValues.getSortedSet(
              slices.get(map.getFirstSegmentNumber(number)).leaf().reader(), field)
          .lookupOrd(map.getFirstSegmentOrd(number))
          .utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The number of a term, or [PostColumns#NONE] if no post of the index has it.
  public int number(String term) {
    BytesRef wanted = new BytesRef(term);
    try {
      for (int s = 0; s < slices.size(); s++) {
        long local =
            DocValues.getSortedSet(slices.get(s).leaf().reader(), field).lookupTerm(wanted);
        if (local >= 0) return (int) map.getGlobalOrds(s).get(local);
      }
      return PostColumns.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many rows of a group have each term.
  public int[] counts(int[] rows) {
    int[] counts = new int[size()];
    for (int row : rows) {
      for (int place = begins[row]; place < begins[row + 1]; place++) counts[terms[place]]++;
    }
    return counts;
  }

  /// The part of the smaller set of terms that two rows have in common, from 0 to 1.
  public double overlap(int a, int b) {
    int sizeA = begins[a + 1] - begins[a];
    int sizeB = begins[b + 1] - begins[b];
    if (sizeA == 0 || sizeB == 0) return 0;
    int common = 0;
    for (int i = begins[a], j = begins[b]; i < begins[a + 1] && j < begins[b + 1]; ) {
      int order = Integer.compare(terms[i], terms[j]);
      if (order == 0) common++;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return (double) common / Math.min(sizeA, sizeB);
  }
}
