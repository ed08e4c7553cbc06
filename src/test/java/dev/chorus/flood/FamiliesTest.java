package dev.chorus.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.post.Author;
import dev.chorus.post.Links;
import dev.chorus.post.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamiliesTest {
  private static final Instant START = Instant.parse("2025-01-27T12:00:00Z");
  private static final String TEXT =
      "Wake up people, this so called miracle model is a rip off built on stolen work, boycott it"
          + " today";

  private static List<List<String>> ids(List<Post> posts) {
    return Families.of(posts).stream().map(f -> f.stream().map(Post::id).toList()).toList();
  }

  private static Post post(String id, String author, Instant at) {
    return Post.builder(id, TEXT)
        .author(Author.ofHandle(author))
        .createdAt(Optional.of(at))
        .build();
  }

  @Test
  void joinsCopiesThatDifferInLinksNamesCaseAndTypos() {
    List<Post> posts =
        List.of(
            Post.of("1", TEXT),
            Post.of("2", TEXT.toUpperCase(Locale.ROOT) + " https://example.com/1"),
            Post.of("3", "@you " + TEXT.replace("miracle", "mirracle") + " 🔥"),
            Post.of("4", TEXT.substring(0, 70) + "…"),
            Post.of(
                "5", "I like the model because it answers my questions and costs nothing at all"));
    assertThat(ids(posts)).containsExactly(List.of("1", "2", "3", "4"));
  }

  @Test
  void findsATemplateThatIsFilledInOneWord() {
    List<Post> posts =
        IntStream.range(100, 400)
            .mapToObj(i -> Post.of("p" + i, TEXT.replace("today", "with code X" + i)))
            .toList();
    assertThat(ids(posts)).singleElement().satisfies(f -> assertThat(f).hasSize(300));
  }

  @Test
  void leavesShortAndCommonPhrasesAlone() {
    List<Post> posts = new ArrayList<>();
    for (String text :
        List.of("wow deepseek is insane", "lol", "The best one there is in the world")) {
      for (int i = 0; i < 20; i++) posts.add(Post.of(text + i, text));
    }
    assertThat(Families.of(posts)).isEmpty();
  }

  /// Two texts begin alike, and a cut copy may be of either: it goes with the one that more posted.
  @Test
  void letsACutTextTieNothingTogether() {
    String beginning = "Asked the new model about the square and all that it would tell me was ";
    List<Post> posts =
        List.of(
            Post.of("1", beginning + "a long story about kites and the weather in spring"),
            Post.of("2", beginning + "that my card had been declined, which is worse"),
            Post.of("3", beginning + "that my card had been declined, which is worse!"),
            Post.of("4", beginning.strip() + "…"));
    assertThat(ids(posts)).containsExactly(List.of("2", "3", "4"));
  }

  /// The copies that no rule joins with one another, but that resemble what many posted.
  @Test
  void letsAFreerCopyFollowATextThatManyPosted() {
    String text = "the senate should ban every chinese model right now";
    Post free = Post.of("free", "the senate must ban every american model right now");
    List<Post> posts = new ArrayList<>(List.of(Post.of("1", text), free));
    assertThat(Families.of(posts)).isEmpty();
    posts.add(Post.of("2", text));
    posts.add(Post.of("3", text));
    assertThat(ids(posts)).containsExactly(List.of("1", "2", "3", "free"));
  }

  @Test
  void isTheSameWhateverTheOrder() {
    List<Post> posts = new ArrayList<>(new PlantedFloods(2_000, 11).posts());
    List<List<String>> expected = ids(posts);
    assertThat(expected).hasSizeGreaterThan(5);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(posts, new Random(seed));
      assertThat(ids(posts)).isEqualTo(expected);
    }
  }

  @Test
  void speaksByTheEarliestThenTheLeastId() {
    List<Post> posts =
        List.of(
            Post.of("a", TEXT),
            post("c", "ann", START),
            post("b", "bo", START),
            post("d", "bo", START.plusSeconds(5)));
    Family family = Family.of(Families.of(posts).getFirst());
    assertThat(family)
        .isEqualTo(
            new Family("b", 4, 3, Optional.of(START), Optional.of(START.plusSeconds(5)), false));
    assertThat(family.isCopy("b")).isFalse();
    assertThat(family.isCopy("a")).isTrue();
    assertThat(Family.of(List.of(Post.of("y", TEXT), Post.of("x", TEXT))).id()).isEqualTo("x");
  }

  @Test
  void marksWhatManyPostWithinAnHour() {
    assertThat(coordinated(5, Duration.ofMinutes(15))).isTrue();
    assertThat(coordinated(5, Duration.ofMinutes(16))).isFalse();
    assertThat(coordinated(4, Duration.ofSeconds(1))).isFalse();
    // An hour somewhere in the middle of days is enough.
    List<Post> posts = new ArrayList<>(several(5, Duration.ofMinutes(10), "a"));
    for (int i = 0; i < 9; i++) posts.add(post("x" + i, "a0", START.plus(Duration.ofDays(i - 4L))));
    Collections.shuffle(posts, new Random(1));
    assertThat(Family.of(posts).coordinated()).isTrue();
  }

  @Test
  void doesNotTakeRepostsOrUnknownAuthorsForCoordinated() {
    List<Post> reposts =
        several(20, Duration.ofSeconds(1), "a").stream()
            .map(
                p ->
                    Post.builder(p.id(), p.text())
                        .author(p.author())
                        .createdAt(p.createdAt())
                        .links(
                            new Links(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("original"),
                                Optional.empty()))
                        .build())
            .toList();
    assertThat(Family.of(reposts).coordinated()).isFalse();
    List<Post> nobody =
        several(20, Duration.ofSeconds(1), "a").stream()
            .map(p -> Post.builder(p.id(), p.text()).createdAt(p.createdAt()).build())
            .toList();
    assertThat(Family.of(nobody).coordinated()).isFalse();
  }

  private static boolean coordinated(int authors, Duration apart) {
    return Family.of(several(authors, apart, "a")).coordinated();
  }

  private static List<Post> several(int authors, Duration apart, String name) {
    return IntStream.range(0, authors)
        .mapToObj(i -> post("p" + i, name + i, START.plus(apart.multipliedBy(i))))
        .toList();
  }
}
