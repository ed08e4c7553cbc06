package dev.chorus.flood;

import dev.chorus.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A family of near-identical posts.
///
/// @param id id of its earliest post, see [Families#EARLIEST_FIRST]
/// @param posts how many, the earliest included; at least two
/// @param authors how many different ones ([Post#authorKey])
/// @param first earliest time, empty if no post has one
/// @param last latest time
/// @param coordinated whether at least [#COORDINATED_AUTHORS] named authors posted the text
///     themselves within [#COORDINATED_WITHIN]. An observation, not a verdict: a press release or a
///     headline that all share gets the mark as well as a campaign
public record Family(
    String id,
    int posts,
    int authors,
    Optional<Instant> first,
    Optional<Instant> last,
    boolean coordinated) {

  /// So many different authors.
  public static final int COORDINATED_AUTHORS = 5;

  /// From the first to the last of them.
  public static final Duration COORDINATED_WITHIN = Duration.ofHours(1);

  /// @param posts in any order
  public static Family of(Iterable<Post> posts) {
    Builder builder = new Builder();
    posts.forEach(builder::add);
    return builder.build();
  }

  /// Whether a post repeats an earlier one of its family.
  public boolean isCopy(String postId) {
    return !id.equals(postId);
  }

  /// Takes the posts of a family in any order and keeps no texts.
  public static final class Builder {
    private record Seen(Instant at, String author) {}

    private final Set<String> authors = new HashSet<>();
    private final List<Seen> own = new ArrayList<>();

    /// The earliest post, without its text.
    private String id;

    private Optional<Instant> first = Optional.empty();
    private int posts;
    private Optional<Instant> last = Optional.empty();

    public void add(Post post) {
      posts++;
      String author = post.authorKey();
      authors.add(author);
      if (id == null || Families.earlier(post.createdAt(), post.id(), first, id)) {
        id = post.id();
        first = post.createdAt();
      }
      if (post.createdAt().isEmpty()) return;
      Instant at = post.createdAt().get();
      if (last.isEmpty() || at.isAfter(last.get())) last = post.createdAt();
      // Whoever reposts makes no secret of repeating somebody, and unknown authors may be one.
      boolean named = post.author().displayName().isPresent();
      if (named && post.links().repostOf().isEmpty()) own.add(new Seen(at, author));
    }

    public Family build() {
      return new Family(id, posts, authors.size(), first, last, coordinated());
    }

    private boolean coordinated() {
      own.sort(Comparator.comparing(Seen::at));
      Map<String, Integer> inWindow = new HashMap<>();
      int from = 0;
      for (Seen seen : own) {
        inWindow.merge(seen.author(), 1, Integer::sum);
        while (Duration.between(own.get(from).at(), seen.at()).compareTo(COORDINATED_WITHIN) > 0) {
          inWindow.computeIfPresent(own.get(from++).author(), (_, n) -> n == 1 ? null : n - 1);
        }
        if (inWindow.size() >= COORDINATED_AUTHORS) return true;
      }
      return false;
    }
  }
}
