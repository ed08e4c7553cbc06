package dev.chorus.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodsTest {
  private static final String TEXT =
      "Wake up people, this so called miracle model is a rip off built on stolen work, boycott it"
          + " today";

  @Test
  void joinsCopiesThatDifferInLinksNamesCaseAndTypos() {
    List<Post> posts =
        List.of(
            Post.of("1", TEXT),
            Post.of("2", TEXT.toUpperCase(java.util.Locale.ROOT) + " https://example.com/1"),
            Post.of("3", "@you " + TEXT.replace("miracle", "mirracle") + " 🔥"),
            Post.of(
                "4", "I like the model because it answers my questions and costs nothing at all"));
    assertThat(Floods.families(posts))
        .singleElement()
        .satisfies(f -> assertThat(f).extracting(Post::id).containsExactly("1", "2", "3"));
  }

  @Test
  void leavesShortAndCommonPhrasesAlone() {
    List<Post> posts =
        IntStream.range(0, 20).mapToObj(i -> Post.of("p" + i, "wow deepseek is insane")).toList();
    assertThat(Floods.families(posts)).isEmpty();
  }

  /// 40 planted families of 3 to 12 copies among 2,000 posts of their own: nearly all found,
  /// nothing joined that does not belong together.
  @Test
  void findsPlantedFamilies() {
    Random random = new Random(9);
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) posts.add(Post.of("own-" + i, sentence(random, 14)));
    int planted = 0;
    for (int f = 0; f < 40; f++) {
      String[] words = sentence(random, 18).split(" ");
      int copies = 3 + random.nextInt(10);
      for (int c = 0; c < copies; c++) {
        String[] copy = words.clone();
        if (c > 0) copy[random.nextInt(copy.length)] = "edit" + random.nextInt(1_000);
        posts.add(Post.of("f" + f + "-" + c, String.join(" ", copy)));
        planted++;
      }
    }
    Collections.shuffle(posts, random);
    List<List<Post>> families = Floods.families(posts);
    int found = 0;
    for (List<Post> family : families) {
      Set<String> sources =
          family.stream()
              .map(p -> p.id().substring(0, p.id().indexOf('-')))
              .collect(Collectors.toSet());
      assertThat(sources).hasSize(1).doesNotContain("own");
      found += family.size();
    }
    assertThat(found).isGreaterThanOrEqualTo((int) (0.95 * planted));
  }

  private static String sentence(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(_ -> "w" + Integer.toString(random.nextInt(600), 36) + "x")
        .collect(Collectors.joining(" "));
  }
}
