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
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Sorts posts into families of near-identical texts.
///
/// Wordings that agree in the least of three hashes of their words (MinHash, Broder 1997; banded
/// as in Leskovec, Rajaraman & Ullman 2020, chapter 3), or in six words at the beginning, are
/// compared. Those that are one text ([Wording#alike]) are joined, also through others, into one
/// family. Then each remaining text may join one family, without linking two: a cut text joins the
/// text that continues it, a freer copy joins the text that it resembles.
///
/// The result depends on the set of posts alone, not on their order.
public final class Families {
  /// The number of a post that is in no family.
  public static final int ALONE = -1;

  /// Earliest first, posts without a time last, ties by id: the order in which a family speaks.
  public static final Comparator<Post> EARLIEST_FIRST =
      Comparator.comparing((Post p) -> p.createdAt().orElse(Instant.MAX)).thenComparing(Post::id);

  /// Whether the post of one time and id comes before that of another, as in [#EARLIEST_FIRST].
  static boolean earlier(Optional<Instant> at, String id, Optional<Instant> then, String other) {
    int order = at.orElse(Instant.MAX).compareTo(then.orElse(Instant.MAX));
    return order < 0 || order == 0 && id.compareTo(other) < 0;
  }

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

  /// No key of a text, as those end with a number that is not negative.
  private static final long NO_KEY = -1;

  private final Texts texts;

  /// How many posts each text has.
  private final int[] posts;

  private final UnionFind families;

  /// Texts that may follow another.
  private final Pairs followers = new Pairs();

  private Families(Texts texts) {
    this.texts = texts;
    this.posts = new int[texts.size()];
    for (int text : texts.ofPosts()) posts[text]++;
    this.families = new UnionFind(texts.size());
  }

  /// Some 50 bytes a post are held, however long its text is.
  ///
  /// @param wordings of posts, in any order
  /// @return for each the number of its family, or [#ALONE]
  public static int[] group(Wordings wordings) {
    Texts texts = new Texts(wordings);
    Families families = new Families(texts);
    families.join();
    families.follow();
    int[] size = families.sizes(i -> families.posts[i]);
    int[] family = texts.ofPosts();
    for (int i = 0; i < family.length; i++) {
      int root = families.families.root(family[i]);
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
    int[] family = group(Wordings.of(wordings));
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

  private void join() {
    for (int band = 0; band < BANDS + BEGINNINGS; band++) {
      int b = band;
      int least =
          Math.max(Wording.LEAST_WORDS_TO_EDIT, b < BANDS ? 0 : (b - BANDS + 1) * BEGINNING_WORDS);
      long[] keyed =
          IntStream.range(0, texts.size())
              .parallel()
              .mapToLong(
                  i -> {
                    Wording text = texts.get(i);
                    return text.size() < least ? NO_KEY : (long) key(text, b) << 32 | i;
                  })
              .filter(key -> key != NO_KEY)
              .toArray();
      Arrays.parallelSort(keyed);
      for (int from = 0, to; from < keyed.length; from = to) {
        to = from + 1;
        while (to < keyed.length && keyed[to] >> 32 == keyed[from] >> 32) to++;
        if (to - from > 1) compare(keyed, from, to);
      }
    }
  }

  /// Compares the texts of one band, which stand in the order of their words.
  private void compare(long[] keyed, int from, int to) {
    Recent recent = new Recent(Math.min(to - from, MOST_COMPARED + 1));
    for (int i = from + 1; i < to; i++) {
      int text = (int) keyed[i];
      for (int j = i - 1; j >= Math.max(from, i - MOST_COMPARED); j--) {
        int other = (int) keyed[j];
        if (families.root(text) == families.root(other)) continue;
        Wording its = recent.get(i, text);
        Wording others = recent.get(j, other);
        if (its.alike(others)) families.join(text, other);
        else note(text, its, other, others);
      }
    }
  }

  /// The texts that one is compared with, so that each is read once.
  private final class Recent {
    private final Wording[] wordings;
    private final int[] places;

    Recent(int size) {
      wordings = new Wording[size];
      places = new int[size];
    }

    Wording get(int place, int text) {
      int i = place % wordings.length;
      if (wordings[i] == null || places[i] != place) {
        wordings[i] = texts.get(text);
        places[i] = place;
      }
      return wordings[i];
    }
  }

  private void note(int a, Wording first, int b, Wording second) {
    boolean resembles = first.resembles(second);
    if (resembles || first.begins(second)) followers.add(a, b);
    if (resembles || second.begins(first)) followers.add(b, a);
  }

  /// Lets each follower into the largest of the families that it may follow. All choose at the same
  /// time, so that the order of choosing decides nothing.
  private void follow() {
    int[] size = sizes(i -> posts[i]);
    int[] members = sizes(_ -> 1);
    int[] wholeMembers = sizes(i -> texts.get(i).cut() ? 0 : 1);
    Map<Integer, Integer> followed = new HashMap<>();
    followers.forEach(
        (text, other) -> {
          int own = families.root(text);
          int others = families.root(other);
          if (own == others) return;
          boolean free =
              members[own] == 1 && size[others] >= LEAST_FOLLOWED && size[others] > size[own];
          if (free || wholeMembers[own] == 0 && texts.get(text).begins(texts.get(other))) {
            followed.merge(
                own,
                others,
                (a, b) -> size[a] != size[b] ? size[a] > size[b] ? a : b : Math.min(a, b));
          }
        });
    followed.forEach(families::join);
  }

  /// The sum of a number of each text over each family, where its least text stands.
  private int[] sizes(IntUnaryOperator number) {
    int[] sums = new int[texts.size()];
    for (int i = 0; i < sums.length; i++) sums[families.root(i)] += number.applyAsInt(i);
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
