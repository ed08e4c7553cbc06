package dev.chorus.flood;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The different wordings among those of all posts, numbered in their order.
///
/// Sorted digit by digit from the first on (McIlroy, Bostic & McIlroy 1993), so that of a large
/// number of wordings no more is in memory than the digit that is looked at.
final class Texts {
  /// So few are compared as a whole.
  private static final int FEW = 64;

  private final Wordings wordings;
  private final int[] ofPosts;

  /// The posts as far as they are not sorted; before them a post of each text that is.
  private final int[] posts;

  private int count;

  Texts(Wordings wordings) {
    this.wordings = wordings;
    ofPosts = new int[wordings.size()];
    posts = IntStream.range(0, ofPosts.length).toArray();
    sort(0, posts.length, 0);
  }

  int size() {
    return count;
  }

  Wording get(int text) {
    return wordings.get(posts[text]);
  }

  /// The text of each post.
  int[] ofPosts() {
    return ofPosts;
  }

  /// Sorts and numbers a stretch of posts that agree in all digits before.
  private void sort(int from, int to, int digit) {
    if (to - from <= FEW) {
      sortFew(from, to);
    } else if (digit == Wording.DIGITS) {
      number(from, to);
    } else {
      AtomicInteger longest = new AtomicInteger();
      int[] ends = sortBy(digit, from, to, longest);
      int next = Wording.digitAfter(digit, longest.get());
      int begin = from;
      for (int end : ends) {
        sort(begin, end, next);
        begin = end;
      }
    }
  }

  private record Worded(int post, Wording wording) {}

  private void sortFew(int from, int to) {
    Worded[] few = new Worded[to - from];
    for (int i = from; i < to; i++) few[i - from] = new Worded(posts[i], wordings.get(posts[i]));
    Arrays.sort(few, Comparator.comparing(Worded::wording));
    for (int i = 0; i < few.length; i++) posts[from + i] = few[i].post();
    for (int i = 0, end; i < few.length; i = end) {
      end = i + 1;
      while (end < few.length && few[end].wording().equals(few[i].wording())) end++;
      number(from + i, from + end);
    }
  }

  /// Gives the posts of one text its number.
  private void number(int from, int to) {
    for (int i = from; i < to; i++) ofPosts[posts[i]] = count;
    posts[count++] = posts[from];
  }

  /// @param longest gets the number of words that the longest has
  /// @return where each stretch of posts with the same digit ends
  private int[] sortBy(int digit, int from, int to, AtomicInteger longest) {
    long[] keyed =
        IntStream.range(from, to)
            .parallel()
            .mapToLong(
                i -> {
                  Wording wording = wordings.get(posts[i]);
                  if (wording.size() > longest.get()) {
                    longest.accumulateAndGet(wording.size(), Math::max);
                  }
                  return (long) wording.digit(digit) << 32 | posts[i];
                })
            .toArray();
    Arrays.parallelSort(keyed);
    for (int i = from; i < to; i++) posts[i] = (int) keyed[i - from];
    return IntStream.rangeClosed(1, keyed.length)
        .filter(i -> i == keyed.length || keyed[i] >> 32 != keyed[i - 1] >> 32)
        .map(i -> from + i)
        .toArray();
  }
}
