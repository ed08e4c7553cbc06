package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import dev.chorus.report.estimate.ChangePoints;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// When a camp began to speak more or less than before, and what had been posted just before.
final class TimeCourse {
  /// Stretches of a day tell more than stretches of an hour, unless all happened in a week.
  private static final Duration LONG = Duration.ofDays(7);

  private static final int MOST_STRETCHES = 2_000;
  private static final int LEAST_POSTS = 10;

  /// Changes by less are beyond chance in a large corpus, and of no interest.
  private static final double NOTABLE = 1.5;

  private final PostColumns posts;
  private final QuoteSelection quoting;
  private final int[] corpus;
  private final Instant start;
  private final Instant last;
  private final Duration stretch;

  /// @param counted all rows that count, the earliest first
  TimeCourse(PostColumns posts, int[] counted, QuoteSelection quoting) {
    this.quoting = quoting;
    this.posts = posts;
    corpus = dated(posts, counted);
    Instant first = Instant.ofEpochMilli(corpus.length == 0 ? 0 : posts.time(corpus[0]));
    last = corpus.length == 0 ? first : Instant.ofEpochMilli(posts.time(corpus[corpus.length - 1]));
    ChronoUnit unit =
        Duration.between(first, last).compareTo(LONG) > 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    stretch = unit.getDuration();
    start = first.truncatedTo(unit);
  }

  private static int[] dated(PostColumns posts, int[] rows) {
    return Arrays.stream(rows).filter(row -> posts.time(row) != PostColumns.NEVER).toArray();
  }

  /// The changes of one camp, in the order of time.
  List<CampsReport.Change> of(int[] members) {
    long stretches = Duration.between(start, last).dividedBy(stretch) + 1;
    int[] dated = dated(posts, members);
    if (dated.length < LEAST_POSTS || stretches > MOST_STRETCHES) return List.of();
    int[] counts = new int[(int) stretches];
    for (int row : dated) {
      counts[(int) ((posts.time(row) - start.toEpochMilli()) / stretch.toMillis())]++;
    }
    double perDay = (double) Duration.ofDays(1).dividedBy(stretch);
    return ChangePoints.of(counts).stream()
        .filter(c -> Math.max(c.before(), c.after()) >= NOTABLE * Math.min(c.before(), c.after()))
        .map(
            c -> {
              Instant at = start.plus(stretch.multipliedBy(c.at()));
              return new CampsReport.Change(
                  at, c.before() * perDay, c.after() * perDay, before(at));
            })
        .toList();
  }

  /// The post that most reacted to, of those in the day before.
  private Optional<CampsReport.Quote> before(Instant at) {
    int[] day = Arrays.copyOfRange(corpus, firstFrom(at.minus(Duration.ofDays(1))), firstFrom(at));
    return Best.of(posts, day, posts::interactions, 1).stream().map(quoting::quote).findFirst();
  }

  /// How many posts are earlier.
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
