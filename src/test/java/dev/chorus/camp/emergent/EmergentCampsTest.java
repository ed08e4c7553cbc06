package dev.chorus.camp.emergent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.Reaction;
import dev.chorus.language.Sentiment;
import dev.chorus.language.Vector;
import dev.chorus.post.Author;
import dev.chorus.post.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmergentCampsTest {
  private static final int SIZE = 16;

  private static Reaction reaction(String id, String author, String text, Optional<Vector> vector) {
    return new Reaction(
        Post.builder(id, text).author(Author.ofHandle(author)).build(),
        "en",
        Optional.of(new Sentiment(0.2, 0.5, 0.3)),
        List.of(),
        List.of(),
        List.of(),
        vector);
  }

  /// A direction of its own for what speaks of nothing, one near an axis for what speaks of it.
  private static Optional<Vector> vector(int axis, Random random) {
    float[] v = new float[SIZE];
    for (int i = 0; i < SIZE; i++) v[i] = (float) random.nextGaussian();
    if (axis >= 0) v[axis] += 6;
    return Optional.of(Vector.ofDirection(v));
  }

  private static String pick(String words, int count, Random random) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    Collections.shuffle(all, random);
    return String.join(" ", all.subList(0, count));
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder();
    for (int w = 0; w < 7; w++) {
      text.append("word").append((char) ('a' + random.nextInt(26)));
      text.append((char) ('a' + random.nextInt(26))).append(' ');
    }
    return text.toString();
  }

  private static List<Reaction> noise(int count, Random random) {
    List<Reaction> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(reaction("n" + i, "author n" + i, noise(random), vector(-1, random)));
    }
    return posts;
  }

  private static List<Reaction> energy(int count, Random random) {
    List<Reaction> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = pick("energy power grid reactors centres electricity megawatts", 4, random);
      posts.add(
          reaction(
              "e" + i,
              "author e" + i,
              text + " " + pick(noise(random), 3, random),
              vector(2, random)));
    }
    return posts;
  }

  private static List<EmergentCamp> find(List<Reaction> unaligned) {
    return EmergentCamps.find(
        unaligned,
        new CountedWords(unaligned.stream().map(r -> TellingWords.of(r.post().text())).toList()));
  }

  @Test
  void findsAndNamesWhatManySay() {
    Random random = new Random(21);
    List<Reaction> posts = noise(120, random);
    posts.addAll(energy(30, random));
    List<EmergentCamp> camps = find(posts);
    assertThat(camps).hasSize(1);
    EmergentCamp camp = camps.getFirst();
    assertThat(camp.words()).contains("energy", "grid").noneMatch(w -> w.startsWith("word"));
    assertThat(camp.title()).startsWith(camp.id().replace("-", ", "));
    assertThat(camp.posts())
        .hasSizeBetween(27, 33)
        .filteredOn(id -> id.startsWith("e"))
        .hasSizeGreaterThanOrEqualTo(27);
    assertThat(camp.typical()).hasSizeBetween(2, 5).isSubsetOf(camp.posts());
    Collections.shuffle(posts, random);
    assertThat(find(posts)).isEqualTo(camps);
  }

  @Test
  void noiseHasNoCamps() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(find(noise(400, new Random(seed)))).isEmpty();
    }
  }

  @Test
  void oneAuthorIsNoCamp() {
    Random random = new Random(22);
    List<Reaction> posts = noise(120, random);
    for (Reaction r : energy(30, random)) {
      posts.add(reaction(r.post().id(), "the same", r.post().text(), r.vector()));
    }
    assertThat(find(posts)).isEmpty();
  }

  @Test
  void oneTextRepeatedIsNoCamp() {
    Random random = new Random(23);
    List<Reaction> posts = noise(120, random);
    for (int i = 0; i < 30; i++) {
      posts.add(
          reaction(
              "c" + i,
              "author c" + i,
              "Buy the energy grid token now https://t.co/" + i,
              vector(3, new Random(1))));
    }
    assertThat(find(posts)).isEmpty();
  }

  @Test
  void typicalPostsDoNotRepeatEachOther() {
    Random random = new Random(24);
    List<Reaction> posts = noise(120, random);
    posts.addAll(energy(20, random));
    for (int i = 0; i < 20; i++) {
      posts.add(
          reaction(
              "c" + i,
              "author c" + i,
              "energy power grid reactors centres " + i,
              vector(2, new Random(1))));
    }
    EmergentCamp camp = find(posts).getFirst();
    assertThat(camp.posts()).filteredOn(id -> id.startsWith("c")).hasSize(20);
    assertThat(camp.typical()).filteredOn(id -> id.startsWith("c")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void twoCampsNeverHaveOneId() {
    Random random = new Random(25);
    List<Reaction> posts = noise(200, random);
    posts.addAll(energy(30, random));
    for (int i = 0; i < 30; i++) {
      String text =
          pick("energy drink caffeine sugar taurine headache", 4, random)
              + " "
              + pick(noise(random), 3, random);
      posts.add(reaction("d" + i, "author d" + i, text, vector(9, random)));
    }
    List<EmergentCamp> camps = find(posts);
    assertThat(camps).hasSize(2);
    assertThat(camps.stream().map(EmergentCamp::id).distinct()).hasSize(2);
  }

  @Test
  void littleAndOddInputHasNoCamps() {
    Random random = new Random(26);
    assertThat(find(List.of())).isEmpty();
    assertThat(find(noise(1, random))).isEmpty();
    assertThat(find(energy(3, random))).isEmpty();
    List<Reaction> empty = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      empty.add(reaction("w" + i, "author w" + i, "👍 " + i, Optional.empty()));
    }
    assertThat(find(empty)).isEmpty();
  }
}
