package dev.chorus.flood;

import dev.chorus.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Sorts posts into families of near-identical texts.
///
/// Wordings that agree in the least of three hashes of their words (MinHash, Broder 1997; banded
/// as in Leskovec, Rajaraman & Ullman 2020, chapter 3), or in six words at the beginning, are
/// compared; those that are one text ([Wording#alike]) are joined, and what is joined by others is
/// one family. Then what is left may follow one family, but not tie two together: a cut text the
/// one that goes on from it, a freer copy the one that it resembles.
///
/// What comes out depends on the set of posts alone: not on their order, nor on which came first.
public final class Families {
  /// The number of a post that is in no family.
  public static final int ALONE = -1;

  /// Earliest first, what has no time last, ties by id: the order in which a family speaks.
  public static final Comparator<Post> EARLIEST_FIRST =
      Comparator.comparing((Post p) -> p.createdAt().orElse(Instant.MAX)).thenComparing(Post::id);

  /// Fewer posts are no family.
  private static final int LEAST_POSTS = 2;

  /// Of texts that share two thirds of their words (one word in five changed) 99.9% meet in one of
  /// these bands, of those that share half 93%.
  private static final int BANDS = 20;

  private static final int ROWS = 3;

  /// Beginnings as bands of their own, because a cut text may share few of the words.
  private static final int BEGINNINGS = 2;

  private static final int BEGINNING_WORDS = 6;

  /// In a crowded band a text is compared with so many neighbours in the order of their words, so
  /// that time grows with the number of posts and not with its square.
  private static final int MOST_COMPARED = 64;

  /// So many posts of a family make it likely that a freer copy is one of it.
  private static final int LEAST_FOLLOWED = 3;

  private final Wording[] texts;
  private final int[] posts;
  private final UnionFind families;
  private final List<Follower> followers = new ArrayList<>();

  /// A text that may follow another.
  private record Follower(int text, int other) {}

  private Families(Wording[] texts, int[] posts) {
    this.texts = texts;
    this.posts = posts;
    this.families = new UnionFind(texts.length);
  }

  /// @param wordings of posts, in any order
  /// @return for each the number of its family, or [#ALONE]
  public static int[] group(Collection<Wording> wordings) {
    Wording[] all = wordings.toArray(Wording[]::new);
    Wording[] texts = distinct(all);
    int[] text = new int[all.length];
    int[] posts = new int[texts.length];
    for (int i = 0; i < all.length; i++) {
      text[i] = Arrays.binarySearch(texts, all[i]);
      posts[text[i]]++;
    }
    Families families = new Families(texts, posts);
    families.join();
    families.follow();
    int[] size = families.sizes(posts);
    int[] family = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      int root = families.families.root(text[i]);
      family[i] = size[root] < LEAST_POSTS ? ALONE : root;
    }
    return family;
  }

  /// The families of some posts, by their first post; each with its earliest post first.
  public static List<List<Post>> of(Collection<Post> posts) {
    List<Post> worded = new ArrayList<>();
    List<Wording> wordings = new ArrayList<>();
    for (Post post : posts) {
      Optional<Wording> wording = Wording.of(post.text());
      if (wording.isEmpty()) continue;
      worded.add(post);
      wordings.add(wording.get());
    }
    int[] family = group(wordings);
    Map<Integer, List<Post>> members = new HashMap<>();
    for (int i = 0; i < family.length; i++) {
      if (family[i] != ALONE) {
        members.computeIfAbsent(family[i], _ -> new ArrayList<>()).add(worded.get(i));
      }
    }
    members.values().forEach(m -> m.sort(EARLIEST_FIRST));
    return members.values().stream()
        .sorted(Comparator.comparing(List::getFirst, EARLIEST_FIRST))
        .toList();
  }

  private static Wording[] distinct(Wording[] all) {
    Wording[] sorted = all.clone();
    Arrays.parallelSort(sorted);
    int size = 0;
    for (Wording wording : sorted) {
      if (size == 0 || !wording.equals(sorted[size - 1])) sorted[size++] = wording;
    }
    return Arrays.copyOf(sorted, size);
  }

  private void join() {
    int[] candidates =
        IntStream.range(0, texts.length)
            .filter(i -> texts[i].size() >= Wording.LEAST_WORDS_TO_EDIT)
            .toArray();
    for (int band = 0; band < BANDS + BEGINNINGS; band++) {
      int b = band;
      long[] keyed =
          Arrays.stream(candidates)
              .parallel()
              .filter(i -> b < BANDS || texts[i].size() >= (b - BANDS + 1) * BEGINNING_WORDS)
              .mapToLong(i -> (long) key(texts[i], b) << 32 | i)
              .toArray();
      Arrays.parallelSort(keyed);
      for (int from = 0, to; from < keyed.length; from = to) {
        to = from + 1;
        while (to < keyed.length && keyed[to] >> 32 == keyed[from] >> 32) to++;
        compare(keyed, from, to);
      }
    }
  }

  /// Compares the texts of one band, which stand in the order of their words.
  private void compare(long[] keyed, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int text = (int) keyed[i];
      for (int j = i - 1; j >= Math.max(from, i - MOST_COMPARED); j--) {
        int other = (int) keyed[j];
        if (families.root(text) == families.root(other)) continue;
        if (texts[text].alike(texts[other])) families.join(text, other);
        else note(text, other);
      }
    }
  }

  private void note(int a, int b) {
    boolean resembles = texts[a].resembles(texts[b]);
    if (resembles || texts[a].begins(texts[b])) followers.add(new Follower(a, b));
    if (resembles || texts[b].begins(texts[a])) followers.add(new Follower(b, a));
  }

  /// Lets each follower into the largest of the families that it may follow. All choose at the same
  /// time, so that the order of choosing decides nothing.
  private void follow() {
    int[] size = sizes(posts);
    int[] ones = new int[texts.length];
    Arrays.fill(ones, 1);
    int[] members = sizes(ones);
    int[] whole = new int[texts.length];
    for (int i = 0; i < whole.length; i++) whole[i] = texts[i].cut() ? 0 : 1;
    int[] wholeMembers = sizes(whole);
    Map<Integer, Integer> followed = new HashMap<>();
    for (Follower follower : followers) {
      int own = families.root(follower.text());
      int other = families.root(follower.other());
      boolean cut =
          wholeMembers[own] == 0 && texts[follower.text()].begins(texts[follower.other()]);
      boolean free = members[own] == 1 && size[other] >= LEAST_FOLLOWED && size[other] > size[own];
      if (own != other && (cut || free)) {
        followed.merge(
            own, other, (a, b) -> size[a] != size[b] ? size[a] > size[b] ? a : b : Math.min(a, b));
      }
    }
    followed.forEach(families::join);
  }

  /// The sum of some numbers of the texts over each family, where its least text stands.
  private int[] sizes(int[] numbers) {
    int[] sums = new int[texts.length];
    for (int i = 0; i < sums.length; i++) sums[families.root(i)] += numbers[i];
    return sums;
  }

  private static int key(Wording text, int band) {
    int key = band;
    if (band >= BANDS) {
      int from = (band - BANDS) * BEGINNING_WORDS;
      for (int i = from; i < from + BEGINNING_WORDS; i++)
        key = WordScanner.mix(31 * key + text.word(i));
      return key;
    }
    for (int row = 0; row < ROWS; row++) {
      int seed = (band * ROWS + row + 1) * 0x9E3779B9;
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < text.size(); i++) {
        least = Math.min(least, WordScanner.mix(text.word(i) ^ seed));
      }
      key = WordScanner.mix(31 * key + least);
    }
    return key;
  }
}
