package dev.chorus.flood;

import java.util.Arrays;
import java.util.stream.LongStream;

/// A set of pairs of numbers, eight bytes each. The same pair comes many times.
final class Pairs {
  private static final int SMALLEST = 1 << 10;

  private long[] pairs = new long[SMALLEST];
  private int count;

  void add(int first, int second) {
    if (count == pairs.length) makeRoom();
    pairs[count++] = (long) first << 32 | second;
  }

  private void makeRoom() {
    forget();
    if (count > pairs.length / 2) pairs = Arrays.copyOf(pairs, 2 * pairs.length);
  }

  /// Keeps one of each.
  private void forget() {
    Arrays.sort(pairs, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || pairs[i] != pairs[kept - 1]) pairs[kept++] = pairs[i];
    }
    count = kept;
  }

  /// Something done with a pair.
  interface Visitor {
    void visit(int first, int second);
  }

  void forEach(Visitor visitor) {
    forget();
    LongStream.of(pairs).limit(count).forEach(p -> visitor.visit((int) (p >> 32), (int) p));
  }
}
