package dev.chorus.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
  /// With the words themselves given, so that also rare ones such as 0 come.
  private static Wording wording(Random random, int most, int kinds) {
    int words = 1 + random.nextInt(most);
    ByteBuffer bytes = ByteBuffer.allocate(6 + 2 * words);
    bytes.putInt(words + random.nextInt(2)).put((byte) random.nextInt(2));
    bytes.put((byte) random.nextInt(2));
    for (int i = 0; i < words; i++) {
      int word = random.nextInt(kinds);
      // The largest look like negative numbers where a sign is taken for one.
      bytes.putChar((char) (word == 1 ? 0xFFFF : word));
    }
    return Wording.ofBytes(bytes.array(), 0, bytes.position());
  }

  private static void check(List<Wording> all) {
    List<Wording> expected = List.copyOf(new TreeSet<>(all));
    Texts texts = new Texts(Wordings.of(all));
    assertThat(texts.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) assertThat(texts.get(i)).isEqualTo(expected.get(i));
    for (int i = 0; i < all.size(); i++) {
      assertThat(texts.get(texts.ofPosts()[i])).isEqualTo(all.get(i));
    }
  }

  @Test
  void areTheDifferentWordingsInTheirOrder() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Wording> all = new ArrayList<>();
      // Crowded and not, short and as long as wordings get.
      int most = seed % 2 == 0 ? 5 : 256;
      int kinds = seed % 3 == 0 ? 2 : 50;
      for (int i = 0; i < 4_000; i++) all.add(wording(random, most, kinds));
      for (int i = 0; i < 300; i++) all.addAll(Collections.nCopies(4, all.get(i % 3)));
      Collections.shuffle(all, random);
      check(all);
    }
    check(List.of());
  }

  @Test
  void differInTheLastDigitAlone() {
    List<Wording> all = new ArrayList<>();
    for (int length = 256; length < 260; length++) {
      for (int edits = 0; edits < 40; edits++) {
        for (int cut = 0; cut < 2; cut++) {
          ByteBuffer bytes = ByteBuffer.allocate(6 + 2 * 256);
          bytes.putInt(length).put((byte) edits).put((byte) cut);
          all.add(Wording.ofBytes(bytes.array(), 0, bytes.capacity()));
        }
      }
    }
    Collections.shuffle(all, new Random(1));
    check(all);
  }

  @Test
  void pairsAreASet() {
    Random random = new Random(1);
    Pairs pairs = new Pairs();
    Set<List<Integer>> expected = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      int first = random.nextInt(60);
      int second = random.nextInt(60) + (i > 15_000 ? 1_000_000_000 : 0);
      pairs.add(first, second);
      expected.add(List.of(first, second));
    }
    List<List<Integer>> found = new ArrayList<>();
    pairs.forEach((first, second) -> found.add(List.of(first, second)));
    assertThat(found).doesNotHaveDuplicates().hasSameElementsAs(expected);
  }
}
