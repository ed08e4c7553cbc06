package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.post.Post;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Shares of the camps among parts of a corpus.
///
/// @param by what parts them
/// @param groups days in their order; other parts by size
public record Breakdown(By by, List<Group> groups) {
  /// What a corpus can be parted by.
  public enum By {
    /// The day of a post, UTC.
    DAY,
    PLATFORM,
    AUTHOR_ROLE;

    /// As users write it.
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
      return id();
    }

    private String of(Post post) {
      return switch (this) {
        case DAY ->
            post.createdAt()
                .map(t -> t.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .orElse(UNKNOWN);
        case PLATFORM -> post.platform().orElse(UNKNOWN);
        case AUTHOR_ROLE -> post.author().role().orElse(UNKNOWN);
      };
    }
  }

  /// Posts that do not say.
  public static final String UNKNOWN = "unknown";

  /// One part.
  ///
  /// @param posts counted posts in each camp, and among the unaligned
  /// @param shares of each camp among the part's authors; empty below
  ///     [CampsReport#LEAST_AUTHORS]
  public record Group(
      String value,
      int authors,
      Map<String, Integer> posts,
      Map<String, CampsReport.Share> shares) {
    public int size() {
      return posts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  static Breakdown of(By by, List<Placed> counted, CampShares shares) {
    Map<String, List<Placed>> parts = new TreeMap<>();
    for (Placed placed : counted) {
      parts.computeIfAbsent(by.of(placed.reaction().post()), _ -> new ArrayList<>()).add(placed);
    }
    List<Group> groups = new ArrayList<>();
    parts.forEach(
        (value, members) -> {
          Map<String, Integer> posts = new HashMap<>();
          members.forEach(m -> posts.merge(m.placement().camp(), 1, Integer::sum));
          groups.add(
              new Group(
                  value,
                  (int)
                      members.stream().map(m -> m.reaction().post().authorKey()).distinct().count(),
                  posts,
                  shares.of(members)));
        });
    if (by != By.DAY) {
      groups.sort(Comparator.comparingInt(Group::size).reversed().thenComparing(Group::value));
    }
    return new Breakdown(by, List.copyOf(groups));
  }
}
