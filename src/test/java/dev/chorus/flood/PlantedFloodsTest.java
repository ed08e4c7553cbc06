package dev.chorus.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.post.Post;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How many of the planted families are found, over pairs of posts: two posts of one family that
/// were put into one, of all such pairs (recall), and of all pairs that were put into one
/// (precision).
///
/// `mvn test -Dtest=PlantedFloodsTest -Dchorus.floods=100000` for the size of a large corpus.
class PlantedFloodsTest {
  private static final int SIZE = Integer.getInteger("chorus.floods", 10_000);

  @Test
  void findsThePlantedFamiliesAndNoOthers() {
    PlantedFloods planted = new PlantedFloods(SIZE, 7);
    List<Post> posts = planted.posts();
    long start = System.nanoTime();
    List<List<Post>> families = Families.of(posts);
    double seconds = (System.nanoTime() - start) / 1e9;

    Map<Integer, Integer> sizes = new HashMap<>();
    planted.family().values().forEach(f -> sizes.merge(f, 1, Integer::sum));
    double wanted = sizes.values().stream().mapToDouble(PlantedFloodsTest::pairs).sum();
    double found = 0;
    double right = 0;
    Map<Integer, Double> rightOf = new HashMap<>();
    Set<Integer> marked = new HashSet<>();
    Set<Integer> wronglyMarked = new HashSet<>();
    for (List<Post> family : families) {
      found += pairs(family.size());
      Map<Integer, Integer> from = new HashMap<>();
      for (Post post : family) {
        Integer of = planted.family().get(post.id());
        if (of != null) from.merge(of, 1, Integer::sum);
      }
      from.forEach((of, n) -> rightOf.merge(of, pairs(n), Double::sum));
      right += from.values().stream().mapToDouble(PlantedFloodsTest::pairs).sum();
      if (Family.of(family).coordinated()) {
        from.keySet().forEach(planted.coordinated().isEmpty() ? wronglyMarked::add : marked::add);
        if (from.isEmpty()) wronglyMarked.add(-1);
      }
    }
    marked.stream().filter(f -> !planted.coordinated().contains(f)).forEach(wronglyMarked::add);
    double each =
        sizes.entrySet().stream()
            .mapToDouble(e -> rightOf.getOrDefault(e.getKey(), 0.0) / pairs(e.getValue()))
            .average()
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%,d posts, %,d planted families with %,d posts, %,d found in %.2f s:"
            + " precision %.4f, recall %.4f, recall averaged over families %.4f;"
            + " %d of %d coordinated ones marked, %d wrongly%n",
        posts.size(),
        sizes.size(),
        planted.family().size(),
        families.size(),
        seconds,
        right / found,
        right / wanted,
        each,
        marked.size() - wronglyMarked.size(),
        planted.coordinated().size(),
        wronglyMarked.size());
    assertThat(right / found).isGreaterThanOrEqualTo(0.97);
    assertThat(right / wanted).isGreaterThanOrEqualTo(0.97);
  }

  private static double pairs(int posts) {
    return posts * (posts - 1.0) / 2;
  }
}
