package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

  private final Instant first;
  private final Instant last;
  private final Duration stretch;
  private final List<Placed> corpus;

  /// @param counted all posts that count, the earliest first
  TimeCourse(List<Placed> counted) {
    corpus = counted.stream().filter(p -> time(p).isPresent()).toList();
    first = corpus.isEmpty() ? Instant.EPOCH : time(corpus.getFirst()).orElseThrow();
    last = corpus.isEmpty() ? Instant.EPOCH : time(corpus.getLast()).orElseThrow();
    stretch =
        Duration.between(first, last).compareTo(LONG) > 0
            ? Duration.ofDays(1)
            : Duration.ofHours(1);
  }

  private static Optional<Instant> time(Placed placed) {
    return placed.reaction().post().createdAt();
  }

  /// The changes of one camp, in the order of time.
  List<CampsReport.Change> of(List<Placed> members) {
    Instant start = first.truncatedTo(unit());
    long stretches = Duration.between(start, last).dividedBy(stretch) + 1;
    List<Placed> dated = members.stream().filter(p -> time(p).isPresent()).toList();
    if (dated.size() < LEAST_POSTS || stretches > MOST_STRETCHES) return List.of();
    int[] counts = new int[(int) stretches];
    for (Placed placed : dated) {
      counts[(int) Duration.between(start, time(placed).orElseThrow()).dividedBy(stretch)]++;
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

  private java.time.temporal.ChronoUnit unit() {
    return stretch.toHours() == 1
        ? java.time.temporal.ChronoUnit.HOURS
        : java.time.temporal.ChronoUnit.DAYS;
  }

  /// The post that most reacted to, of those in the day before.
  private Optional<CampsReport.Quote> before(Instant at) {
    return corpus.subList(firstFrom(at.minus(Duration.ofDays(1))), firstFrom(at)).stream()
        .max(
            Comparator.comparingLong((Placed p) -> post(p).engagement().interactions())
                .thenComparing(p -> post(p).id(), Comparator.reverseOrder()))
        .map(QuoteSelection::quote);
  }

  /// How many posts are earlier.
  private int firstFrom(Instant at) {
    int low = 0;
    int high = corpus.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(corpus.get(middle)).orElseThrow().isBefore(at)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private static Post post(Placed placed) {
    return placed.reaction().post();
  }
}
