package dev.chorus.index.column;

import dev.chorus.camp.Camp;
import dev.chorus.camp.Event;
import dev.chorus.camp.Placed;
import dev.chorus.flood.Family;
import dev.chorus.index.query.Facet;
import dev.chorus.index.query.StanceTerm;
import dev.chorus.index.text.IndexFields;
import dev.chorus.language.EntityType;
import dev.chorus.language.Mood;
import dev.chorus.language.Vector;
import dev.chorus.post.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SortedDocValues;
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

  /// The letter in front of a name whose type has the code 0.
  private static final char FIRST_TYPE = 'a';

  private static final Kind[] KINDS = Kind.values();
  private static final Mood[] MOODS = Mood.values();

  private final Slices slices;
  private final List<String> camps;
  private final RowValues values;
  private final TermColumn words;
  private final TermColumn names;
  private final TermColumn stances;
  private final TermColumn issues;
  private final FamilyColumn families;
  private final int[] order;

  /// @param window tells of the time of a post (milliseconds since 1970, or [#NEVER]) whether it
  ///     is wanted; empty if all are
  /// @param familiesKnown whether the index holds the families of all its posts
  public static PostColumns read(
      DirectoryReader reader, Event event, Optional<LongPredicate> window, boolean familiesKnown)
      throws IOException {
    return new PostColumns(reader, Slices.of(reader, window), event, familiesKnown);
  }

  private PostColumns(DirectoryReader reader, Slices slices, Event event, boolean familiesKnown)
      throws IOException {
    this.slices = slices;
    camps = campsOf(event);
    // Words are half of the work.
    ForkJoinTask<TermColumn> wordsRead =
        ForkJoinPool.commonPool().submit(() -> TermColumn.read(IndexFields.TOLD, slices));
    names = TermColumn.read(IndexFields.NAMED, slices);
    stances = TermColumn.read(IndexFields.STANCE, slices);
    issues = TermColumn.read(IndexFields.ISSUE, slices);
    values = RowValues.read(slices, camps.size(), stances, issues);
    families = FamilyColumn.read(reader, slices, familiesKnown);
    order = byTime(slices.rows());
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

  public int size() {
    return slices.rows();
  }

  /// Ids of the event's camps, the unaligned last. A camp is a number of this list.
  public List<String> camps() {
    return camps;
  }

  /// Milliseconds since 1970, or [#NEVER].
  public long time(int row) {
    return values.times[row];
  }

  /// Whether the models could read the post. What was not read has no camp, mood or stance.
  public boolean wasRead(int row) {
    return (values.flags[row] & ReportRow.READ) != 0;
  }

  /// Whether it counts as a reaction to the event.
  public boolean reacts(int row) {
    return (values.flags[row] & ReportRow.REACTS) != 0;
  }

  /// Whether it takes a side, and some words of it show that.
  public boolean takesSide(int row) {
    return (values.flags[row] & ReportRow.TAKES_SIDE) != 0;
  }

  public Kind kind(int row) {
    return KINDS[values.kinds[row]];
  }

  /// Of its text, in UTF-16 units, without white space around it.
  public int length(int row) {
    return values.lengths[row];
  }

  public long interactions(int row) {
    return values.interactions[row];
  }

  public int camp(int row) {
    return values.camps[row];
  }

  public Mood mood(int row) {
    return MOODS[values.moods[row]];
  }

  public double score(int row) {
    return values.scores[row];
  }

  /// The probability of a camp.
  public float said(int row, int camp) {
    return values.said[row * camps.size() + camp];
  }

  /// The number of its author, below [#authors].
  public int author(int row) {
    return values.authors[row];
  }

  public int authors() {
    return values.authorCount;
  }

  /// The post that it answers, or [#NONE] if that is not among these.
  public int answered(int row) {
    return values.answered[row];
  }

  public int quoted(int row) {
    return values.quoted[row];
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
    return values.sides[place];
  }

  /// The issues that each post speaks of, as terms that are their ids.
  public TermColumn issues() {
    return issues;
  }

  /// The probability of the issue at a place of [#issues].
  public float spokenAt(int place) {
    return values.spoken[place];
  }

  /// Something that is named.
  public record Name(EntityType type, String name) {}

  public Name nameOf(int term) {
    String text = names.term(term);
    try {
      return new Name(StoredCode.ENTITY.constant(text.charAt(0) - FIRST_TYPE), text.substring(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The term for a [Name].
  public static String nameTerm(EntityType type, String name) {
    return (char) (FIRST_TYPE + StoredCode.ENTITY.of(type)) + name;
  }

  public StanceTerm stanceOf(int term) {
    return StanceTerm.parse(stances.term(term));
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
      SortedDocValues all = slices.of(row).leaf().reader().getSortedDocValues(IndexFields.ID);
      all.advanceExact(slices.doc(row));
      return all.lookupOrd(all.ordValue()).utf8ToString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Which of two posts is earlier, what has no time last; where that is the same, one by an order
  /// that depends on their ids alone.
  public int compare(int a, int b) {
    int order = Long.compare(values.times[a], values.times[b]);
    return order != 0 ? order : Long.compare(values.ids[a], values.ids[b]);
  }

  /// All rows by [#compare].
  public int[] earliestFirst() {
    return order;
  }

  private int[] byTime(int size) {
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
        .sorted(Comparator.comparingLong(row -> values.ids[row]))
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
    return column(IndexFields.ROLE);
  }

  /// Stars of reviews, in digits.
  public TermColumn ratings() {
    return column(IndexFields.RATING);
  }

  private TermColumn column(String field) {
    try {
      return TermColumn.read(field, slices);
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
        sha.update(values.digests, row * Digest.BYTES, Digest.BYTES);
        for (int i = 0; i < Integer.SIZE; i += Byte.SIZE)
          sha.update((byte) (values.reposts[row] >>> i));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The post itself, without its vector.
  public Placed read(int row) {
    try {
      return StoredReactions.read(slices.of(row).leaf().reader().storedFields(), slices.doc(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The meaning of a post, if it has one.
  public Optional<Vector> vector(int row) {
    try {
      return StoredReactions.vector(slices.of(row).leaf().reader(), slices.doc(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
