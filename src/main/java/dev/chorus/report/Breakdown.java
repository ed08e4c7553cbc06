package dev.chorus.report;

import dev.chorus.index.column.PostColumns;
import dev.chorus.index.column.TermColumn;
import dev.chorus.index.query.Facet;
import dev.chorus.report.estimate.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Shares of the camps among parts of a corpus.
///
/// @param by what parts them
/// @param groups days and ratings in their order, other parts by size
public record Breakdown(By by, List<Group> groups) {
  /// What a corpus can be parted by.
  public enum By {
    /// The day of a post, UTC.
    DAY,
    PLATFORM,
    AUTHOR_ROLE,
    /// The stars of a review.
    RATING;

    /// As users write it.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
      return id();
    }

    /// The value of each row.
    private IntFunction<String> of(PostColumns posts) {
      return switch (this) {
        case DAY ->
            row ->
                posts.time(row) == PostColumns.NEVER
                    ? UNKNOWN
                    : LocalDate.ofEpochDay(Math.floorDiv(posts.time(row), MILLIS_OF_DAY))
                        .toString();
        case PLATFORM -> value(posts.column(Facet.PLATFORM));
        case AUTHOR_ROLE -> value(posts.roles());
        case RATING -> value(posts.ratings());
      };
    }

    private static IntFunction<String> value(TermColumn column) {
      return row -> column.of(row).mapToObj(column::term).findFirst().orElse(UNKNOWN);
    }
  }

  private static final long MILLIS_OF_DAY = 86_400_000;

  /// Posts that do not say.
  public static final String UNKNOWN = "unknown";

  /// One part.
  ///
  /// @param posts counted posts in each camp, and among the unaligned
  /// @param shares of each camp among the part's authors; empty below
  ///     [CampsReport#LEAST_AUTHORS]
  public record Group(
      String value, int authors, Map<String, Integer> posts, Map<String, Share> shares) {
    public int size() {
      return posts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /// Posts without a rating come last.
  private static double stars(Group group) {
    return group.value().equals(UNKNOWN) ? Double.MAX_VALUE : Double.parseDouble(group.value());
  }

  /// @param rows that count, in an order that depends on the posts alone
  static Breakdown of(By by, PostColumns posts, int[] rows, CampShares shares) {
    IntFunction<String> valueOf = by.of(posts);
    SortedMap<String, IntStream.Builder> parts = new TreeMap<>();
    for (int row : rows) {
      parts.computeIfAbsent(valueOf.apply(row), _ -> IntStream.builder()).add(row);
    }
    List<Group> groups = new ArrayList<>();
    parts.forEach(
        (value, builder) -> {
          int[] members = builder.build().toArray();
          Map<String, Integer> counts = new HashMap<>();
          for (int row : members) counts.merge(posts.camps().get(posts.camp(row)), 1, Integer::sum);
          int authors = (int) Arrays.stream(members).map(posts::author).distinct().count();
          groups.add(new Group(value, authors, counts, shares.of(posts, members)));
        });
    if (by == By.RATING) {
      groups.sort(Comparator.comparingDouble(Breakdown::stars));
    } else if (by != By.DAY) {
      groups.sort(Comparator.comparingInt(Group::size).reversed().thenComparing(Group::value));
    }
    return new Breakdown(by, List.copyOf(groups));
  }
}
