package dev.chorus.index.column;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.ReactionReader;
import dev.chorus.index.StoredEntries;
import dev.chorus.index.query.Facet;
import dev.chorus.index.text.Fields;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mood;
import dev.chorus.language.Side;
import dev.chorus.language.Stance;
import dev.chorus.language.Vector;
import dev.chorus.post.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntroSorter;

/// The posts of an index as columns of numbers, one row a post: what reports count, some 200 bytes
/// a post. The posts themselves are read only where they are shown ([#read]).
///
/// The order of the rows means nothing; [#earliestFirst] is an order that depends on the posts
/// alone. Whatever cannot be read ends in an [UncheckedIOException].
public final class PostColumns {
  /// The time of a post that has none.
  public static final long NEVER = Long.MAX_VALUE;

  /// Stands for a row, or a family, that is not there.
  public static final int NONE = -1;

  private final List<Slice> slices;
  private final List<String> camps;
  private final int[] docs;
  private final long[] times;
  private final byte[] flags;
  private final byte[] kinds;
  private final int[] lengths;
  private final long[] interactions;
  private final short[] campOf;
  private final byte[] moods;
  private final double[] scores;
  private final float[] said;
  private final long[] ids;
  private final int[] authors;
  private final int authorCount;
  private final int[] answered;
  private final int[] quoted;
  private final int[] reposts;
  private final TermColumn words;
  private final TermColumn names;
  private final TermColumn stances;
  private final float[] sides;
  private final TermColumn issues;
  private final float[] spoken;
  private final byte[] digests;
  private final int[] order;
  private final FamilyColumn families;

  /// The posts of one segment that are wanted.
  ///
  /// @param docs their numbers in the segment, ascending
  /// @param base the row of the first
  record Slice(LeafReaderContext leaf, int[] docs, int base) {}

