package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import dev.chorus.report.estimate.ShiftPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// How many posts counted when, and when a camp's part of them changed.
///
/// A corpus is seldom collected evenly: more posts of one day may tell more of the collector than
/// of the world. So a camp is told against all counted posts of the same hour or day, and only
/// within the longest stretch of time in which no hour or day is almost empty.
final class TimeCourse {
  /// Days tell more than hours, unless all happened in few days.
  private static final Duration LONG = Duration.ofDays(3);

  /// Longer corpora have no course: it could not be drawn.
  private static final int MOST_STRETCHES = 4_000;

  /// Counted posts of an hour or day that is covered.
  private static final int COVERED = 10;

  /// Hours or days in a row of which anything is told.
  private static final int LEAST_STRETCHES = 6;

  private static final int LEAST_POSTS = 10;

  /// Changes by less are of no interest, also where they are beyond chance.
  private static final double NOTABLE = 1.5;

  /// A post with fewer interactions cannot have moved many.
  private static final long WIDELY_SEEN = 1_000;

  /// Stretches in which a post came shortly before a change.
  private static final int SHORTLY = 6;

  private static final Duration LONG_BEFORE = Duration.ofDays(7);
  private static final Duration LONG_AFTER = Duration.ofDays(61);

  private final PostColumns posts;

  /// Counted rows that have a time, earliest first.
  private final int[] corpus;

  private final Instant start;
  private final Duration stretch;
  private final int[] counts;

  /// The first stretch that is covered evenly, and the first that is not any more.
  private final int from;

  private final int to;

  /// @param counted all rows that count, the earliest first
  TimeCourse(PostColumns posts, int[] counted) {
    this.posts = posts;
    corpus = dated(posts, counted);
    Instant first = Instant.ofEpochMilli(corpus.length == 0 ? 0 : posts.time(corpus[0]));
    Instant last =
        corpus.length == 0 ? first : Instant.ofEpochMilli(posts.time(corpus[corpus.length - 1]));
    ChronoUnit unit =
        Duration.between(first, last).compareTo(LONG) > 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    stretch = unit.getDuration();
    start = first.truncatedTo(unit);
    long stretches = Duration.between(start, last).dividedBy(stretch) + 1;
    counts = stretches > MOST_STRETCHES ? new int[0] : counts(corpus, (int) stretches);
    int[] even = longestCovered(counts);
    from = even[0];
    to = even[1];
  }

  private static int[] dated(PostColumns posts, int[] rows) {
    return Arrays.stream(rows).filter(row -> posts.time(row) != PostColumns.NEVER).toArray();
  }

  private int[] counts(int[] rows, int stretches) {
    int[] counts = new int[stretches];
    for (int row : rows) {
      counts[(int) ((posts.time(row) - start.toEpochMilli()) / stretch.toMillis())]++;
    }
    return counts;
  }

  private static int[] longestCovered(int[] counts) {
    int[] longest = {0, 0};
    int begin = 0;
    for (int i = 0; i <= counts.length; i++) {
      if (i < counts.length && counts[i] >= COVERED) continue;
      if (i - begin > longest[1] - longest[0]) longest = new int[] {begin, i};
      begin = i + 1;
    }
    return longest;
  }

  /// @param event its day, where that is known
  Optional<CampsReport.Course> course(Optional<LocalDate> event) {
    if (corpus.length == 0 || counts.length == 0) return Optional.empty();
    Optional<Instant> day = event.map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant());
    return Optional.of(
        new CampsReport.Course(
            start,
            stretch,
            IntStream.of(counts).boxed().toList(),
            day.map(d -> firstFrom(d.minus(LONG_BEFORE))).orElse(0),
            day.map(d -> corpus.length - firstFrom(d.plus(LONG_AFTER))).orElse(0)));
  }

  /// When one camp's part of the counted posts changed.
  Optional<CampsReport.Change> of(int[] members) {
    int[] dated = dated(posts, members);
    if (dated.length < LEAST_POSTS || to - from < LEAST_STRETCHES) return Optional.empty();
    int[] theirs = Arrays.copyOfRange(counts(dated, counts.length), from, to);
    return ShiftPoint.of(theirs, Arrays.copyOfRange(counts, from, to))
        .filter(c -> Math.max(c.before(), c.after()) >= NOTABLE * Math.min(c.before(), c.after()))
        .map(
            c ->
                new CampsReport.Change(
                    start.plus(stretch.multipliedBy(from + c.at())),
                    c.before(),
                    c.after(),
                    Optional.empty()));
  }

  /// The row of the camp's post that most reacted to, of those shortly before, if very many did.
  /// What a post of another camp has to do with it nobody can tell.
  Optional<Integer> before(Instant at, int camp) {
    Duration shortly =
        stretch.equals(ChronoUnit.DAYS.getDuration()) ? stretch : stretch.multipliedBy(SHORTLY);
    int[] rows = Arrays.copyOfRange(corpus, firstFrom(at.minus(shortly)), firstFrom(at));
    return Best.of(
            posts,
            rows,
            row -> posts.interactions(row) >= WIDELY_SEEN ? posts.interactions(row) : Double.NaN,
            1)
        .stream()
        .findFirst();
  }

  /// How many counted posts are earlier.
  private int firstFrom(Instant at) {
    int low = 0;
    int high = corpus.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (posts.time(corpus[middle]) < at.toEpochMilli()) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
