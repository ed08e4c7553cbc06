package dev.chorus.report;

import dev.chorus.camp.TellingWords;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Families of near-identical posts: the same words apart from links, user names, case and small
/// edits.
///
/// Posts that share one of a few minimum hashes of their word pairs are compared (MinHash, Broder
/// 1997) and joined if most of their word pairs are the same.
final class Floods {
  /// Fewer words than this are said alike by chance ("wow, deepseek is insane").
  private static final int LEAST_WORDS = 6;

  private static final int LEAST_POSTS = 3;
  private static final int HASHES = 12;

  /// Share of word pairs in common (Jaccard) that makes two posts one text.
  private static final double ALIKE = 0.6;

  private Floods() {}

  /// @param posts in the order in which families and their members come out
  static List<List<Post>> families(List<Post> posts) {
    List<Set<Integer>> pairs = posts.stream().map(p -> pairs(p.text())).toList();
    int[] parent = new int[posts.size()];
    for (int i = 0; i < parent.length; i++) parent[i] = i;
    for (int h = 0; h < HASHES; h++) {
      Map<Integer, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < parent.length; i++) {
        if (!pairs.get(i).isEmpty()) {
          buckets.computeIfAbsent(minimum(pairs.get(i), h), _ -> new ArrayList<>()).add(i);
        }
      }
      buckets.values().forEach(bucket -> join(bucket, pairs, parent));
    }
    Map<Integer, List<Post>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(parent, i), _ -> new ArrayList<>()).add(posts.get(i));
    }
    return byRoot.values().stream().filter(f -> f.size() >= LEAST_POSTS).toList();
  }

  /// Compares each post of a bucket with one of each family in it, not with every other post: a
  /// flood of ten thousand costs ten thousand comparisons.
  private static void join(List<Integer> bucket, List<Set<Integer>> pairs, int[] parent) {
    Map<Integer, Integer> speakers = new LinkedHashMap<>();
    for (int post : bucket) {
      int own = root(parent, post);
      if (speakers.putIfAbsent(own, post) != null) continue;
      for (Map.Entry<Integer, Integer> other : List.copyOf(speakers.entrySet())) {
        if (other.getValue() != post && alike(pairs.get(post), pairs.get(other.getValue()))) {
          int a = root(parent, post);
          int b = root(parent, other.getValue());
          parent[Math.max(a, b)] = Math.min(a, b);
          speakers.remove(own);
          break;
        }
      }
    }
  }

  private static int root(int[] parent, int i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  }

  private static boolean alike(Set<Integer> a, Set<Integer> b) {
    long common = a.stream().filter(b::contains).count();
    return common >= ALIKE * (a.size() + b.size() - common);
  }

  private static Set<Integer> pairs(String text) {
    List<String> words = new ArrayList<>(TellingWords.of(text));
    if (words.size() < LEAST_WORDS) return Set.of();
    Set<Integer> pairs = new LinkedHashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add((words.get(i - 1) + " " + words.get(i)).hashCode());
    }
    return pairs;
  }

  private static int minimum(Collection<Integer> values, int seed) {
    int least = Integer.MAX_VALUE;
    for (int v : values) least = Math.min(least, mix(v + seed * 0x9E3779B9));
    return least;
  }

  /// The finaliser of MurmurHash3, a permutation of the integers.
  private static int mix(int h) {
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
