package dev.chorus.report;

import dev.chorus.camp.Placed;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Voices between two camps: authors who post in both, and authors and posts that are answered from
/// both.
///
/// A few posts may look like a bridge by chance, or because the classifier slipped. So voices are
/// ranked by what the share of their second camp is at least, with 95% confidence: two posts in
/// each camp say less than twenty and fifteen.
final class Bridges {
  private static final int MOST = 5;

  /// Posts in each of two camps before anything is said: one may be a mistake.
  private static final int LEAST = 2;

  private final Map<String, Placed> byId = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private Bridges(List<Placed> counted) {
    for (Placed placed : counted) {
      Post post = placed.reaction().post();
      byId.put(post.id(), placed);
      post.author().displayName().ifPresent(n -> names.putIfAbsent(post.authorKey(), n));
    }
  }

  /// @param counted posts that count
  static List<CampsReport.Bridging> of(List<Placed> counted) {
    Bridges bridges = new Bridges(counted);
    List<CampsReport.Bridging> found = new ArrayList<>();
    Map<String, Map<String, Integer>> posted = new TreeMap<>();
    Map<String, Map<String, Integer>> answered = new TreeMap<>();
    Map<String, Map<String, Integer>> answeredPost = new TreeMap<>();
    for (Placed placed : counted) {
      if (!placed.placement().aligned()) continue;
      Post post = placed.reaction().post();
      count(posted, post.authorKey(), placed);
      for (Post target : bridges.answers(post)) {
        // Answers to oneself bridge nothing.
        if (target.authorKey().equals(post.authorKey())) continue;
        count(answered, target.authorKey(), placed);
        count(answeredPost, target.id(), placed);
      }
    }
    found.addAll(bridges.ranked(posted, CampsReport.Bridging.How.POSTS, _ -> Optional.empty()));
    found.addAll(bridges.ranked(answered, CampsReport.Bridging.How.ANSWERS, _ -> Optional.empty()));
    found.addAll(bridges.ranked(answeredPost, CampsReport.Bridging.How.ANSWERS, Optional::of));
    return found;
  }

  private List<Post> answers(Post post) {
    return java.util.stream.Stream.of(post.links().inReplyTo(), post.links().quotes())
        .flatMap(Optional::stream)
        .distinct()
        .map(byId::get)
        .filter(java.util.Objects::nonNull)
        .map(p -> p.reaction().post())
        .toList();
  }

  private static void count(Map<String, Map<String, Integer>> tally, String key, Placed placed) {
    tally
        .computeIfAbsent(key, _ -> new TreeMap<>())
        .merge(placed.placement().camp(), 1, Integer::sum);
  }

  private List<CampsReport.Bridging> ranked(
      Map<String, Map<String, Integer>> tally,
      CampsReport.Bridging.How how,
      Function<String, Optional<String>> postOf) {
    List<CampsReport.Bridging> found = new ArrayList<>();
    tally.forEach(
        (key, camps) -> {
          List<Map.Entry<String, Integer>> two =
              camps.entrySet().stream()
                  .sorted(
                      Map.Entry.<String, Integer>comparingByValue()
                          .reversed()
                          .thenComparing(Map.Entry.comparingByKey()))
                  .limit(2)
                  .toList();
          if (two.size() < 2 || two.getLast().getValue() < LEAST) return;
          Optional<String> post = postOf.apply(key);
          String author = post.map(id -> byId.get(id).reaction().post().authorKey()).orElse(key);
          int all = camps.values().stream().mapToInt(Integer::intValue).sum();
          found.add(
              new CampsReport.Bridging(
                  names.getOrDefault(author, author),
                  how,
                  post,
                  two.getFirst().getKey(),
                  two.getFirst().getValue(),
                  two.getLast().getKey(),
                  two.getLast().getValue(),
                  atLeast(two.getLast().getValue(), all)));
        });
    return found.stream()
        .sorted(
            Comparator.comparingDouble(CampsReport.Bridging::strength)
                .reversed()
                .thenComparing(CampsReport.Bridging::author)
                .thenComparing(b -> b.post().orElse("")))
        .limit(MOST)
        .toList();
  }

  private static double atLeast(int part, int all) {
    double share = (double) part / all;
    return Intervals.wilson(share, share * (1 - share) / all, share).low();
  }
}