  /// @param window tells of the time of a post (milliseconds since 1970, or [#NEVER]) whether it
  ///     is wanted; empty if all are
  /// @param familiesKnown whether the index holds the families of all its posts
  public static PostColumns read(
      DirectoryReader reader, Event event, Optional<LongPredicate> window, boolean familiesKnown)
      throws IOException {
    List<Slice> slices = new ArrayList<>();
    int rows = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int[] docs = wanted(leaf, window);
      slices.add(new Slice(leaf, docs, rows));
      rows += docs.length;
    }
    return new PostColumns(reader, slices, rows, event, familiesKnown);
  }

  private static int[] wanted(LeafReaderContext leaf, Optional<LongPredicate> window)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), Fields.CREATED);
    int[] docs = new int[leaf.reader().maxDoc()];
    int size = 0;
    for (int doc = 0; doc < docs.length; doc++) {
      if (live != null && !live.get(doc)) continue;
      if (window.isPresent()) {
        long time = times.advanceExact(doc) ? times.longValue() : NEVER;
        if (!window.get().test(time)) continue;
      }
      docs[size++] = doc;
    }
    return Arrays.copyOf(docs, size);
  }

  private PostColumns(
      DirectoryReader reader, List<Slice> slices, int rows, Event event, boolean familiesKnown)
      throws IOException {
    this.slices = slices;
    camps = campsOf(event);
    // Words are half of the work.
    ForkJoinTask<TermColumn> wordsRead =
        ForkJoinPool.commonPool().submit(() -> TermColumn.read(Fields.TOLD, slices, rows));
    docs = new int[rows];
    times = new long[rows];
    flags = new byte[rows];
    kinds = new byte[rows];
    lengths = new int[rows];
    interactions = new long[rows];
    campOf = new short[rows];
    moods = new byte[rows];
    scores = new double[rows];
    said = new float[rows * camps.size()];
    ids = new long[rows];
    authors = new int[rows];
    answered = new int[rows];
    quoted = new int[rows];
    reposts = new int[rows];
    digests = new byte[rows * Digest.BYTES];
    names = TermColumn.read(Fields.NAMED, slices, rows);
    stances = TermColumn.read(Fields.STANCE, slices, rows);
    sides = new float[stances.begin(rows)];
    issues = TermColumn.read(Fields.ISSUE, slices, rows);
    spoken = new float[issues.begin(rows)];
    authorCount = readRows();
    families = FamilyColumn.read(reader, slices, rows, familiesKnown);
    order = earliestFirst(rows);
    try {
      words = wordsRead.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unread) throw unread;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// The camps of an event by number, the unaligned last.
  public static List<String> campsOf(Event event) {
    return Stream.concat(event.camps().stream().map(Camp::id), Stream.of(Camp.UNALIGNED)).toList();
  }

  private int readRows() throws IOException {
    LongNumbers authorNumbers = new LongNumbers();
    long[] answers = new long[docs.length];
    long[] quotes = new long[docs.length];
    boolean linked = false;
    for (Slice slice : slices) {
      BinaryDocValues values = DocValues.getBinary(slice.leaf().reader(), Fields.ROW);
      NumericDocValues created = DocValues.getNumeric(slice.leaf().reader(), Fields.CREATED);
      BinaryDocValues hashes = DocValues.getBinary(slice.leaf().reader(), Fields.HASH);
      int row = slice.base();
      for (int doc : slice.docs()) {
        if (!values.advanceExact(doc)) throw new IOException("a post has no " + Fields.ROW);
        ReportRow of = ReportRow.decode(values.binaryValue());
        docs[row] = doc;
        times[row] = created.advanceExact(doc) ? created.longValue() : NEVER;
        flags[row] = (byte) of.flags();
        kinds[row] = (byte) of.kind();
        lengths[row] = of.length();
        interactions[row] = of.interactions();
        campOf[row] = (short) of.camp();
        moods[row] = (byte) of.mood();
        scores[row] = of.score();
        System.arraycopy(of.said(), 0, said, row * camps.size(), of.said().length);
        System.arraycopy(of.sides(), 0, sides, stances.begin(row), of.sides().length);
        System.arraycopy(of.issues(), 0, spoken, issues.begin(row), of.issues().length);
        ids[row] = of.id();
        authors[row] = authorNumbers.number(of.author());
        reposts[row] = of.reposts();
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
    Arrays.fill(answered, NONE);
    Arrays.fill(quoted, NONE);
    if (linked) link(answers, quotes);
    return authorNumbers.size();
  }

  private void link(long[] answers, long[] quotes) {
    LongNumbers rows = new LongNumbers();
    for (long id : ids) rows.number(id);
    for (int row = 0; row < answers.length; row++) {
      if (answers[row] != 0) answered[row] = rows.get(answers[row]);
      if (quotes[row] != 0) quoted[row] = rows.get(quotes[row]);
    }
  }

  public int size() {
    return docs.length;
  }

  /// Ids of the event's camps, the unaligned last. A camp is a number of this list.
  public List<String> camps() {
    return camps;
  }

  /// Milliseconds since 1970, or [#NEVER].
  public long time(int row) {
    return times[row];
  }

  /// Whether the models could read the post. What was not read has no camp, mood or stance.
  public boolean wasRead(int row) {
    return (flags[row] & ReportRow.READ) != 0;
  }

  /// Whether it counts as a reaction to the event.
  public boolean reacts(int row) {
    return (flags[row] & ReportRow.REACTS) != 0;
  }

  /// Whether it takes a side, and some words of it show that.
  public boolean takesSide(int row) {
    return (flags[row] & ReportRow.TAKES_SIDE) != 0;
  }

  public Kind kind(int row) {
    return Kind.values()[kinds[row]];
  }

  /// Of its text, in UTF-16 units, without white space around it.
  public int length(int row) {
    return lengths[row];
  }

  public long interactions(int row) {
    return interactions[row];
  }

  public int camp(int row) {
    return campOf[row];
  }

  public Mood mood(int row) {
    return Mood.values()[moods[row]];
  }

  public double score(int row) {
    return scores[row];
  }

  /// The probability of a camp.
  public float said(int row, int camp) {
    return said[row * camps.size() + camp];
  }

  /// The number of its author, below [#authors].
  public int author(int row) {
    return authors[row];
  }

  public int authors() {
    return authorCount;
  }

  /// The post that it answers, or [#NONE] if that is not among these.
  public int answered(int row) {
    return answered[row];
  }

  public int quoted(int row) {
    return quoted[row];
  }

  /// The words of each text, see [dev.chorus.camp.emergent.TellingWords#of].
  public TermColumn words() {
    return words;
  }

  /// Whom and what each post names but for amounts, as terms of [#nameOf].
  public TermColumn names() {
    return names;
  }

  /// The stances of each post, as terms of [#stanceOf].
  public TermColumn stances() {
    return stances;
  }

  /// The probability of the stance at a place of [#stances].
  public float sideAt(int place) {
    return sides[place];
  }

  /// The issues that each post speaks of, as terms that are their ids.
  public TermColumn issues() {
    return issues;
  }

  /// The probability of the issue at a place of [#issues].
  public float spokenAt(int place) {
    return spoken[place];
  }

  /// Something that is named.
  public record Name(EntityType type, String name) {}

  public Name nameOf(int term) {
    String text = names.term(term);
    return new Name(EntityType.values()[text.charAt(0) - 'a'], text.substring(1));
  }

  /// The term for a [Name].
  public static String nameTerm(EntityType type, String name) {
    return (char) ('a' + type.ordinal()) + name;
  }

  /// A side toward a target.
  ///
  /// @param reported whether the target is a claim that is only passed on
  public record Taken(Side side, String target, boolean reported) {}

  /// What stands in place of a side in the term for a claim that is only passed on.
  public static final String REPORTED = "reported";

  /// The term for a side of the author's own, such as `favor:DeepSeek`.
  public static String stanceTerm(Side side, String target) {
    return side.id() + ":" + target;
  }

  /// The term for a claim that is only passed on.
  public static String reportedTerm(String claim) {
    return REPORTED + ":" + claim;
  }

  /// The term for a stance.
  public static String stanceTerm(Stance stance) {
    return stance.reported()
        ? reportedTerm(stance.target())
        : stanceTerm(stance.side(), stance.target());
  }

  public Taken stanceOf(int term) {
    String text = stances.term(term);
    int colon = text.indexOf(':');
    String side = text.substring(0, colon);
    String target = text.substring(colon + 1);
    return side.equals(REPORTED)
        ? new Taken(Side.NONE, target, true)
        : new Taken(Side.of(side).orElseThrow(), target, false);
  }

  /// The family of near-identical posts that it is in, or [#NONE]. Of a stretch of time a family
  /// may have one post only.
  public int family(int row) {
    return families.of(row);
  }

  public int families() {
    return families.size();
  }

  /// What is known of a family, as far as it is among these posts.
  ///
  /// @param members the rows that are in it
  public Family family(int number, int[] members) {
    return families
        .described(number, members.length)
        .orElseGet(
            () ->
                Family.of(
                    Arrays.stream(members).mapToObj(m -> read(m).reaction().post()).toList()));
  }

  public String id(int row) {
    try {
      Slice slice = sliceOf(row);
      SortedDocValues values = slice.leaf().reader().getSortedDocValues(Fields.ID);
      values.advanceExact(docs[row]);
      return values.lookupOrd(values.ordValue()).utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Which of two posts is earlier, what has no time last; where that is the same, one by an order
  /// that depends on their ids alone.
  public int compare(int a, int b) {
    int order = Long.compare(times[a], times[b]);
    return order != 0 ? order : Long.compare(ids[a], ids[b]);
  }

  /// All rows by [#compare].
  public int[] earliestFirst() {
    return order;
  }

  private int[] earliestFirst(int size) {
    int[] rows = IntStream.range(0, size).toArray();
    new IntroSorter() {
      private int pivot;

      @Override
      protected void setPivot(int i) {
        pivot = rows[i];
      }

      @Override
      protected int comparePivot(int j) {
        return PostColumns.this.compare(pivot, rows[j]);
      }

      @Override
      protected void swap(int i, int j) {
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
      }
    }.sort(0, rows.length);
    return rows;
  }

  /// At most so many of some rows, chosen by their ids as if by chance: the same of the same posts.
  public int[] sample(int[] rows, int most) {
    if (rows.length <= most) return rows;
    return Arrays.stream(rows)
        .boxed()
        .sorted(Comparator.comparingLong(row -> ids[row]))
        .mapToInt(Integer::intValue)
        .limit(most)
        .toArray();
  }

  /// A column of other values, read when it is asked for.
  public TermColumn column(Facet facet) {
    return column(facet.field());
  }

  /// Roles of the authors.
  public TermColumn roles() {
    return column(Fields.ROLE);
  }

  private TermColumn column(String field) {
    try {
      return TermColumn.read(field, slices, docs.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SHA-256 over what the source says of each post and how many reposts were counted into it,
  /// earliest first: 64 hexadecimal digits.
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (int row : order) {
        sha.update(digests, row * Digest.BYTES, Digest.BYTES);
        for (int i = 0; i < Integer.SIZE; i += Byte.SIZE) sha.update((byte) (reposts[row] >>> i));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The post itself, without its vector.
  public Placed read(int row) {
    try {
      return ReactionReader.read(sliceOf(row).leaf().reader().storedFields(), docs[row]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The meaning of a post, if it has one.
  public Optional<Vector> vector(int row) {
    try {
      return StoredEntries.vector(sliceOf(row).leaf().reader(), docs[row]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Slice sliceOf(int row) {
    int low = 0;
    int high = slices.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (slices.get(middle).base() <= row) low = middle;
      else high = middle - 1;
    }
    return slices.get(low);
  }
}
