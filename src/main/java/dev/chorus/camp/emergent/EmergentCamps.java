package dev.chorus.camp.emergent;

import dev.chorus.language.Reaction;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds camps that nobody declared among the posts that fit no declared one.
///
/// Not every [Cluster] is one. A camp needs several people who say it in words of their own,
/// and words by which it can be told from the rest of the corpus; that its posts are alike is
/// what makes it a cluster. Where nothing is like that, there is no emergent camp.
public final class EmergentCamps {
  /// Different texts below which a cluster may be chance: in groups of unrelated texts the largest
  /// cluster had five.
  public static final int LEAST_TEXTS = 6;

  /// Authors below which it is somebody's hobby.
  public static final int LEAST_AUTHORS = 3;

  /// Telling words below which nobody could say what it is about.
  public static final int LEAST_WORDS = 3;

  private static final int WORDS = 8;
  private static final int TYPICAL = 5;

  /// Share of words in common (Jaccard) that makes two posts one text.
  private static final double REPEATS = 0.6;

  private static final long SEED = 1;

  private final Map<String, Post> posts;
  private final WordCounts corpus;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  private EmergentCamps(Map<String, Post> posts, WordCounts corpus) {
    this.posts = posts;
    this.corpus = corpus;
  }

  /// @param unaligned reactions that fit no declared camp; none twice, and each text of a flood
  ///     once
  /// @param corpus counted over all posts among which the camps shall stand out, these included
  /// @return the largest first; the same whatever the order of the reactions
  public static List<EmergentCamp> find(Collection<Reaction> unaligned, WordCounts corpus) {
    List<Cluster> clusters =
        Clusterer.cluster(unaligned.stream().map(ClusteredPost::of).toList(), SEED);
    EmergentCamps camps =
        new EmergentCamps(
            unaligned.stream()
                .map(Reaction::post)
                .collect(Collectors.toMap(Post::id, Function.identity())),
            corpus);
    List<EmergentCamp> found = new ArrayList<>();
    for (Cluster cluster : clusters) {
      if (cluster.size() < LEAST_TEXTS) break;
      if (!camps.manySayIt(cluster)) continue;
      List<String> words =
          TellingWords.distinctive(
              corpus, cluster.members().stream().map(camps::words).toList(), WORDS);
      if (words.size() < LEAST_WORDS) continue;
      found.add(
          new EmergentCamp(
              camps.id(words.stream().map(w -> w.replace("'", "")).toList()),
              words,
              cluster.members(),
              camps.different(cluster, TYPICAL),
              cluster.cohesion()));
    }
    return found;
  }

  private boolean manySayIt(Cluster cluster) {
    return cluster.members().stream().map(posts::get).map(Post::authorKey).distinct().count()
            >= LEAST_AUTHORS
        && different(cluster, LEAST_TEXTS).size() == LEAST_TEXTS;
  }

  /// Up to so many members that do not repeat each other, nearest to the centre first.
  private List<String> different(Cluster cluster, int most) {
    List<String> chosen = new ArrayList<>();
    for (String id : cluster.members()) {
      if (chosen.size() == most) break;
      if (chosen.stream().noneMatch(other -> repeats(words(id), words(other)))) chosen.add(id);
    }
    return chosen;
  }

  private static boolean repeats(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return common >= REPEATS * (a.size() + b.size() - common);
  }

  private Set<String> words(String id) {
    return words.computeIfAbsent(id, i -> TellingWords.of(posts.get(i).text()));
  }

  /// As few of the words as tell it from the camps before, without what a shell would take for a
  /// quotation mark.
  private String id(List<String> words) {
    String id = words.getFirst();
    for (int more = 1; !ids.add(id); more++) {
      id += "-" + (more < words.size() ? words.get(more) : more);
    }
    return id;
  }
}
