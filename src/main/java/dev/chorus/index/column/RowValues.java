package dev.chorus.index.column;

import dev.chorus.index.text.IndexFields;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;

/// The values of which each row of [PostColumns] has one, or one of each camp, stance or issue: the
/// [ReportRow] of each post in arrays.
final class RowValues {
  final long[] times;
  final byte[] flags;

  /// Ordinals of [dev.chorus.post.Kind].
  final byte[] kinds;

  final int[] lengths;
  final long[] interactions;
  final short[] camps;

  /// Ordinals of [dev.chorus.language.Mood]; -1 for what was not read.
  final byte[] moods;

  final double[] scores;

  /// The probability of each camp, row after row.
  final float[] said;

  final long[] ids;
  final int[] authors;
  final int authorCount;

  /// The row of the post that is answered, or [PostColumns#NONE].
  final int[] answered;

  final int[] quoted;
  final int[] reposts;

  /// By the places of the stances' column.
  final float[] sides;

  /// By the places of the issues' column.
  final float[] spoken;

  final byte[] digests;

  private final int campCount;
  private final TermColumn stances;
  private final TermColumn issues;

  private RowValues(int rows, int campCount, Slices slices, TermColumn stances, TermColumn issues)
      throws IOException {
    this.campCount = campCount;
    this.stances = stances;
    this.issues = issues;
    times = new long[rows];
    flags = new byte[rows];
    kinds = new byte[rows];
    lengths = new int[rows];
    interactions = new long[rows];
    camps = new short[rows];
    moods = new byte[rows];
    scores = new double[rows];
    said = new float[rows * campCount];
    ids = new long[rows];
    authors = new int[rows];
    answered = new int[rows];
    quoted = new int[rows];
    reposts = new int[rows];
    digests = new byte[rows * Digest.BYTES];
    sides = new float[stances.begin(rows)];
    spoken = new float[issues.begin(rows)];
    authorCount = read(slices);
  }

  /// @param camps how many the event has, the unaligned among them
  static RowValues read(Slices slices, int camps, TermColumn stances, TermColumn issues)
      throws IOException {
    return new RowValues(slices.rows(), camps, slices, stances, issues);
  }

  private int read(Slices slices) throws IOException {
    LongNumbers authorNumbers = new LongNumbers();
    long[] answers = new long[ids.length];
    long[] quotes = new long[ids.length];
    boolean linked = false;
    for (Slice slice : slices.all()) {
      BinaryDocValues values = DocValues.getBinary(slice.leaf().reader(), IndexFields.ROW);
      NumericDocValues created = DocValues.getNumeric(slice.leaf().reader(), IndexFields.CREATED);
      BinaryDocValues hashes = DocValues.getBinary(slice.leaf().reader(), IndexFields.HASH);
      int row = slice.base();
      for (int doc : slice.docs()) {
        if (!values.advanceExact(doc)) throw new IOException("a post has no " + IndexFields.ROW);
        ReportRow of = ReportRow.decode(values.binaryValue());
        times[row] = created.advanceExact(doc) ? created.longValue() : PostColumns.NEVER;
        set(row, of);
        authors[row] = authorNumbers.number(of.author());
        if (hashes.advanceExact(doc)) {
          BytesRef all = hashes.binaryValue();
          System.arraycopy(all.bytes, all.offset, digests, row * Digest.BYTES, Digest.BYTES);
        }
        answers[row] = of.answered();
        quotes[row] = of.quoted();
        linked |= of.answered() != 0 || of.quoted() != 0;
        row++;
      }
    }
    Arrays.fill(answered, PostColumns.NONE);
    Arrays.fill(quoted, PostColumns.NONE);
    if (linked) link(answers, quotes);
    return authorNumbers.size();
  }

  private void set(int row, ReportRow of) throws IOException {
    flags[row] = (byte) of.flags();
    kinds[row] = (byte) StoredCode.KIND.constant(of.kind()).ordinal();
    lengths[row] = of.length();
    interactions[row] = of.interactions();
    camps[row] = (short) of.camp();
    moods[row] = of.mood() < 0 ? -1 : (byte) StoredCode.MOOD.constant(of.mood()).ordinal();
    scores[row] = of.score();
    System.arraycopy(of.said(), 0, said, row * campCount, of.said().length);
    System.arraycopy(of.sides(), 0, sides, stances.begin(row), of.sides().length);
    System.arraycopy(of.issues(), 0, spoken, issues.begin(row), of.issues().length);
    ids[row] = of.id();
    reposts[row] = of.reposts();
  }

  private void link(long[] answers, long[] quotes) {
    LongNumbers rows = new LongNumbers();
    for (long id : ids) rows.number(id);
    for (int row = 0; row < answers.length; row++) {
      if (answers[row] != 0) answered[row] = rows.get(answers[row]);
      if (quotes[row] != 0) quoted[row] = rows.get(quotes[row]);
    }
  }
}
